/// The CT 0-4 category of a report that was written before the study, for the coordinator's import.
///
/// A live reader always grades the images. Source: Digital Diagnostics 2021;2(1), DD46818: of a range the
/// more severe; a report of dynamics alone changes the earlier category by one. Kept within 0 to 4.
public enum ReportedCategory {
    /// The category that `report` states, or that follows from `earlier` and the dynamics it describes;
    /// `nil` when it says neither.
    public static func category(of report: String, earlier: Int?) -> Int? {
        if let stated = stated(in: report).max() { return stated }
        guard let earlier, let change = change(in: report) else { return nil }
        return min(4, max(0, earlier + change))
    }

    /// Every `CT` that is followed by a digit 0 to 4, with a hyphen between them or not.
    private static func stated(in report: String) -> [Int] {
        let letters = Array(report.lowercased())
        return letters.indices.dropLast().compactMap { index in
            guard letters[index] == "c", letters[index + 1] == "t" else { return nil }
            let rest = letters[(index + 2)...].drop { $0 == "-" }
            guard let digit = rest.first?.wholeNumberValue, (0...4).contains(digit) else {
                return nil
            }
            return rest.dropFirst().first?.isWholeNumber ?? false ? nil : digit
        }
    }

    private static func change(in report: String) -> Int? {
        let words = report.lowercased().split { !$0.isLetter }
        let directions = zip(words, words.dropFirst()).filter { $0.1 == "dynamics" }.map(\.0)
        switch Set(directions).intersection(["positive", "negative"]) {
        case ["positive"]: return -1
        case ["negative"]: return 1
        default: return nil
        }
    }
}
