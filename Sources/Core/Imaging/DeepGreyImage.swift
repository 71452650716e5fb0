/// Greys of 16 bits for a still, row-major, `height × width`, 0 (black) to 65,535 (white).
public struct DeepGreyImage: Hashable, Sendable {
    /// Pixels in a row.
    public let width: Int
    /// Rows.
    public let height: Int
    /// `width * height` greys.
    public let samples: [UInt16]

    /// A picture from its greys.
    public init(width: Int, height: Int, samples: [UInt16]) {
        precondition(
            samples.count == width * height, "\(samples.count) samples for \(width) × \(height)")
        self.width = width
        self.height = height
        self.samples = samples
    }

    /// The picture as the pane shows it, black around the slice; see `GreyImage.shown(through:)`.
    public func shown(through mapping: PaneMapping) -> DeepGreyImage {
        shown(through: mapping, resampling: mapping.resampling)
    }

    func shown(through mapping: PaneMapping, resampling: Resampling) -> DeepGreyImage {
        let source = mapping.orientation.transposed ? transposed() : self
        let (across, down) = mapping.taps(resampling)
        let rows = (0..<source.height).map { row in
            (0..<across.outputCount).map { column in
                across.mean(column) { Double(source.samples[row * source.width + $0]) }
            }
        }
        let samples = (0..<down.outputCount).flatMap { row in
            (0..<across.outputCount).map { column in
                UInt16(min(max(down.mean(row) { rows[$0][column] }.rounded(), 0), 65_535))
            }
        }
        return DeepGreyImage(
            width: mapping.pane.width, height: mapping.pane.height, samples: samples)
    }

    private func transposed() -> DeepGreyImage {
        DeepGreyImage(
            width: height, height: width,
            samples: (0..<width).flatMap { column in
                (0..<height).map { samples[$0 * width + column] }
            })
    }
}

extension ImageVolume {
    /// Greys of 16 bits of a slice (from 0), `rows × columns` as stored.
    public func deepGreys(slice: Int, voi: VOI) -> DeepGreyImage {
        let mapping = greyMapping(slice: slice, voi: voi)
        let samples = storage.withSlice(slice) { stored in
            (0..<geometry.columns * geometry.rows).map { index in
                mapping.deepGrey(stored: storage.sampleType.value(at: index, in: stored))
            }
        }
        return DeepGreyImage(width: geometry.columns, height: geometry.rows, samples: samples)
    }
}

extension ResamplingTaps {
    /// The weighted mean of the input values of one output pixel; 0 where nothing is shown.
    fileprivate func mean(_ output: Int, _ value: (Int) -> Double) -> Double {
        guard visible.contains(output) else { return 0 }
        let sum = (0..<tapCount).reduce(0.0) { sum, tap in
            let weight = weights[output * tapCount + tap]
            return weight == 0 ? sum : sum + Double(weight) * value(firsts[output] + tap)
        }
        return sum / Double(Self.one)
    }
}
