import ReaderStudies

/// Why a whole case was not imported; nothing of it is kept.
enum CaseRefusal: Error, Hashable, CustomStringConvertible {
    /// The case is in the store.
    case alreadyThere(CaseID)
    /// Nothing that was given could be looked into.
    case nothingFound(CaseID)
    /// No file is an image that can be used.
    case noImages(CaseID, files: Int)
    /// There are more files, or more slices in them, than one case can have.
    case tooLarge(CaseID, limit: Int)
    /// The files belong to several people; `files` names one of each of the first three.
    case severalPatients(CaseID, count: Int, files: [String])
    /// Every series was refused.
    case noSeries(CaseID)
    /// Two series meet one rule of an arm, which stands at `place` of the study file.
    case ambiguous(CaseID, place: String, match: ArmMatch, sizes: [String])
    /// The disk refused to take a series; the cause says what to do.
    case notWritten(CaseID, cause: String)

    /// What happened, where, and what to do next.
    var description: String {
        switch self {
        case .alreadyThere(let id):
            "Case \(id) is in the store already. Give the new images another case name."
        case .nothingFound(let id):
            "Case \(id) was not imported: nothing was found. Check the paths named above."
        case .noImages(let id, let files):
            "Case \(id) was not imported: none of its \(files) files is an image that can be "
                + "used. The reasons are above."
        case .tooLarge(let id, let limit):
            "Case \(id) was not imported: it has more than \(limit) files or slices. Import the "
                + "series that the study needs, one examination a case."
        case .severalPatients(let id, let count, let files):
            "Case \(id) was not imported: its files belong to \(count) patients, such as "
                + "\(files.joined(separator: " and ")). Import one patient a case."
        case .noSeries(let id):
            "Case \(id) was not imported: none of its series can be shown. The reasons are above."
        case .ambiguous(let id, let place, let match, let sizes):
            "\(place) Case \(id) was not imported: \(sizes.count) series "
                + "(\(sizes.joined(separator: "; "))) meet series rule \(match.rule + 1) of arm "
                + "\(match.arm). Make the rule narrower and record it with `readingroom study amend`, "
                + "or import only one of them."
        case .notWritten(let id, let cause): "Case \(id) was not imported: \(cause)"
        }
    }
}
