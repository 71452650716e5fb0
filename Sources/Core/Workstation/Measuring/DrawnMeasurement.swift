import Imaging
import ReaderStudies

/// The slice on which something is drawn: of which series, in which planes.
public struct DrawnPlace: Hashable, Sendable {
    /// The series.
    let series: SeriesToken
    /// Its planes.
    let plane: ShownPlane
    /// What is shown of a thick slab; `nil` for the plane itself.
    let slab: Slab?
    /// The slice of these planes, from 0.
    let slice: Int

    /// The slice in view.
    init(_ viewer: Viewer) {
        series = viewer.series
        plane = viewer.plane
        slab = viewer.slab
        slice = viewer.slice
    }

    /// A slice of some planes; `nil` where the record names none that the program knows.
    init?(_ measured: AnswerMeasurement) {
        series = measured.series
        slice = measured.slice
        let record = measured.computed
        guard let plane = record.map(ShownPlane.init) ?? .acquired,
            record != nil || measured.plane == ShownPlane.acquired.name
        else { return nil }
        self.plane = plane
        slab = record.flatMap(Slab.init)
    }

    /// What the planes are when they are not the acquired slices alone: `coronal MIP 10 mm`.
    var words: String? { plane.words(with: slab) }
}

/// Something that a reader draws on a slice to measure it.
public struct DrawnMeasurement: Hashable, Sendable {
    /// With what.
    let tool: MeasuringTool
    /// Where.
    let place: DrawnPlace
    /// The points so far, in pixels of the slice.
    var points: [ImagePoint]

    /// The numbers on its slice of `planes`, those that it was drawn on.
    ///
    /// - Throws: `MeasureError` when they cannot be computed; none while there are too few points.
    func quantities(in planes: ImageVolume) throws(MeasureError) -> [MeasuredQuantity] {
        guard let measurement = tool.measurement(points) else { return [] }
        return try planes.quantities(of: measurement, slice: place.slice)
    }

    /// The lines that show it.
    var lines: [ImageSegment] {
        switch tool {
        case .value, .brush: []
        case .distance, .angle: Self.path(points)
        case .pair, .cobb:
            Self.path(Array(points.prefix(2))) + Self.path(Array(points.dropFirst(2)))
        case .polygon, .freehand: Self.path(points + points.prefix(1))
        case .rectangle: points.count == 2 ? Self.rectangle(points[0], points[1]) : []
        case .ellipse: points.count == 2 ? Self.ellipse(points[0], points[1]) : []
        }
    }

    private static func path(_ points: [ImagePoint]) -> [ImageSegment] {
        zip(points, points.dropFirst()).map { ImageSegment($0, $1) }
    }

    private static func rectangle(_ a: ImagePoint, _ b: ImagePoint) -> [ImageSegment] {
        let corners = [
            a, ImagePoint(column: b.column, row: a.row), b,
            ImagePoint(column: a.column, row: b.row),
        ]
        return path(corners + [a])
    }

    private static func ellipse(_ a: ImagePoint, _ b: ImagePoint) -> [ImageSegment] {
        guard case .ellipse(let center, let across, let down) = ImageRegion.ellipse(from: a, to: b)
        else { return [] }
        let points = UnitCircle.points.map {
            ImagePoint(column: center.column + across * $0.x, row: center.row + down * $0.y)
        }
        return path(points + points.prefix(1))
    }
}

extension DrawnMeasurement {
    /// What an earlier sitting measured, as lines on its slice again; `nil` where the series has no such planes.
    init?(_ measured: AnswerMeasurement, in acquired: VolumeGeometry) {
        guard let place = DrawnPlace(measured) else { return nil }
        tool = MeasuringTool(measured.kind)
        self.place = place
        guard let directions = place.plane.directions else {
            points = measured.points.map { ImagePoint(column: $0.voxel[0], row: $0.voxel[1]) }
            return
        }
        guard let planes = try? acquired.planes(along: directions),
            (0..<planes.slices).contains(place.slice)
        else { return nil }
        points = measured.points.map {
            planes.point(
                Vector3($0.positionMM[0], $0.positionMM[1], $0.positionMM[2]), slice: place.slice)
        }
    }
}

/// Points around a circle of radius 1, close enough for any screen.
private enum UnitCircle {
    static let points: [(x: Double, y: Double)] = {
        // The half angle's tangent runs through all directions without sine and cosine.
        let quarter = (0..<16).map { step -> (x: Double, y: Double) in
            let t = Double(step) / 16
            let (x, y) = ((1 - t * t) / (1 + t * t), 2 * t / (1 + t * t))
            return (x, y)
        }
        let half = quarter + quarter.map { (x: -$0.y, y: $0.x) }
        return half + half.map { (x: -$0.x, y: -$0.y) }
    }()
}
