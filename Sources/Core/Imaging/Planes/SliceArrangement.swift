/// How the slices of a series follow each other.
public struct SliceArrangement: Hashable, Sendable {
    /// Distance of neighbouring slices across their planes, millimetres, the middle one of all; `nil` for a single slice.
    public let spacingMM: Double?
    /// The least and the greatest distance of neighbours, millimetres; `nil` for a single slice.
    public let spacingRangeMM: ClosedRange<Double>?
    /// Slices (from 0) after which others are missing: the distance is more than half again that on both sides.
    public let gaps: [Int]
    /// How far each slice is shifted in its plane against the one before, millimetres on average: a tilted gantry.
    public let shiftMM: Double

    /// The arrangement of the slices of `geometry`.
    public init(_ geometry: VolumeGeometry) {
        let depths = geometry.sliceDepthsMM
        let distances = zip(depths.dropFirst(), depths).map { $0 - $1 }
        let sorted = distances.sorted()
        spacingMM = sorted.isEmpty ? nil : sorted[(sorted.count - 1) / 2]
        if let least = sorted.first, let greatest = sorted.last {
            spacingRangeMM = least...greatest
        } else {
            spacingRangeMM = nil
        }
        gaps = distances.indices.filter { Self.isGap($0, distances) }
        shiftMM = Self.shift(geometry)
    }

    /// Whether all neighbours are equally far from each other, within a fiftieth.
    public var isEven: Bool {
        guard let range = spacingRangeMM, let spacingMM else { return true }
        return range.upperBound - range.lowerBound <= spacingMM / 50
    }

    private static func isGap(_ index: Int, _ distances: [Double]) -> Bool {
        let neighbours = [index - 1, index + 1].filter(distances.indices.contains)
        return !neighbours.isEmpty
            && neighbours.allSatisfy { distances[index] > 1.5 * distances[$0] }
    }

    private static func shift(_ geometry: VolumeGeometry) -> Double {
        guard geometry.slices > 1, let first = geometry.positions.first,
            let last = geometry.positions.last
        else { return 0 }
        let way = last - first
        let across = geometry.normal * way.dot(geometry.normal)
        return (way - across).length / Double(geometry.slices - 1)
    }
}

extension SliceArrangement {
    /// What a reader of other planes should know, as sentences: uneven distances, missing slices, a tilted gantry.
    public var remarks: [String] {
        var remarks: [String] = []
        if let range = spacingRangeMM, !isEven, gaps.isEmpty {
            let (least, greatest) = (Self.text(range.lowerBound), Self.text(range.upperBound))
            remarks.append(
                "Slices lie \(least) to \(greatest) mm apart; other planes are computed from their true places."
            )
        }
        for gap in gaps {
            remarks.append(
                "Slices are missing after slice \(gap + 1); other planes are black there.")
        }
        if shiftMM > 0.1 {
            remarks.append("The gantry was tilted; other planes are straightened.")
        }
        return remarks
    }

    /// Millimetres to a hundredth.
    private static func text(_ millimetres: Double) -> String {
        "\((millimetres * 100).rounded() / 100)"
    }
}
