import Glibc

/// The pixels of a region as grey levels, in the rectangle around them.
public struct GreyLevels: Hashable, Sendable {
    /// Columns of the rectangle.
    public let columns: Int
    /// Rows of the rectangle.
    public let rows: Int
    /// Levels 1 to `levelCount`, row-major; 0 outside of the region.
    let levels: [UInt16]
    /// Number of possible levels.
    public let levelCount: Int

    /// Levels as they are; 0 lies outside of the region.
    public init(columns: Int, rows: Int, levels: [UInt16], levelCount: Int) {
        precondition(
            levels.count == columns * rows, "\(levels.count) levels, not \(columns * rows)")
        precondition(levels.allSatisfy { $0 <= levelCount }, "a level above \(levelCount)")
        self.columns = columns
        self.rows = rows
        self.levels = levels
        self.levelCount = levelCount
    }

    /// Values of pixels as levels.
    init(
        _ pixels: [(column: Int, row: Int, value: Double)], _ normalisation: TextureNormalisation,
        levelCount: Int
    ) {
        let left = pixels.map(\.column).min() ?? 0
        let top = pixels.map(\.row).min() ?? 0
        columns = (pixels.map(\.column).max() ?? -1) - left + 1
        rows = (pixels.map(\.row).max() ?? -1) - top + 1
        self.levelCount = levelCount
        let limits = normalisation.limits(of: pixels.map(\.value))
        let scale =
            limits.upper > limits.lower ? Double(levelCount) / (limits.upper - limits.lower) : 0
        var levels = [UInt16](repeating: 0, count: columns * rows)
        for pixel in pixels {
            let level = ((pixel.value - limits.lower) * scale).rounded(.down)
            let index = (pixel.row - top) * columns + pixel.column - left
            levels[index] = UInt16(min(max(level, 0), Double(levelCount - 1))) + 1
        }
        self.levels = levels
    }
}

extension TextureNormalisation {
    /// The values of the lower edge of the first level and the upper edge of the last.
    fileprivate func limits(of values: [Double]) -> (lower: Double, upper: Double) {
        switch self {
        case .range: return (values.min() ?? 0, values.max() ?? 0)
        case .threeSigma:
            let count = Double(values.count)
            let mean = values.reduce(0, +) / count
            let squares = values.reduce(0) { $0 + ($1 - mean) * ($1 - mean) }
            let deviation = (squares / count).squareRoot()
            return (mean - 3 * deviation, mean + 3 * deviation)
        case .percentiles(let lower, let upper):
            let window = SampleStatistics(values).percentileWindow(from: lower, to: upper)
            return (window.center - window.width / 2, window.center + window.width / 2)
        }
    }
}
