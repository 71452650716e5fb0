/// Something measured on one slice, as a reader draws it.
public enum Measurement: Hashable, Sendable, Codable {
    /// The value at a point: of the voxel whose centre is nearest.
    case value(ImagePoint)
    /// The length of a line.
    case distance(ImageSegment)
    /// The angle at `vertex`.
    case angle(from: ImagePoint, vertex: ImagePoint, to: ImagePoint)
    /// The angle between two lines.
    case cobbAngle(ImageSegment, ImageSegment)
    /// A long axis and one perpendicular to it.
    case perpendicular(long: ImageSegment, shortFrom: ImagePoint, shortTo: ImagePoint)
    /// The values in a region.
    case region(ImageRegion)
}

/// A measured number with its name and unit.
public struct MeasuredQuantity: Hashable, Sendable {
    /// What it is: `length`, `angle`, `long axis`, `short axis`, `value`, `mean`, `SD`, `minimum`, `maximum`, `area`,
    /// `voxels`.
    public let name: String
    /// The number, not rounded.
    public let value: Double
    /// Its unit; empty when it has none.
    public let unit: String

    init(_ name: String, _ value: Double, _ unit: String) {
        self.name = name
        self.value = value
        self.unit = unit
    }
}

extension ImageVolume {
    /// The numbers of a measurement on a slice (from 0), the chief one first.
    public func quantities(
        of measurement: Measurement, slice: Int
    ) throws(MeasureError) -> [MeasuredQuantity] {
        switch measurement {
        case .value(let point): try [value(at: point, slice: slice)]
        case .distance(let line):
            [MeasuredQuantity("length", geometry.lengthMM(line), "mm")]
        case .angle(let first, let vertex, let second):
            try [
                MeasuredQuantity(
                    "angle", geometry.angleDegrees(at: vertex, from: first, to: second), "°")
            ]
        case .cobbAngle(let first, let second):
            try [MeasuredQuantity("angle", geometry.cobbAngleDegrees(first, second), "°")]
        case .perpendicular(let long, let start, let end):
            try Self.quantities(
                PerpendicularPair(long: long, shortFrom: start, to: end, in: geometry))
        case .region(let region):
            try Self.quantities(statistics(of: region, slice: slice))
        }
    }

    private func value(
        at point: ImagePoint, slice: Int
    ) throws(MeasureError) -> MeasuredQuantity {
        guard let column = Int(exactly: point.column.rounded()),
            let row = Int(exactly: point.row.rounded())
        else { throw .notANumber }
        guard let value = measuredValue(column: column, row: row, slice: slice) else {
            throw .noVoxels
        }
        return MeasuredQuantity("value", value, measurementUnit.symbol)
    }

    private static func quantities(_ pair: PerpendicularPair) -> [MeasuredQuantity] {
        [
            MeasuredQuantity("long axis", pair.longMM, "mm"),
            MeasuredQuantity("short axis", pair.shortMM, "mm"),
        ]
    }

    private static func quantities(_ statistics: RegionStatistics) -> [MeasuredQuantity] {
        let unit = statistics.unit.symbol
        let deviation = statistics.standardDeviation.map { [MeasuredQuantity("SD", $0, unit)] }
        return [MeasuredQuantity("mean", statistics.mean, unit)] + (deviation ?? []) + [
            MeasuredQuantity("minimum", statistics.minimum, unit),
            MeasuredQuantity("maximum", statistics.maximum, unit),
            MeasuredQuantity("area", statistics.areaMM2, "mm²"),
            MeasuredQuantity("voxels", Double(statistics.voxelCount), ""),
        ]
    }
}
