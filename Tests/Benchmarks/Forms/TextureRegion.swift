import Imaging

/// A disc of 4,053 pixels with up to 64 levels; Tests/Golden/ImagingTests/cooccurrence.py draws the same.
struct TextureRegion {
    private let grey: GreyLevels
    /// Pixels of the region.
    let pixelCount: Int

    init() {
        let size = 73
        var generator = SeededGenerator(state: 7)
        let values = (0..<size * size).map { _ in Int(generator.next() >> 58) }
        func value(_ x: Int, _ y: Int) -> Int {
            values[min(max(y, 0), size - 1) * size + min(max(x, 0), size - 1)]
        }
        var levels = [UInt16](repeating: 0, count: size * size)
        for y in 0..<size {
            for x in 0..<size where (x - 36) * (x - 36) + (y - 36) * (y - 36) <= 36 * 36 {
                let sum = (-1...1).reduce(0) { sum, down in
                    (-1...1).reduce(sum) { $0 + value(x + $1, y + down) }
                }
                levels[y * size + x] = UInt16(sum / 9 + 1)
            }
        }
        pixelCount = levels.count { $0 > 0 }
        grey = GreyLevels(columns: size, rows: size, levels: levels, levelCount: 64)
    }

    /// The features in four directions.
    func compute() { precondition(features != nil, "the region has pairs") }

    private var features: TextureFeatures? { try? grey.features(TextureSettings()) }

    /// The features, so that the peers can be compared: a line of JSON.
    var line: String {
        let rows = features?.rows.map { #""\#($0.name)": \#($0.ibsi)"# } ?? []
        return #"{"item": "features", "values": {\#(rows.joined(separator: ", "))}}"#
    }
}
