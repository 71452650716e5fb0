import Instruments
import ReaderStudies

/// Forms of `ccm-zabramski` with one lesion.
enum Cavernoma {
    static let full: Set<String> = ["t1", "t2", "gre", "swi"]

    /// The form in an arm that shows `shows`, with these answers about lesion `L1`.
    static func lesion(
        _ answers: [String: String], shows: Set<String> = full
    ) throws -> Form {
        let keyed = Dictionary(uniqueKeysWithValues: answers.map { ("L1/\($0)", $1) })
        return try Shipped.form("ccm-zabramski", shows: shows, lesions: ["L1"], keyed)
    }
}
