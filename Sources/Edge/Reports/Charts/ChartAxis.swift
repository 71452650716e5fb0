import Glibc
import ReaderStudies

/// One axis of a chart.
struct ChartAxis: Hashable, Sendable {
    /// A place with its label.
    struct Tick: Hashable, Sendable {
        /// The place.
        let value: Double
        /// What stands there.
        let label: String
        /// Whether it names a group of rows and no single one.
        var isHeading = false
    }

    /// What it measures, with the unit.
    let title: String
    /// The place at the left or below.
    let start: Double
    /// The place at the right or above; smaller than `start` where an axis runs down.
    let end: Double
    /// The labelled places.
    let ticks: [Tick]
    /// Whether equal ratios take equal room; then both ends are above 0.
    let isLogarithmic: Bool

    /// An axis with ticks of its own.
    init(
        title: String, from start: Double, to end: Double, ticks: [Tick],
        isLogarithmic: Bool = false
    ) {
        precondition(start != end, "an axis must have a length, got \(start) twice")
        (self.title, self.start, self.end) = (title, start, end)
        (self.ticks, self.isLogarithmic) = (ticks, isLogarithmic)
    }

    /// The share of the axis before `value`: 0 at the start, 1 at the end.
    func share(_ value: Double) -> Double {
        guard isLogarithmic else { return (value - start) / (end - start) }
        return (log10(value) - log10(start)) / (log10(end) - log10(start))
    }

    /// Whether `value` lies on the axis.
    func holds(_ value: Double) -> Bool {
        (min(start, end)...max(start, end)).contains(value)
    }

    /// An axis with round ticks that holds `range`.
    static func round(title: String, _ range: ClosedRange<Double>) -> ChartAxis {
        let length = range.upperBound - range.lowerBound
        let width = length > 0 ? length : max(abs(range.lowerBound), 1)
        let step = roundStep(width / 5)
        let first = (range.lowerBound / step).rounded(.down)
        let last = max((range.upperBound / step).rounded(.up), first + 1)
        let places = max(0, Int((-log10(step)).rounded(.up)))
        let ticks = stride(from: first, through: last, by: 1).map { count in
            Tick(
                value: count * step, label: NumberText.fixed(count * step, places: min(places, 15)))
        }
        return ChartAxis(title: title, from: first * step, to: last * step, ticks: ticks)
    }

    /// An axis from 0 to 1 with fifths.
    static func unit(title: String) -> ChartAxis { round(title: title, 0...1) }

    /// A logarithmic axis with ticks 1, 2 and 5 of each decade that holds `range`, whose ends are above 0.
    static func logarithmic(title: String, _ range: ClosedRange<Double>) -> ChartAxis {
        let first = Int(log10(range.lowerBound).rounded(.down))
        let last = max(Int(log10(range.upperBound).rounded(.up)), first + 1)
        let factors: [Double] = last - first > 2 ? [1] : [1, 2, 5]
        let ticks = (first...last).flatMap { power in
            factors.map { $0 * pow(10, Double(power)) }
        }
        let start = ticks.last { $0 <= range.lowerBound } ?? range.lowerBound
        let end = ticks.first { $0 >= range.upperBound && $0 > start } ?? range.upperBound
        return ChartAxis(
            title: title, from: start, to: end,
            ticks: ticks.filter { (start...end).contains($0) }.map {
                Tick(value: $0, label: NumberText.shortest($0))
            }, isLogarithmic: true)
    }

    /// An axis whose rows run down, one for each of `labels`, the first at 1.
    static func rows(title: String = "", _ labels: [String], headings: Set<Int> = []) -> ChartAxis {
        let ticks = labels.enumerated().map { row, label in
            Tick(value: Double(row + 1), label: label, isHeading: headings.contains(row))
        }
        return ChartAxis(
            title: title, from: Double(max(labels.count, 1)) + 0.5, to: 0.5, ticks: ticks)
    }

    /// An axis whose columns run to the right, one for each of `labels`, the first at 1.
    static func columns(title: String = "", _ labels: [String]) -> ChartAxis {
        let ticks = labels.enumerated().map { Tick(value: Double($0 + 1), label: $1) }
        return ChartAxis(
            title: title, from: 0.5, to: Double(max(labels.count, 1)) + 0.5, ticks: ticks)
    }

    /// 1, 2 or 5 times a power of ten, at least `length`.
    private static func roundStep(_ length: Double) -> Double {
        let power = pow(10, log10(length).rounded(.down))
        return ([1, 2, 5].first { $0 * power >= length * 0.999 } ?? 10) * power
    }
}
