/// A region drawn on a slice, in its columns and rows.
///
/// A voxel belongs to the region when its centre lies inside the outline. Centres on the outline of an ellipse or a rectangle
/// belong to it; of a polygon those on its left and upper edges do, on its right and lower ones not, so that polygons
/// with an edge in common share no voxel.
public enum ImageRegion: Hashable, Sendable, Codable {
    /// An ellipse along columns and rows, radii in pixels.
    case ellipse(center: ImagePoint, columnRadius: Double, rowRadius: Double)
    /// A rectangle between two opposite corners.
    case rectangle(ImagePoint, ImagePoint)
    /// A closed outline through corners, also one drawn freely; where it crosses itself, what lies inside an odd number of times
    /// counts.
    case polygon([ImagePoint])

    /// A round region, as a brush paints it: a radius in millimetres.
    public static func disc(
        center: ImagePoint, radiusMM: Double, in geometry: VolumeGeometry
    ) -> Self {
        .ellipse(
            center: center, columnRadius: radiusMM / geometry.columnSpacingMM,
            rowRadius: radiusMM / geometry.rowSpacingMM)
    }

    /// The ellipse that fills the rectangle between two corners.
    public static func ellipse(from corner: ImagePoint, to opposite: ImagePoint) -> Self {
        .ellipse(
            center: ImagePoint(
                column: (corner.column + opposite.column) / 2,
                row: (corner.row + opposite.row) / 2),
            columnRadius: abs(corner.column - opposite.column) / 2,
            rowRadius: abs(corner.row - opposite.row) / 2)
    }

    /// Whether a point of the slice belongs to the region.
    public func contains(_ point: ImagePoint) -> Bool {
        switch self {
        case .ellipse(let center, let columnRadius, let rowRadius):
            let x = (point.column - center.column) / columnRadius
            let y = (point.row - center.row) / rowRadius
            return x * x + y * y <= 1
        case .rectangle(let a, let b):
            return (min(a.column, b.column)...max(a.column, b.column)).contains(point.column)
                && (min(a.row, b.row)...max(a.row, b.row)).contains(point.row)
        case .polygon(let corners): return Self.isInside(corners, point)
        }
    }

    /// The area inside the outline as drawn, square millimetres; of an outline that crosses itself, parts that run the other
    /// way round are taken off.
    public func areaMM2(in geometry: VolumeGeometry) -> Double {
        geometry.pixelAreaMM2 * areaInPixels
    }

    private var areaInPixels: Double {
        switch self {
        case .ellipse(_, let columnRadius, let rowRadius): .pi * columnRadius * rowRadius
        case .rectangle(let a, let b): abs((a.column - b.column) * (a.row - b.row))
        case .polygon(let corners):
            abs(
                zip(corners, corners.dropFirst() + corners.prefix(1)).reduce(0) { sum, edge in
                    sum + edge.0.column * edge.1.row - edge.1.column * edge.0.row
                }) / 2
        }
    }

    /// Counts the edges to the right of the point.
    private static func isInside(_ corners: [ImagePoint], _ point: ImagePoint) -> Bool {
        var isInside = false
        for (a, b) in zip(corners, corners.dropFirst() + corners.prefix(1))
        where (a.row > point.row) != (b.row > point.row) {
            let share = (point.row - a.row) / (b.row - a.row)
            if point.column < a.column + share * (b.column - a.column) { isInside.toggle() }
        }
        return isInside
    }
}

extension ImageRegion {
    /// The voxels of a slice that belong to the region, row by row.
    ///
    /// - Throws: `MeasureError` when the region is no region; one that holds no voxel gives none.
    public func voxels(
        in geometry: VolumeGeometry
    ) throws(MeasureError) -> [(column: Int, row: Int)] {
        let points = try checkedBounds()
        let columns = Self.range(points.map(\.column), below: geometry.columns)
        let rows = Self.range(points.map(\.row), below: geometry.rows)
        var voxels: [(column: Int, row: Int)] = []
        for row in rows {
            for column in columns
            where contains(ImagePoint(column: Double(column), row: Double(row))) {
                voxels.append((column, row))
            }
        }
        return voxels
    }

    /// Points that the region lies between.
    private func checkedBounds() throws(MeasureError) -> [ImagePoint] {
        let points: [ImagePoint]
        switch self {
        case .ellipse(let center, let columnRadius, let rowRadius):
            guard columnRadius > 0, rowRadius > 0 else { throw .notANumber }
            points = [-1.0, 1].map {
                ImagePoint(
                    column: center.column + $0 * columnRadius, row: center.row + $0 * rowRadius)
            }
        case .rectangle(let a, let b): points = [a, b]
        case .polygon(let corners):
            guard corners.count >= 3 else { throw .fewCorners(count: corners.count) }
            points = corners
        }
        guard points.allSatisfy({ $0.column.isFinite && $0.row.isFinite }) else {
            throw .notANumber
        }
        return points
    }

    /// Whole numbers from the least to the greatest of some, inside `0..<count`.
    private static func range(_ numbers: [Double], below count: Int) -> Range<Int> {
        let limit = Double(count)
        let first = (numbers.min() ?? 0).rounded(.up)
        let last = (numbers.max() ?? 0).rounded(.down)
        let lower = Int(min(max(first, 0), limit))
        let upper = Int(min(max(last + 1, 0), limit))
        return lower..<max(lower, upper)
    }
}
