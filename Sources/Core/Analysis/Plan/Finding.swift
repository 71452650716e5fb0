/// One item of the reading form as it is analysed.
public struct Finding: Hashable, Sendable {
    /// What an answer is.
    public enum Kind: Hashable, Sendable {
        /// One of `categories` in their order; a call is positive by `positive`, where that is told.
        case categories([String], positive: Positive?, ordered: Bool)
        /// A measured number; a call is positive from `threshold` on, where that is told.
        case number(unit: String, threshold: Double?)
    }

    /// Which answers are a positive call.
    public enum Positive: Hashable, Sendable {
        /// These.
        case codes(Set<String>)
        /// This category and those behind it.
        case from(String)
    }

    /// The item's name in reads and reference.
    public var item: String
    /// How it is said.
    public var label: String
    /// What an answer is.
    public var kind: Kind
    /// The item that holds the reader's confidence, a number that rises with certainty of presence.
    public var confidence: String?
    /// How sites make up larger ones.
    public var levels: [Level]

    /// A finding.
    public init(
        item: String, label: String? = nil, kind: Kind, confidence: String? = nil,
        levels: [Level] = []
    ) {
        (self.item, self.label, self.kind) = (item, label ?? item, kind)
        (self.confidence, self.levels) = (confidence, levels)
    }

    /// A finding that is absent (0) or present (1).
    public static func binary(
        _ item: String, label: String? = nil, confidence: String? = nil, levels: [Level] = []
    ) -> Finding {
        Finding(
            item: item, label: label,
            kind: .categories(["0", "1"], positive: .codes(["1"]), ordered: false),
            confidence: confidence, levels: levels)
    }

    /// The categories and, for each, whether it is a positive call; `nil` for a number.
    var calls: (categories: [String], positive: [Bool]?)? {
        guard case .categories(let categories, let positive, _) = kind else { return nil }
        switch positive {
        case .codes(let codes): return (categories, categories.map(codes.contains))
        case .from(let first):
            let place = categories.firstIndex(of: first) ?? categories.count
            return (categories, categories.indices.map { $0 >= place })
        case nil: return (categories, nil)
        }
    }

    /// Which answers are a positive call, in words; empty where none is.
    var positiveWords: String {
        switch kind {
        case .categories(_, .codes(let codes)?, _): codes.sorted().joined(separator: ", ")
        case .categories(_, .from(let first)?, _): "\(first) or more"
        case .number(let unit, let threshold?): "\(threshold) \(unit) or more"
        default: ""
        }
    }
}

/// Larger sites that a finding is carried up to.
///
/// Positive when any site is; negative when every site that could be assessed is, and at most
/// `notAssessablePercent` of those asked could not; else not assessable.
public struct Level: Hashable, Sendable {
    /// Its name: `joint`, or `exam` for the whole examination.
    public let name: String
    /// The larger site of each site; every site belongs to the examination when `nil`.
    public let groups: [String: String]?
    /// From 0 to 100.
    public let notAssessablePercent: Int

    /// A level.
    public init(name: String, groups: [String: String]? = nil, notAssessablePercent: Int = 25) {
        (self.name, self.groups) = (name, groups)
        self.notAssessablePercent = notAssessablePercent
    }
}

/// Lesions of a list of variable length, matched by place.
public struct LesionPlan: Hashable, Sendable {
    /// The item that marks a lesion; its parts are `ITEM.x`, `ITEM.y` and `ITEM.z` in mm.
    public var mark: String
    /// The reference's own items with the place in mm, x, y and z; those of `mark` when `nil`.
    public var reference: [String]?
    /// The item with the diameter in mm; `nil` when it is not measured.
    public var diameter: String?
    /// Items that must be equal in a match, such as the side.
    public var sameItems: [String]
    /// The item with the type whose agreement is told; `nil` for none.
    public var type: String?
    /// The item with the confidence of each lesion, for FROC; `nil` for none.
    public var confidence: String?
    /// Centres farther apart than this are never matched, unless half the larger diameter is more; in mm.
    public var distanceMM: Double

    /// How lesions are matched.
    public init(
        mark: String, reference: [String]? = nil, diameter: String? = nil, sameItems: [String] = [],
        type: String? = nil,
        confidence: String? = nil, distanceMM: Double = 5
    ) {
        (self.mark, self.reference) = (mark, reference)
        (self.diameter, self.sameItems) = (diameter, sameItems)
        (self.type, self.confidence, self.distanceMM) = (type, confidence, distanceMM)
    }

    /// The items with the place of a mark, x, y and z.
    var markItems: [String] { ["x", "y", "z"].map { "\(mark).\($0)" } }
    /// The items with the place of a lesion of the reference, x, y and z.
    var referenceItems: [String] { reference ?? markItems }
}

/// Examinations of one participant one after the other.
public struct SerialPlan: Hashable, Sendable {
    /// The item with the grade.
    public var item: String
    /// The grades, rising.
    public var categories: [String]
    /// The first grade that is the condition.
    public var cut: String
    /// How case names end, in order of time (`-1`, `-2`); by the order of names when empty.
    public var endings: [String]

    /// A serial analysis.
    public init(item: String, categories: [String], cut: String, endings: [String] = []) {
        (self.item, self.categories) = (item, categories)
        (self.cut, self.endings) = (cut, endings)
    }
}
