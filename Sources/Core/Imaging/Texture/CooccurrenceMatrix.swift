import Glibc

/// How often two grey levels are neighbours in one direction.
///
/// Source: Haralick 1973; features as in PMC4571663, Table 1, and in the IBSI reference manual.
public struct CooccurrenceMatrix: Sendable {
    /// Number of grey levels.
    public let levelCount: Int
    /// Number of pairs that are counted, in both orders when the matrix is symmetric.
    public let total: Int
    /// Counts of pairs, row-major by the level of the first pixel, each level from 1.
    public let counts: [Int32]

    /// Counts the pairs with both pixels in the region.
    public init(
        _ grey: GreyLevels, direction: TextureDirection, distance: Int, isSymmetric: Bool
    ) {
        let size = grey.levelCount
        var counts = [Int32](repeating: 0, count: size * size)
        let pairs = counts.withUnsafeMutableBufferPointer { counts in
            grey.levels.withUnsafeBufferPointer {
                Self.count($0, of: grey, direction, distance, into: counts)
            }
        }
        if isSymmetric { Self.addTransposed(&counts, size) }
        self.counts = counts
        levelCount = size
        total = isSymmetric ? 2 * pairs : pairs
    }

    private static func count(
        _ levels: UnsafeBufferPointer<UInt16>, of grey: GreyLevels, _ direction: TextureDirection,
        _ distance: Int, into counts: UnsafeMutableBufferPointer<Int32>
    ) -> Int {
        let (right, down) = (direction.step.columns * distance, direction.step.rows * distance)
        let size = grey.levelCount
        var pairs = 0
        for row in max(0, -down)..<max(0, -down, grey.rows - max(0, down)) {
            let start = row * grey.columns
            let other = start + down * grey.columns + right
            for column in 0..<max(0, grey.columns - right) {
                let first = Int(levels[start + column])
                let second = Int(levels[other + column])
                if first > 0, second > 0 {
                    counts[(first - 1) * size + second - 1] += 1
                    pairs += 1
                }
            }
        }
        return pairs
    }

    private static func addTransposed(_ counts: inout [Int32], _ size: Int) {
        for row in 0..<size {
            counts[row * size + row] *= 2
            for column in 0..<row {
                let both = counts[row * size + column] + counts[column * size + row]
                counts[row * size + column] = both
                counts[column * size + row] = both
            }
        }
    }
}

extension CooccurrenceMatrix {
    /// The features of the matrix; `nil` when it has no pair.
    public var features: TextureFeatures? {
        guard total > 0 else { return nil }
        var sums = [Int32](repeating: 0, count: 2 * levelCount)
        var differences = [Int32](repeating: 0, count: levelCount)
        var logarithms = LogarithmTable()
        var squares = 0.0
        var joint = 0.0
        for row in 0..<levelCount {
            for column in 0..<levelCount {
                let count = counts[row * levelCount + column]
                guard count > 0 else { continue }
                sums[row + column] += count
                differences[abs(row - column)] += count
                squares += Double(count) * Double(count)
                joint += logarithms.timesLogarithm(count)
            }
        }
        let scale = 1 / Double(total)
        return TextureFeatures(
            angularSecondMoment: squares * scale * scale,
            inverseDifferenceMoment: scale
                * Self.sum(differences) { distance in 1 / (1 + distance * distance) },
            contrast: scale * Self.sum(differences) { distance in distance * distance },
            entropyNats: entropy(joint),
            differenceEntropyNats: entropy(logarithms.sum(differences)),
            sumEntropyNats: entropy(logarithms.sum(sums)))
    }

    /// −Σ p ln p from Σ c ln c, with p = c / total.
    private func entropy(_ sum: Double) -> Double {
        // Two terms that are equal cancel to a tiny negative number.
        max(0, log(Double(total)) - sum / Double(total))
    }

    private static func sum(_ counts: [Int32], _ weight: (Double) -> Double) -> Double {
        counts.enumerated().reduce(0) { $0 + Double($1.element) * weight(Double($1.offset)) }
    }
}

/// c ln c of whole numbers, each worked out once.
private struct LogarithmTable {
    private var values: [Double] = [0, 0]

    mutating func timesLogarithm(_ count: Int32) -> Double {
        let count = Int(count)
        while values.count <= min(count, 4096) {
            values.append(Double(values.count) * log(Double(values.count)))
        }
        return count < values.count ? values[count] : Double(count) * log(Double(count))
    }

    mutating func sum(_ counts: [Int32]) -> Double {
        var sum = 0.0
        for count in counts { sum += timesLogarithm(count) }
        return sum
    }
}
