import Persistence
import ReaderStudies
import StudyFiles

/// Where the parts of a study file stand.
struct StudyPlaces {
    private let whole: YAMLValue

    /// The places in `text`, which is called `file` in messages.
    init(text: String, file: String) throws(StudyFileError) {
        whole = try YAMLValue.parse(text, file: file)
    }

    /// The places in the file that a store was made from, or that was recorded last.
    init(_ stored: StoredStudy) throws(StudyFileError) {
        try self.init(text: stored.created.text, file: "study.yaml")
    }

    /// Where a part of the file stands, or the last on the way to it that is there: `study.yaml:8:3:`.
    func place(of path: [String]) -> String {
        let part = whole.part(path)
        return "\(part.file):\(part.position.line):\(part.position.column):"
    }

    /// Where a series rule of an arm stands; the first rule is 0.
    func place(of match: ArmMatch) -> String {
        place(of: ["arms", match.arm.rawValue, "series", String(match.rule + 1)])
    }
}
