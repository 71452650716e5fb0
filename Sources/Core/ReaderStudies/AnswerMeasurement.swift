/// Something measured on the images, kept with the answer that it supports.
public struct AnswerMeasurement: Hashable, Sendable, Codable {
    /// What was drawn; a released name never changes.
    public enum Kind: String, Hashable, Sendable, Codable, CaseIterable {
        /// A line of two points.
        case distance
        /// The two ends of the long axis, then the two of the short one.
        case perpendicularPair
        /// An angle: one side, the vertex, the other side.
        case angle
        /// The angle between two lines of two points each.
        case cobbAngle
        /// The ellipse in the rectangle between two corners.
        case ellipse
        /// The rectangle between two corners.
        case rectangle
        /// The corners of an outline.
        case polygon
        /// An outline drawn freely.
        case freehand
        /// The value of one voxel.
        case value
        /// Painted voxels.
        case mask
    }

    /// What was drawn.
    public var kind: Kind
    /// The series.
    public var series: SeriesToken
    /// The plane: `acquired`, or the name of the plane that was computed.
    public var plane: String
    /// How that plane and its slab were computed; `nil` for an acquired slice alone.
    public var computed: PlaneRecord?
    /// The slice of that plane, from 0.
    public var slice: Int
    /// The points, in the order that `kind` says; none for a mask.
    public var points: [MeasuredPoint]
    /// What was painted; `nil` for anything else.
    public var masks: [PaintedMask]?
    /// The numbers, the chief one first.
    public var quantities: [AnswerQuantity]
    /// The name of the quantity that became the answer.
    public var answered: String
    /// VOI window centre while it was measured; 0 with width 0 for a table of the file.
    public var windowCenter: Double
    /// VOI window width.
    public var windowWidth: Double
    /// Screen pixels for one image pixel.
    public var pixelScale: Double

    /// A measurement on a slice.
    public init(
        kind: Kind, series: SeriesToken, plane: String = "acquired", computed: PlaneRecord? = nil,
        slice: Int, points: [MeasuredPoint], masks: [PaintedMask]? = nil,
        quantities: [AnswerQuantity],
        answered: String, windowCenter: Double, windowWidth: Double, pixelScale: Double
    ) {
        self.kind = kind
        self.series = series
        self.plane = plane
        self.computed = computed
        self.slice = slice
        self.points = points
        self.masks = masks
        self.quantities = quantities
        self.answered = answered
        self.windowCenter = windowCenter
        self.windowWidth = windowWidth
        self.pixelScale = pixelScale
    }
}

/// A place that a measurement goes through.
public struct MeasuredPoint: Hashable, Sendable, Codable {
    /// Column, row and slice of the series, from 0; whole numbers are middles of voxels.
    public let voxel: [Double]
    /// Position in patient millimetres (x to the left, y to the back, z to the head), relative to the case's
    /// origin.
    public let positionMM: [Double]

    /// A place; both hold three numbers.
    public init(voxel: [Double], positionMM: [Double]) {
        precondition(
            voxel.count == 3 && positionMM.count == 3,
            "a place has three coordinates, got \(voxel.count) and \(positionMM.count)")
        self.voxel = voxel
        self.positionMM = positionMM
    }
}

/// A measured number.
public struct AnswerQuantity: Hashable, Sendable, Codable {
    /// What it is: `length`, `angle`, `mean`.
    public let name: String
    /// The number, not rounded.
    public let value: Double
    /// Its unit; empty when it has none.
    public let unit: String

    /// A number with its name and unit.
    public init(name: String, value: Double, unit: String) {
        self.name = name
        self.value = value
        self.unit = unit
    }
}
