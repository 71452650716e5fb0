/// The long axis of a lesion and an axis perpendicular to it.
public struct PerpendicularPair: Hashable, Sendable, Codable {
    /// The long axis.
    public let long: ImageSegment
    /// The axis perpendicular to it, in millimetres of the patient.
    public let short: ImageSegment
    /// Length of the long axis, millimetres.
    public let longMM: Double
    /// Length of the short axis, millimetres.
    public let shortMM: Double

    /// Product of both lengths, square millimetres.
    public var productMM2: Double { longMM * shortMM }

    /// A pair drawn by hand: the short axis begins at `start` and goes as far towards `end` as the right angle allows.
    ///
    /// - Throws: `MeasureError.pointsCoincide` when the long axis has no length.
    public init(
        long: ImageSegment, shortFrom start: ImagePoint, to end: ImagePoint,
        in geometry: VolumeGeometry
    ) throws(MeasureError) {
        let frame = try AxisFrame(long, geometry)
        let from = frame.place(start)
        let short = ImageSegment(
            start, frame.point(along: from.along, across: frame.place(end).across))
        self.init(long: long, short: short, in: geometry)
    }

    /// The pair of an outline: its two corners furthest apart, and the longest line inside it at a right angle to them.
    ///
    /// - Throws: `MeasureError` when the outline has fewer than three corners or no extent.
    public init(outline: [ImagePoint], in geometry: VolumeGeometry) throws(MeasureError) {
        guard outline.count >= 3 else { throw .fewCorners(count: outline.count) }
        let long = Self.furthest(outline, in: geometry)
        let frame = try AxisFrame(long, geometry)
        let corners = outline.map(frame.place)
        guard let (along, chord) = Self.longestChord(corners) else { throw .pointsCoincide }
        let short = ImageSegment(
            frame.point(along: along, across: chord.lowerBound),
            frame.point(along: along, across: chord.upperBound))
        self.init(long: long, short: short, in: geometry)
    }

    private init(long: ImageSegment, short: ImageSegment, in geometry: VolumeGeometry) {
        self.long = long
        self.short = short
        longMM = geometry.lengthMM(long)
        shortMM = geometry.lengthMM(short)
    }

    private static func furthest(
        _ outline: [ImagePoint], in geometry: VolumeGeometry
    ) -> ImageSegment {
        var longest = ImageSegment(outline[0], outline[0])
        var length = 0.0
        for (index, start) in outline.enumerated() {
            for end in outline[(index + 1)...] {
                let candidate = geometry.lengthMM(ImageSegment(start, end))
                if candidate > length {
                    (longest, length) = (ImageSegment(start, end), candidate)
                }
            }
        }
        return longest
    }

    /// The longest stretch across the axis that lies inside. Between corners its length changes evenly, so the longest begins
    /// or ends beside one.
    private static func longestChord(
        _ corners: [AxisPlace]
    ) -> (along: Double, chord: ClosedRange<Double>)? {
        let places = corners.map(\.along)
        let extent = (places.max() ?? 0) - (places.min() ?? 0)
        // Beside a corner, not on it, each edge is either crossed or not.
        let besides = places.flatMap { [$0 - 1e-9 * extent, $0 + 1e-9 * extent] }
        let chords = besides.flatMap { along in
            crossings(corners, along: along).map { (along: along, chord: $0) }
        }
        return chords.max {
            $0.chord.upperBound - $0.chord.lowerBound < $1.chord.upperBound - $1.chord.lowerBound
        }
    }

    /// The stretches inside the outline at a place of the axis, by the even-odd rule.
    private static func crossings(
        _ corners: [AxisPlace], along: Double
    ) -> [ClosedRange<Double>] {
        var heights: [Double] = []
        for (start, end) in zip(corners, corners.dropFirst() + corners.prefix(1))
        where (start.along > along) != (end.along > along) {
            let share = (along - start.along) / (end.along - start.along)
            heights.append(start.across + share * (end.across - start.across))
        }
        heights.sort()
        return stride(from: 0, to: heights.count - 1, by: 2).map { heights[$0]...heights[$0 + 1] }
    }
}

/// A place along and across an axis, millimetres.
private struct AxisPlace {
    let along: Double
    let across: Double
}

/// Millimetres along a line of a slice and at a right angle to it.
private struct AxisFrame {
    private let origin: ImagePoint
    private let direction: Vector3
    private let perpendicular: Vector3
    private let geometry: VolumeGeometry

    init(_ line: ImageSegment, _ geometry: VolumeGeometry) throws(MeasureError) {
        guard let direction = geometry.way(from: line.start, to: line.end).normalized else {
            throw .pointsCoincide
        }
        self.direction = direction
        perpendicular = geometry.normal.cross(direction)
        origin = line.start
        self.geometry = geometry
    }

    func place(_ point: ImagePoint) -> AxisPlace {
        let way = geometry.way(from: origin, to: point)
        return AxisPlace(along: way.dot(direction), across: way.dot(perpendicular))
    }

    func point(along: Double, across: Double) -> ImagePoint {
        let way = direction * along + perpendicular * across
        return ImagePoint(
            column: origin.column + way.dot(geometry.rowDirection) / geometry.columnSpacingMM,
            row: origin.row + way.dot(geometry.columnDirection) / geometry.rowSpacingMM)
    }
}
