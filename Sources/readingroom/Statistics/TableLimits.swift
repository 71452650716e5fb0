/// How large a crossed table may become, so that a wrong column does not fill the memory.
enum TableLimits {
    /// Cells of a crossed table.
    static let cells = 20_000_000

    /// Refuses more than `cells` cells of `first` by `second`.
    static func demand(_ first: Int, by second: Int, _ what: String) throws {
        let (product, overflows) = first.multipliedReportingOverflow(by: second)
        guard overflows || product > cells else { return }
        throw Refusal(
            "There are too many different \(what) to cross them. Is a column of numbers where "
                + "names should be?")
    }
}
