/// For each output pixel of one side, the input pixels that it is made of and their weights.
struct ResamplingTaps {
    /// The weights of an output pixel sum up to this, so that equal greys stay equal.
    static let one = 1 << 14

    /// Index of the first input pixel of each output pixel; unused when there are no weights.
    private(set) var firsts: [Int] = []
    /// Where the weights of each output pixel begin; one entry more than output pixels.
    private(set) var starts: [Int] = [0]
    /// All weights.
    private(set) var weights: [Int32] = []

    /// Taps for one side: `outputs` pane pixels, of which the picture with `inputs` voxels begins at
    /// `origin` with `scale` pane pixels each; `flipped` counts voxels from the other end.
    init(
        inputs: Int, outputs: Int, origin: Double, scale: Double, flipped: Bool, method: Resampling
    ) {
        let method = method.resolved(scale: scale)
        for output in 0..<outputs {
            var from = (Double(output) - origin) / scale
            var to = (Double(output) + 1 - origin) / scale
            // The very expression of PaneMapping, so that both name the same voxel.
            var middle = (Double(output) + 0.5 - origin) / scale
            if flipped {
                (from, to) = (Double(inputs) - to, Double(inputs) - from)
                middle = Double(inputs) - middle
            }
            if middle >= 0 && middle < Double(inputs) {
                append(Self.weights(method, from, middle, to), inputs: inputs)
            } else {
                append([], inputs: inputs)
            }
        }
    }

    /// Input pixels with real weights, in order, for the stretch from one place to another.
    private static func weights(
        _ method: Resampling, _ from: Double, _ middle: Double, _ to: Double
    ) -> [(index: Int, weight: Double)] {
        switch method {
        case .area:
            return (Int(from.rounded(.down))...Int(to.rounded(.down))).map {
                ($0, min(to, Double($0) + 1) - max(from, Double($0)))
            }
        case .bilinear:
            let left = (middle - 0.5).rounded(.down)
            let share = middle - 0.5 - left
            return [(Int(left), 1 - share), (Int(left) + 1, share)]
        case .nearest, .automatic:
            return [(Int(middle.rounded(.down)), 1)]
        }
    }

    /// Adds an output pixel, its weights scaled to whole numbers that sum up to `one`.
    private mutating func append(_ taps: [(index: Int, weight: Double)], inputs: Int) {
        let inside = taps.filter { (0..<inputs).contains($0.index) && $0.weight > 0 }
        let sum = inside.reduce(0) { $0 + $1.weight }
        var rest = Self.one
        for (offset, tap) in inside.enumerated() {
            let share = Int((tap.weight / sum * Double(Self.one)).rounded())
            let weight = offset == inside.count - 1 ? rest : min(share, rest)
            weights.append(Int32(weight))
            rest -= weight
        }
        firsts.append(inside.first?.index ?? 0)
        starts.append(weights.count)
    }

    /// Output pixels.
    var outputCount: Int { firsts.count }

    /// Whether every output pixel is one input pixel or none.
    var isOneToOne: Bool { zip(starts, starts.dropFirst()).allSatisfy { $1 - $0 <= 1 } }

    /// The output pixels that show something; they lie side by side.
    var visible: Range<Int> {
        let seen = firsts.indices.filter { starts[$0 + 1] > starts[$0] }
        return (seen.first ?? 0)..<((seen.last ?? -1) + 1)
    }

    /// The input pixels that are needed.
    var inputRange: Range<Int> {
        let ends = visible.map { (firsts[$0], firsts[$0] + starts[$0 + 1] - starts[$0]) }
        return (ends.map(\.0).min() ?? 0)..<(ends.map(\.1).max() ?? 0)
    }

    /// Mixes one row of greys into output greys with 8 bits of fraction; 0 where nothing is shown.
    func mix(_ input: UnsafeBufferPointer<UInt8>, into output: UnsafeMutableBufferPointer<UInt16>) {
        for index in 0..<outputCount {
            var sum: Int32 = 1 << 5
            var source = firsts[index]
            for tap in starts[index]..<starts[index + 1] {
                sum &+= weights[tap] &* Int32(input[source])
                source += 1
            }
            output[index] = UInt16(truncatingIfNeeded: sum >> 6)
        }
    }

    /// Sets `sums` to the weighted sum of the rows that output row `output` is made of; `rows` begins with input row `first`.
    func addRows(
        of rows: UnsafeBufferPointer<UInt16>, from first: Int, width: Int, output: Int,
        to sums: UnsafeMutableBufferPointer<UInt32>
    ) {
        sums.update(repeating: 0)
        for (offset, tap) in (starts[output]..<starts[output + 1]).enumerated() {
            let weight = UInt32(bitPattern: weights[tap])
            let start = (firsts[output] + offset - first) * width
            let row = UnsafeBufferPointer(rebasing: rows[start..<start + width])
            for column in 0..<width { sums[column] &+= weight &* UInt32(row[column]) }
        }
    }
}
