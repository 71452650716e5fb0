import ReaderStudies

/// What is analysed and how, decided before the data are seen.
public struct AnalysisPlan: Hashable, Sendable {
    /// The plan's name.
    public var name: String
    /// The plan's version.
    public var version: String
    /// Which revision of a read counts; that of the study when `nil`.
    public var revision: AnalysedRevision?
    /// The confidence level.
    public var level: Double
    /// The prevalence for predictive values; none are computed for a prevalence when `nil`.
    public var prevalence: Double?
    /// Which arm the others are compared with; the first when `nil`.
    public var referenceArm: String?
    /// Arms that are analysed, in this order; all when empty. The arm of the reference does not belong here.
    public var arms: [String]
    /// Whether calls of one participant are taken as correlated while fitting.
    public var correlation: WorkingCorrelation
    /// What the moments of an exchangeable GEE are divided by.
    public var moments: Moments
    /// How the errors of a GEE are made.
    public var errors: Errors
    /// What is analysed.
    public var findings: [Finding]
    /// Lesions that are matched by place.
    public var lesions: LesionPlan?
    /// The persistence of a grade.
    public var serial: SerialPlan?
    /// Properties of cases by which accuracy is divided.
    public var subgroups: [String]
    /// Draws of every bootstrap.
    public var bootstrapDraws: Int
    /// The seed of every bootstrap.
    public var bootstrapSeed: UInt64

    /// The working correlation of a GEE.
    public enum WorkingCorrelation: String, Hashable, Sendable, CaseIterable {
        /// None; the sandwich errors allow for clusters all the same.
        case independence
        /// Every two units of a participant alike.
        case exchangeable
    }

    /// Denominators of the correlation and scale of a GEE.
    public enum Moments: String, Hashable, Sendable, CaseIterable {
        /// The numbers of units and pairs, as R geepack.
        case geepack
        /// The same less the number of coefficients, as SAS, R gee and statsmodels.
        case liangZeger
    }

    /// The errors of a GEE.
    public enum Errors: String, Hashable, Sendable, CaseIterable {
        /// The sandwich, too small below 40 participants.
        case sandwich
        /// Corrected for few participants.
        case manclDeRouen
    }

    /// A plan; without findings, those that can be told from reads and reference are analysed.
    public init(
        name: String = "default", version: String = "1.0.0", revision: AnalysedRevision? = nil,
        level: Double = 0.95, prevalence: Double? = nil, referenceArm: String? = nil,
        arms: [String] = [], correlation: WorkingCorrelation = .independence,
        moments: Moments = .geepack, errors: Errors = .sandwich, findings: [Finding] = [],
        lesions: LesionPlan? = nil,
        serial: SerialPlan? = nil,
        subgroups: [String] = [], bootstrapDraws: Int = 2000, bootstrapSeed: UInt64 = 20_210_722
    ) {
        (self.name, self.version, self.revision) = (name, version, revision)
        (self.level, self.prevalence) = (level, prevalence)
        (self.referenceArm, self.arms, self.correlation) = (referenceArm, arms, correlation)
        (self.moments, self.errors) = (moments, errors)
        (self.findings, self.lesions, self.serial) = (findings, lesions, serial)
        (self.subgroups, self.bootstrapDraws) = (subgroups, bootstrapDraws)
        self.bootstrapSeed = bootstrapSeed
    }
}
