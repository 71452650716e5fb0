/// How a signed revision of a read was looked at: what the store was told, view by view.
public struct RecordedDisplay: Hashable, Sendable {
    /// Who, what, which arm and occasion, in which session and position.
    public let row: ReadingOrderRow
    /// 1 for the first signature, then one more for each amendment.
    public let revision: Int
    /// Where the reader looked, in order; the last one is that of the signature.
    public let views: [ViewState]

    /// The views of a revision.
    public init(row: ReadingOrderRow, revision: Int, views: [ViewState]) {
        self.row = row
        self.revision = revision
        self.views = views
    }

    /// Every look, in order.
    public var looks: [Look] { views.flatMap { $0.looks ?? [] } }

    /// The terminals of the read, each once, in order.
    public var terminals: [DisplayFacts] {
        var terminals: [DisplayFacts] = []
        for facts in views.compactMap(\.display) where !terminals.contains(facts) {
            terminals.append(facts)
        }
        return terminals
    }
}
