import Imaging

/// What is odd about the distances of sorted slices.
struct SliceOrder {
    /// The issues, in the order of the slices.
    let issues: [SeriesIssue]

    /// Slices sorted along `normal`; several at one place are duplicates.
    init(places: [[Candidate]], normal: Vector3) {
        let positions = places.compactMap { $0[0].attributes.plane?.position }
        let heights = positions.map { $0.dot(normal) }
        let distances = zip(heights.dropFirst(), heights).map { $0 - $1 }
        let nominal = SliceOrder.nominal(distances)
        let axis = Axis(along: normal)
        let steps = distances.map { SliceOrder.steps($0, nominal: nominal) }
        let total = 1 + steps.reduce(0, +)
        var issues: [SeriesIssue] = []
        var number = 1
        for (index, position) in positions.enumerated() {
            let coordinate = axis.coordinate(of: position)
            if places[index].count > 1 {
                issues.append(
                    .duplicate(
                        .init(slice: number, of: total, axis: axis.name, millimetres: coordinate)))
            }
            guard index < steps.count else { break }
            if steps[index] > 1 {
                issues.append(
                    .missing(
                        .init(
                            slice: number + 1, of: total, axis: axis.name, millimetres: coordinate),
                        count: steps[index] - 1,
                        toMM: axis.coordinate(of: positions[index + 1])))
            }
            number += steps[index]
        }
        issues += SliceOrder.unevenness(distances, steps, nominal)
        issues += SliceOrder.shear(positions, normal)
        self.issues = issues
    }

    /// The usual distance: the middle one, which a few gaps do not move.
    private static func nominal(_ distances: [Double]) -> Double {
        distances.isEmpty ? 1 : distances.sorted()[(distances.count - 1) / 2]
    }

    /// How many slice distances a gap spans: more than 1 only near a whole multiple.
    private static func steps(_ distance: Double, nominal: Double) -> Int {
        let multiple = distance / nominal
        guard multiple > 1.5, multiple < 10_000 else { return 1 }
        let whole = multiple.rounded()
        return abs(multiple - whole) < 0.1 * whole.squareRoot() ? Int(whole) : 1
    }

    private static func unevenness(
        _ distances: [Double], _ steps: [Int], _ nominal: Double
    ) -> [SeriesIssue] {
        let single = zip(distances, steps).filter { $1 == 1 }.map { $0.0 }
        guard let least = single.min(), let greatest = single.max(),
            greatest - least > 0.05 * nominal + 0.01
        else { return [] }
        return [.unevenSpacing(leastMM: least, greatestMM: greatest)]
    }

    /// How far neighbours are shifted in their plane, if by more than a tenth of a millimetre.
    private static func shear(_ positions: [Vector3], _ normal: Vector3) -> [SeriesIssue] {
        guard positions.count > 1, let first = positions.first, let last = positions.last else {
            return []
        }
        let way = last - first
        let shift = (way - normal * way.dot(normal)).length / Double(positions.count - 1)
        return shift > 0.1 ? [.sheared(perSliceMM: shift)] : []
    }
}
