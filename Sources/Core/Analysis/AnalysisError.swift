import Statistics

/// Why an analysis cannot be made at all.
public enum AnalysisError: Error, Hashable, Sendable {
    /// A read stands twice.
    case duplicateRead(reader: String, caseID: String, arm: String, occasion: Int)
    /// A question has two truths.
    case secondTruth(caseID: String, site: String, item: String)
    /// The plan names something that the data do not have.
    case unknown(what: String, name: String, known: [String])
    /// An answer is none of the categories of its finding.
    case unknownCategory(item: String, value: String, record: UInt32, categories: [String])
    /// A truth is none of the categories of its finding.
    case unknownTruth(Reference.Key, value: String, categories: [String])
    /// There is nothing to analyse.
    case nothing(String)
    /// A method refuses its parameters.
    case statistics(StatisticsError)

    /// What is wrong, where, and what to do.
    public var sentence: String {
        switch self {
        case .duplicateRead(let reader, let caseID, let arm, let occasion):
            "The read of case \(caseID) in arm \(arm) by \(reader) on occasion \(occasion) stands "
                + "twice. Keep one revision, or number the occasions."
        case .secondTruth(let caseID, let site, let item):
            "The reference gives \(item) at \(site) of case \(caseID) two values. Keep one."
        case .unknown(let what, let name, let known):
            "There is no \(what) \(name) in the reads. There are \(known.joined(separator: ", "))."
        case .unknownCategory(let item, let value, let record, let categories):
            "The answer \"\(value)\" to \(item) (record \(record)) is none of the categories "
                + "\(categories.joined(separator: ", ")). Correct it, or add it to the plan."
        case .unknownTruth(let key, let value, let categories):
            "The reference gives \(key.item) at \(key.site) of case \(key.caseID) the value "
                + "\"\(value)\", which is none of the categories "
                + "\(categories.joined(separator: ", ")): whether the disease is there cannot be "
                + "told from it. Correct it, leave it empty, or add it to the plan."
        case .nothing(let sentence): sentence
        case .statistics(let error): error.description
        }
    }
}
