/// What measured values of a volume are counted in.
public struct MeasurementUnit: Hashable, Sendable {
    /// The unit as it is written after a number; empty for values without one.
    public let symbol: String
    /// What modality values are multiplied with to be counted in it.
    public let factor: Double

    /// Values as they are stored, after rescale.
    public static let stored = MeasurementUnit(symbol: "", factor: 1)

    /// A unit.
    public init(symbol: String, factor: Double) {
        self.symbol = symbol
        self.factor = factor
    }
}

extension ImageVolume {
    /// The unit of values of this volume: HU, SUVbw in g/ml, ADC in 10⁻³ mm²/s, Bq/ml, or what the file says.
    public var measurementUnit: MeasurementUnit {
        if let suvFactor { return MeasurementUnit(symbol: "g/ml SUVbw", factor: suvFactor) }
        return switch units.lowercased() {
        case "hu": MeasurementUnit(symbol: "HU", factor: 1)
        case "gml", "g/ml", "g/ml{suvbw}": MeasurementUnit(symbol: "g/ml SUVbw", factor: 1)
        case "bqml", "bq/ml": MeasurementUnit(symbol: "Bq/ml", factor: 1)
        case "mm2/s": Self.diffusion(1_000)
        case "10-3 mm2/s", "1e-3 mm2/s", "10^-3 mm2/s", "10*-3.mm2/s": Self.diffusion(1)
        case "10-6 mm2/s", "1e-6 mm2/s", "10^-6 mm2/s", "um2/s", "10*-6.mm2/s":
            Self.diffusion(0.001)
        default: MeasurementUnit(symbol: units, factor: 1)
        }
    }

    /// The value of a voxel (each index from 0) in `measurementUnit`, or `nil` outside of the image.
    public func measuredValue(column: Int, row: Int, slice: Int) -> Double? {
        guard let value = modalityValue(column: column, row: row, slice: slice), value.isFinite
        else { return nil }
        return value * measurementUnit.factor
    }

    private static func diffusion(_ factor: Double) -> MeasurementUnit {
        MeasurementUnit(symbol: "10⁻³ mm²/s", factor: factor)
    }
}
