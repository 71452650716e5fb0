/// What is odd about the files of a case or about one series, by slice number and millimetre.
public enum SeriesIssue: Hashable, Sendable {
    /// Where a slice lies: its number, from 1, of how many, and its coordinate along the axis that the stack runs along.
    public struct Place: Hashable, Sendable {
        /// Number of the slice, from 1.
        public var slice: Int
        /// Slices of the stack.
        public var of: Int
        /// `x`, `y` or `z`.
        public var axis: String
        /// Coordinate on that axis, millimetres.
        public var millimetres: Double
    }

    /// Slices are missing: `count` of them, the first of which is `place`, between two coordinates.
    case missing(Place, count: Int, toMM: Double)
    /// A second slice lies at the same place; the first in the file's order is kept.
    case duplicate(Place)
    /// The same file is given twice; one is kept.
    case sameFileTwice
    /// The distance of neighbours varies without a whole slice being missing.
    case unevenSpacing(leastMM: Double, greatestMM: Double)
    /// A slice lies in another plane than most of the series; it becomes a stack of its own.
    case otherOrientation(Place)
    /// A slice has other rows, columns or pixel spacing than most of the series; it becomes a stack of its own.
    case otherSize(Place, rows: Int, columns: Int)
    /// The series holds images of several planes, such as a localizer.
    case severalOrientations(count: Int)
    /// Every place is there several times, such as times or echoes; each becomes a stack of its own.
    case repeated(times: Int)
    /// Slices are shifted against each other, as with a tilted gantry.
    case sheared(perSliceMM: Double)
    /// Pixel spacing is absent, 0 or not a number.
    case noPixelSpacing
    /// Position or orientation is absent.
    case noPosition
    /// All slices lie at one place.
    case noDistance
    /// The files of a case belong to several patients.
    case severalPatients(count: Int)
    /// A remark of a file's reader.
    case remark(String)

    /// Whether the slices cannot be shown as a volume.
    public var isFatal: Bool {
        switch self {
        case .noPixelSpacing, .noPosition, .noDistance, .severalPatients: true
        default: false
        }
    }
}

extension SeriesIssue: CustomStringConvertible {
    /// What is odd, where, and what to do next.
    public var description: String {
        switch self {
        case .missing(let place, let count, let end): Self.missing(place, count, end)
        case .duplicate(let place):
            "\(place) is there twice; the first is used. Re-export the series."
        case .sameFileTwice: "A file of the series is given twice. One is used."
        case .unevenSpacing(let least, let greatest):
            "The distance of slices varies from \(Self.mm(least)) to \(Self.mm(greatest)). "
                + "Check the series for missing slices."
        case .otherOrientation(let place):
            "\(place) lies in another plane than the others. Re-export the series."
        case .otherSize(let place, let rows, let columns):
            "\(place) has \(columns) × \(rows) pixels or a spacing unlike the others. "
                + "Re-export the series."
        case .severalOrientations(let count):
            "The series holds \(count) planes; each is a stack of its own."
        case .repeated(let times):
            "Each slice is there \(times) times; each time is a stack of its own."
        case .sheared(let shift):
            "Each slice is shifted by \(Self.mm(shift)) in its plane (tilted gantry)."
        case .noPixelSpacing:
            "The pixel spacing is absent or 0. Export the series with its Pixel Spacing."
        case .noPosition:
            "Slices have no position or orientation. Export the series with its geometry."
        case .noDistance: "All slices lie at one place. Export the series with its positions."
        case .severalPatients(let count):
            "The files belong to \(count) patients. Import one patient a case."
        case .remark(let text): text
        }
    }

    private static func missing(_ place: Place, _ count: Int, _ end: Double) -> String {
        let last = place.slice + count - 1
        let what =
            count == 1
            ? "Slice \(place.slice) of \(place.of) is"
            : "Slices \(place.slice) to \(last) of \(place.of) are"
        return "\(what) missing between \(place.axis) = \(mm(place.millimetres)) and "
            + "\(place.axis) = \(mm(end)). Re-export the series."
    }

    /// A length with at most two decimals.
    static func mm(_ value: Double) -> String {
        let hundredths = (value * 100).rounded()
        guard hundredths.magnitude < 1e12 else { return "\(value) mm" }
        let whole = Int(hundredths.magnitude)
        let sign = hundredths < 0 ? "-" : ""
        let fraction = whole % 100
        let decimals =
            fraction == 0
            ? ""
            : fraction % 10 == 0
                ? ".\(fraction / 10)" : fraction < 10 ? ".0\(fraction)" : ".\(fraction)"
        return "\(sign)\(whole / 100)\(decimals) mm"
    }
}

extension SeriesIssue.Place: CustomStringConvertible {
    /// `Slice 12 of 24 at z = 30 mm`.
    public var description: String {
        "Slice \(slice) of \(of) at \(axis) = \(SeriesIssue.mm(millimetres))"
    }
}
