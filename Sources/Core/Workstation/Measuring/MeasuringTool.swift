import Imaging
import ReaderStudies

/// What a reader measures with.
public enum MeasuringTool: String, Hashable, Sendable, CaseIterable {
    /// A line of two points.
    case distance
    /// Two lines at a right angle.
    case pair
    /// An angle of three points.
    case angle
    /// The angle between two lines.
    case cobb
    /// An ellipse between two corners.
    case ellipse
    /// A rectangle between two corners.
    case rectangle
    /// An outline of corners.
    case polygon
    /// An outline drawn freely.
    case freehand
    /// One voxel.
    case value
    /// Painted voxels.
    case brush

    /// As on the screen.
    var title: String {
        switch self {
        case .distance: "distance"
        case .pair: "perpendicular pair"
        case .angle: "angle"
        case .cobb: "Cobb angle"
        case .ellipse: "ellipse"
        case .rectangle: "rectangle"
        case .polygon: "polygon"
        case .freehand: "free outline"
        case .value: "value"
        case .brush: "brush"
        }
    }

    /// How many points make it; `nil` for outlines, which are closed, and for the brush.
    var pointCount: Int? {
        switch self {
        case .value: 1
        case .distance, .ellipse, .rectangle: 2
        case .angle: 3
        case .pair, .cobb: 4
        case .polygon, .freehand, .brush: nil
        }
    }

    /// Whether it has an inside with voxels.
    var isRegion: Bool {
        switch self {
        case .ellipse, .rectangle, .polygon, .freehand: true
        case .distance, .pair, .angle, .cobb, .value, .brush: false
        }
    }

    /// As the store keeps it.
    var kind: AnswerMeasurement.Kind {
        switch self {
        case .distance: .distance
        case .pair: .perpendicularPair
        case .angle: .angle
        case .cobb: .cobbAngle
        case .ellipse: .ellipse
        case .rectangle: .rectangle
        case .polygon: .polygon
        case .freehand: .freehand
        case .value: .value
        case .brush: .mask
        }
    }

    /// The tool of what the store keeps.
    init(_ kind: AnswerMeasurement.Kind) {
        self = Self.allCases.first { $0.kind == kind } ?? .distance
    }

    /// What is measured through some points; `nil` while there are too few.
    func measurement(_ points: [ImagePoint]) -> Measurement? {
        guard points.count >= pointCount ?? 3 else { return nil }
        switch self {
        case .value: return .value(points[0])
        case .distance: return .distance(ImageSegment(points[0], points[1]))
        case .angle: return .angle(from: points[0], vertex: points[1], to: points[2])
        case .cobb:
            return .cobbAngle(
                ImageSegment(points[0], points[1]), ImageSegment(points[2], points[3]))
        case .pair:
            return .perpendicular(
                long: ImageSegment(points[0], points[1]), shortFrom: points[2], shortTo: points[3])
        case .ellipse: return .region(.ellipse(from: points[0], to: points[1]))
        case .rectangle: return .region(.rectangle(points[0], points[1]))
        case .polygon, .freehand: return .region(.polygon(points))
        case .brush: return nil
        }
    }
}
