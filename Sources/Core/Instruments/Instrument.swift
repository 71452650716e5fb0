import ReaderStudies

/// A reading form: what is asked where, what may be answered, and what follows from the answers.
///
/// An instrument that exists is sound: its names are unique, its expressions have types, no question
/// depends on itself, and nothing that a reader sees before signing depends on a value hidden until then.
public struct Instrument: Sendable {
    /// Its name: `sij-structural`.
    public let id: InstrumentID
    /// Its version.
    public let version: SemanticVersion
    /// What it scores, for people.
    public let title: String
    /// Where its wording and rules come from, one source an entry.
    public let sources: [String]
    /// What a radiologist still has to review before the instrument is used in a study.
    public let review: [String]
    /// The arms for which the instrument is meant.
    public let arms: [ArmAdvice]
    /// How the reference standard is made, for people.
    public let referenceRule: String
    /// The sample study whose images fit the form; empty for none.
    public let sample: String
    /// The sets of sites.
    public let siteSets: [SiteSet]
    /// The list of lesions, when there is one.
    public let lesions: LesionList?
    /// Numbers, codes and switches that a study may set, by name.
    public let parameters: [Parameter]
    /// The items, in the order of the form.
    public let items: [Item]
    /// The values that are computed.
    public let derived: [DerivedValue]
    /// How findings are carried up to larger sites.
    public let aggregations: [Aggregation]
    /// How far answers of two readers may lie apart and still agree; equal where nothing is said.
    public let agreementRules: [AgreementRule]
    /// When lesions of two reads are the same; `nil` when lesions are not matched.
    public let lesionMatching: LesionMatching?
    /// An expression that allows one key to answer all open findings with "not assessable".
    public let allNotAssessableIf: String?
    /// Drawn examples that help shows; none when `nil`.
    public let examples: ExampleGallery?
    /// Windows of the keys 1, 2 and so on, by name or width and centre; empty for those of the images.
    public let windows: [String]
    let plan: Plan

    /// A checked instrument.
    ///
    /// - Throws: `InstrumentError.definition` with the path of the first part that is wrong.
    public init(
        id: InstrumentID, version: SemanticVersion, title: String, sources: [String] = [],
        review: [String] = [], arms: [ArmAdvice] = [], referenceRule: String = "",
        sample: String = "",
        siteSets: [SiteSet] = [], lesions: LesionList? = nil, parameters: [Parameter] = [],
        items: [Item], derived: [DerivedValue] = [], aggregations: [Aggregation] = [],
        agreementRules: [AgreementRule] = [], lesionMatching: LesionMatching? = nil,
        allNotAssessableIf: String? = nil, windows: [String] = [],
        examples: ExampleGallery? = nil
    ) throws(InstrumentError) {
        self.id = id
        self.windows = windows
        self.examples = examples
        self.version = version
        self.title = title
        self.sources = sources
        self.review = review
        self.arms = arms
        self.referenceRule = referenceRule
        self.sample = sample
        self.siteSets = siteSets
        self.lesions = lesions
        self.parameters = parameters
        self.items = items
        self.derived = derived
        self.aggregations = aggregations
        self.agreementRules = agreementRules
        self.lesionMatching = lesionMatching
        self.allNotAssessableIf = allNotAssessableIf
        let structure = StructureCheck(
            siteSets: siteSets, lesions: lesions, parameters: parameters, items: items,
            derived: derived, aggregations: aggregations)
        try AgreementCheck(structure).run(agreementRules, lesionMatching)
        plan = try PlanBuilder.build(structure, allNotAssessableIf: allNotAssessableIf)
    }

    /// The instrument as a study names it.
    public var reference: InstrumentReference {
        InstrumentReference(id: id, version: version.description)
    }

    /// Techniques that the rules ask about with `shows(…)`: all that an arm's `shows` can mean here,
    /// sorted.
    public var techniques: [String] { plan.techniques.sorted() }

    /// How the texture of a region that answers `item` is worked out; `nil` when it is not.
    public func textureRule(of item: ItemID) -> TextureRule? {
        guard self.item(item)?.drawing?.hasTexture == true else { return nil }
        return try? TextureRule(parameters)
    }

    /// The item with this id.
    public func item(_ id: ItemID) -> Item? { items.first { $0.id == id } }

    /// The set with this id.
    public func siteSet(_ id: String) -> SiteSet? { siteSets.first { $0.id == id } }
}
