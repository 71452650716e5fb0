import Glibc
import Imaging

/// One number in every voxel of a series.
struct FloatVolume: Sendable {
    /// Where the voxels lie.
    let geometry: VolumeGeometry
    /// The numbers, slice by slice, row-major.
    var values: [Float]

    /// A volume from its numbers.
    init(_ geometry: VolumeGeometry, values: [Float]) {
        precondition(
            values.count == geometry.slices * geometry.rows * geometry.columns,
            "\(values.count) values for the volume")
        self.geometry = geometry
        self.values = values
    }

    /// Normal noise of standard deviation 1, correlated in the slice over about `correlation` pixels.
    ///
    /// Each slice has its own stream, so that a slice drawn alone is the same as in its series.
    static func noise(_ geometry: VolumeGeometry, correlation: Double, seed: UInt64) -> FloatVolume
    {
        var values: [Float] = []
        values.reserveCapacity(geometry.slices * geometry.rows * geometry.columns)
        for slice in 0..<geometry.slices {
            var generator = SeededGenerator(seed: geometry.seed(ofSlice: slice, seed))
            for _ in 0..<geometry.rows * geometry.columns {
                values.append(Float(generator.gaussian()))
            }
        }
        let white = FloatVolume(geometry, values: values)
        guard correlation > 0 else { return white }
        let kernel = gaussianKernel(correlation)
        let power = kernel.reduce(0) { $0 + $1 * $1 }
        let smooth = white.filtered(kernel)
        return FloatVolume(geometry, values: smooth.values.map { $0 / power })
    }

    /// The volume smoothed in each slice by a normal curve of `sigma` pixels.
    func smoothed(sigma: Double) -> FloatVolume {
        filtered(Self.gaussianKernel(sigma))
    }

    /// The volume filtered in each slice along rows and columns; edges repeat.
    private func filtered(_ kernel: [Float]) -> FloatVolume {
        let (columns, rows) = (geometry.columns, geometry.rows)
        var result = self
        for slice in 0..<geometry.slices {
            let start = slice * columns * rows
            for row in 0..<rows {
                result.filterLine(kernel, from: start + row * columns, step: 1, count: columns)
            }
            for column in 0..<columns {
                result.filterLine(kernel, from: start + column, step: columns, count: rows)
            }
        }
        return result
    }

    /// Filters `count` values that lie `step` apart.
    private mutating func filterLine(_ kernel: [Float], from: Int, step: Int, count: Int) {
        let line = (0..<count).map { values[from + $0 * step] }
        let reach = kernel.count / 2
        for index in 0..<count {
            var sum: Float = 0
            for tap in 0..<kernel.count {
                sum += kernel[tap] * line[min(max(index + tap - reach, 0), count - 1)]
            }
            values[from + index * step] = sum
        }
    }

    /// A normal curve of `sigma` pixels with sum 1.
    private static func gaussianKernel(_ sigma: Double) -> [Float] {
        let reach = max(1, Int((sigma * 3).rounded(.up)))
        let taps = (-reach...reach).map { exp(-Double($0 * $0) / (2 * sigma * sigma)) }
        let sum = taps.reduce(0, +)
        return taps.map { Float($0 / sum) }
    }
}

extension VolumeGeometry {
    /// The seed of one slice: it depends on where the slice lies, to a hundredth of a millimetre.
    func seed(ofSlice slice: Int, _ seed: UInt64) -> UInt64 {
        let level = Int((positions[slice].dot(normal) * 100).rounded())
        return mixBits(seed ^ mixBits(UInt64(bitPattern: Int64(level))))
    }

    /// The same geometry with some of its slices.
    func slices(_ chosen: [Int]) -> VolumeGeometry {
        VolumeGeometry(
            columns: columns, rows: rows, rowDirection: rowDirection,
            columnDirection: columnDirection, columnSpacingMM: columnSpacingMM,
            rowSpacingMM: rowSpacingMM, positions: chosen.map { positions[$0] })
    }
}
