/// For each output pixel of one side, the input pixels that it is made of and their weights.
struct ResamplingTaps {
    /// The weights of an output pixel sum up to this, so that equal greys stay equal.
    static let one = 1 << 14

    /// Input pixels of each output pixel; those that do not count have weight 0.
    let tapCount: Int
    /// Index of the first input pixel of each output pixel.
    let firsts: [Int]
    /// `tapCount` weights for each output pixel, of bicubic also negative ones; all 0 where nothing is shown.
    let weights: [Int32]
    /// The output pixels that show something; they lie side by side.
    let visible: Range<Int>

    /// Taps for one side: `outputs` pane pixels, of which the picture with `inputs` voxels begins at
    /// `origin` with `scale` pane pixels each; `flipped` counts voxels from the other end.
    init(
        inputs: Int, outputs: Int, origin: Double, scale: Double, flipped: Bool, method: Resampling
    ) {
        let side = Side(
            inputs: inputs, origin: origin, scale: scale, flipped: flipped,
            method: method.resolved(scale: scale))
        let taken = (0..<outputs).map { Taken(range: side.range($0)) }
        let count = taken.reduce(0) { max($0, $1.range.count) }
        // All taps of a row lie inside the picture, also those of weight 0.
        let firsts = taken.map { min($0.range.lowerBound, inputs - count) }
        var weights = [Int32](repeating: 0, count: outputs * count)
        for output in 0..<outputs where !taken[output].range.isEmpty {
            side.setWeights(
                of: output, over: taken[output].range,
                at: output * count + taken[output].range.lowerBound - firsts[output],
                in: &weights)
        }
        self.firsts = firsts
        self.weights = weights
        tapCount = count
        let first = taken.firstIndex { !$0.range.isEmpty } ?? 0
        visible = first..<(taken.lastIndex { !$0.range.isEmpty } ?? first - 1) + 1
    }

    /// Output pixels.
    var outputCount: Int { firsts.count }

    /// Whether each of `inputs` pixels is shown by one output pixel, in their order.
    func isIdentity(of inputs: Int) -> Bool {
        tapCount == 1 && visible.count == inputs && outputCount == inputs
            && firsts.elementsEqual(0..<inputs)
    }

    /// The input pixels that are needed.
    var inputRange: Range<Int> {
        let needed = firsts[visible]
        return (needed.min() ?? 0)..<((needed.max() ?? 0) + tapCount)
    }

    /// The input pixels of an output pixel: a type of its own, since the runtime has to make that of a range.
    private struct Taken {
        let range: Range<Int>
    }

    /// One side of a picture on its pane.
    private struct Side {
        let inputs: Int
        let origin: Double
        let scale: Double
        let flipped: Bool
        let method: Resampling

        /// Where the middle of an output pixel lies, in input pixels from the edge.
        private func middle(_ output: Int) -> Double {
            // The very expressions of PaneMapping, so that both name the same voxel.
            let place = (Double(output) + 0.5 - origin) / scale
            return flipped ? Double(inputs) - place : place
        }

        /// The input pixels of an output pixel; none when its middle lies outside the picture.
        func range(_ output: Int) -> Range<Int> {
            let middle = middle(output)
            guard middle >= 0, middle < Double(inputs) else { return 0..<0 }
            let reach = self.reach
            let first = Int((middle - reach).rounded(.down))
            let last = Int((middle + reach).rounded(.up)) - 1
            return max(first, 0)..<(min(max(last, first), inputs - 1) + 1)
        }

        /// How far input pixels count on both sides of the middle, from edge to edge.
        private var reach: Double {
            switch method {
            case .area: 0.5 / scale
            case .bilinear: 0.5
            case .bicubic: 2 / min(scale, 1)
            case .nearest, .automatic: 0
            }
        }

        /// Sets the weights of an output pixel as whole numbers that sum up to `one`.
        func setWeights(
            of output: Int, over range: Range<Int>, at place: Int, in weights: inout [Int32]
        ) {
            let middle = middle(output)
            let sum = range.reduce(0) { $0 + weight($1, middle) }
            var rest = one
            for index in range {
                let share = Int((weight(index, middle) / sum * Double(one)).rounded())
                let whole = index == range.upperBound - 1 ? rest : share
                weights[place + index - range.lowerBound] = Int32(whole)
                rest -= whole
            }
        }

        /// The weight of an input pixel: of bicubic by its distance, else the part of it that is within reach.
        private func weight(_ index: Int, _ middle: Double) -> Double {
            let reach = self.reach
            guard reach > 0 else { return 1 }
            if method == .bicubic { return cubic(2 / reach * (Double(index) + 0.5 - middle)) }
            return min(middle + reach, Double(index) + 1) - max(middle - reach, Double(index))
        }

        /// The cubic convolution kernel with a = -1/2.
        ///
        /// Source: Keys 1981, doi:10.1109/TASSP.1981.1163711.
        private func cubic(_ distance: Double) -> Double {
            let x = abs(distance)
            if x < 1 { return (1.5 * x - 2.5) * x * x + 1 }
            return x < 2 ? ((-0.5 * x + 2.5) * x - 4) * x + 2 : 0
        }
    }
}
