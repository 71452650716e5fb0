/// One question of the analysis with everything that answers it.
public struct ResultSection: Hashable, Sendable {
    /// The kinds of questions, in the order of a report.
    public enum Kind: String, Hashable, Sendable, CaseIterable {
        /// Sensitivity, specificity and what follows, by arm and reader.
        case accuracy
        /// Arms against each other.
        case contrast
        /// Areas under the curve of rated confidence.
        case roc
        /// Several readers and arms together.
        case multiReader
        /// Lesions that are matched by place.
        case lesionDetection
        /// Readers against each other.
        case interReader
        /// Readers against themselves.
        case intraReader
        /// Measurements against each other.
        case measurement
        /// Persistence of a grade.
        case serialDichotomy
        /// By properties of cases, reads and displays.
        case subgroup
        /// What not assessable answers could change.
        case sensitivityAnalysis
        /// How long reading took.
        case readingTime
    }

    /// What a section holds, in the order of printing.
    public enum Content: Hashable, Sendable {
        /// Numbers, for a table and a forest plot.
        case estimates([Estimate])
        /// Counts of two classifications.
        case crossTable(CrossTable)
        /// One coefficient for every two readers.
        case agreement(AgreementMatrix)
        /// A curve with its points.
        case curve(Curve)
        /// Differences against means.
        case differences(DifferencePlot)
        /// Reading times.
        case times(ReadingTimes)
        /// Every number of a method under its published name, for programs.
        case values(method: String, stratum: Stratum, [ResultValue])
    }

    /// The question's kind.
    public let kind: Kind
    /// Its heading.
    public let title: String
    /// What it is about.
    public let stratum: Stratum
    /// The methods in the words of a methods paragraph, one sentence each.
    public let methods: [String]
    /// Notes, warnings and refusals, in the order of printing.
    public let remarks: [Remark]
    /// What answers the question; empty where it was refused.
    public let contents: [Content]

    /// A section.
    public init(
        kind: Kind, title: String, stratum: Stratum = Stratum(), methods: [String] = [],
        remarks: [Remark] = [], contents: [Content]
    ) {
        (self.kind, self.title, self.stratum) = (kind, title, stratum)
        (self.methods, self.remarks, self.contents) = (methods, remarks, contents)
    }

    /// All its estimates.
    public var estimates: [Estimate] {
        contents.flatMap { content -> [Estimate] in
            if case .estimates(let estimates) = content { estimates } else { [] }
        }
    }
}
