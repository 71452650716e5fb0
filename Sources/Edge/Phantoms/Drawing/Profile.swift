/// A curve through given points, straight between them and level outside.
struct Profile: Sendable {
    private let points: [(at: Double, value: Double)]

    /// A curve through `points`, in rising order of `at`.
    init(_ points: [(at: Double, value: Double)]) {
        precondition(!points.isEmpty, "a curve without points")
        self.points = points
    }

    /// The value at a place.
    func callAsFunction(_ at: Double) -> Double {
        guard at > points[0].at else { return points[0].value }
        for index in 1..<points.count where at <= points[index].at {
            let (a, b) = (points[index - 1], points[index])
            let t = (at - a.at) / (b.at - a.at)
            return a.value + (b.value - a.value) * t
        }
        return points[points.count - 1].value
    }
}
