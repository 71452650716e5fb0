/// A rectangle of pixels that shows a slice.
public struct Pane: Hashable, Sendable {
    /// Pixels across.
    public let width: Int
    /// Pixels down.
    public let height: Int
    /// Height of a pixel divided by its width on the screen.
    public let pixelAspect: Double

    /// A pane of 1 × 1 pixels or more; `pixelAspect` is above 0.
    public init(width: Int, height: Int, pixelAspect: Double = 1) {
        precondition(width > 0 && height > 0, "a pane of \(width) × \(height) pixels")
        precondition(pixelAspect > 0, "a pixel aspect of \(pixelAspect)")
        self.width = width
        self.height = height
        self.pixelAspect = pixelAspect
    }
}
