/// Greys for one picture, row-major, `height × width`, 0 (black) to 255 (white).
public struct GreyImage: Hashable, Sendable {
    /// Pixels in a row.
    public let width: Int
    /// Rows.
    public let height: Int
    /// `width * height` greys.
    public var pixels: [UInt8]

    /// A picture from its greys.
    public init(width: Int, height: Int, pixels: [UInt8]) {
        precondition(
            pixels.count == width * height, "\(pixels.count) pixels for \(width) × \(height)")
        self.width = width
        self.height = height
        self.pixels = pixels
    }

    /// A picture of one grey.
    public init(width: Int, height: Int, grey: UInt8 = 0) {
        self.init(
            width: width, height: height, pixels: Array(repeating: grey, count: width * height))
    }

    /// The grey at a column and row, each from 0.
    public subscript(column: Int, row: Int) -> UInt8 {
        get { pixels[row * width + column] }
        set { pixels[row * width + column] = newValue }
    }
}
