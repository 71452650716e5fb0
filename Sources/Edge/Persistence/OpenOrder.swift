import ReaderStudies

/// The part of a reader's order that is needed to decide what is next; the rest is all signed.
public struct OpenOrder: Hashable, Sendable {
    /// All rows of every session with an unsigned read, and of the last session; by position.
    public var rows: [ReadingOrderRow] = []
    /// Which of these are signed.
    public var closed: Set<ReadKey> = []
    /// The reads that were begun or reopened, and are not signed.
    public var drafts: [ReadKey] = []
    /// When the participants of the unsigned rows were last seen.
    public var exposures: [Exposure] = []
    /// Number of sessions of the whole order.
    public var sessionCount = 0
    /// Number of signed reads of the whole order.
    public var signed = 0
}
