/// Why a region has no texture.
public enum TextureError: Error, Hashable, Sendable {
    /// The region is none, or its slice is.
    case region(MeasureError)
    /// The region has fewer pixels than mean anything.
    case fewPixels(count: Int, least: Int)
    /// No pixel of the region has a neighbour in it in one of the directions.
    case noPairs(TextureDirection)

    /// The sentence for the reader.
    public var sentence: String {
        switch self {
        case .region(let error): error.description
        case .fewPixels(let count, let least):
            "The region has \(count) pixels; texture needs \(least) at least. Draw the whole lesion."
        case .noPairs(let direction):
            "The region has no two pixels that are neighbours at \(direction.rawValue) degrees. "
                + "Draw it wider."
        }
    }
}
