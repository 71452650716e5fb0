/// The size of a terminal cell in screen pixels.
public struct CellSize: Hashable, Sendable {
    /// Pixels across.
    public let width: Int
    /// Pixels down.
    public let height: Int

    /// A cell of 1 × 1 pixels or more; the default is what is assumed of a terminal that does not tell.
    public init(width: Int = 8, height: Int = 16) {
        precondition(width > 0 && height > 0, "a cell of \(width) × \(height) pixels")
        self.width = width
        self.height = height
    }
}
