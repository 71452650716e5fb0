extension Double {
    /// The number that `text` is; `nil` for words, and for `nan` and `inf`, which no table means as numbers.
    init?(finite text: some StringProtocol) {
        guard let number = Double(text), number.isFinite else { return nil }
        self = number
    }
}
