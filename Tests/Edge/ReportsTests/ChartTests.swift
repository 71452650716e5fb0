import Analysis
import Testing

@testable import Reports

@Suite struct ChartTests {
    @Test func `an axis begins and ends at round numbers`() {
        let axis = ChartAxis.round(title: "", 0.13...0.87)

        #expect(axis.ticks.map(\.label) == ["0.0", "0.2", "0.4", "0.6", "0.8", "1.0"])
        #expect(axis.share(0.5) == 0.5)
    }

    @Test func `an axis of one value has a length`() {
        let axis = ChartAxis.round(title: "", 0...0)

        #expect(axis.end > axis.start)
    }

    @Test func `a ratio and its inverse stand equally far from 1`() {
        let axis = ChartAxis.logarithmic(title: "", 0.2...5)

        #expect(abs(axis.share(1) - 0.5) < 1e-12)
        #expect(axis.ticks.map(\.label) == ["0.2", "0.5", "1", "2", "5"])
    }

    @Test func `rows run down from the first`() {
        let axis = ChartAxis.rows(["a", "b"])

        #expect(axis.share(1) == 0.75)
        #expect(axis.share(2) == 0.25)
    }

    @Test func `a forest plot names measures once where they have several rows`() throws {
        let estimates = ["Sensitivity", "Specificity"].flatMap { label in
            ["A", "B"].map { arm in
                SampleResult.estimate(label, label, Stratum(arm: arm), 0.8, half: 0.1)
            }
        }

        let chart = try #require(
            ForestChart(estimates: estimates, title: "Proportion", level: 0.95).chart)

        #expect(
            chart.y.ticks.map(\.label) == ["Sensitivity", "A", "B", "Specificity", "A", "B"])
        #expect(chart.y.ticks.map(\.isHeading) == [true, false, false, true, false, false])
        #expect(chart.side[0].text == "0.800 (0.700 to 0.900)")
    }

    @Test func `a difference is drawn beside the line of no difference`() throws {
        let estimate = SampleResult.estimate(
            "d", "Difference", Stratum(), 0.2, half: 0.1, scale: .difference)

        let chart = try #require(
            ForestChart(estimates: [estimate], title: "Difference", level: 0.95).chart)

        #expect(
            chart.marks.first == .line([.init(0, 0.5), .init(0, 1.5)], .reference))
    }

    @Test func `an estimate without interval or value gives no forest plot`() {
        let estimate = Estimate(
            name: "x", label: "X", stratum: Stratum(), scale: .proportion,
            value: .undefined("no diseased"), units: 0, clusters: 0, method: "counts",
            source: .none)

        #expect(ForestChart(estimates: [estimate], title: "X", level: 0.95).chart == nil)
        #expect(EstimateFigures(estimates: [estimate], title: "X", level: 0.95).figures.isEmpty)
    }

    @Test func `many rows become several figures and none is left out`() {
        let estimates = (0..<95).map { reader in
            SampleResult.estimate(
                "sensitivity", "Sensitivity", Stratum(reader: "R\(reader)"), 0.8, half: 0.1)
        }

        let figures = EstimateFigures(estimates: estimates, title: "Accuracy", level: 0.95).figures

        #expect(figures.map(\.chart.side.count) == [40, 40, 15])
    }

    @Test(arguments: [1368, 0.0004])
    func `a ratio far from 1 is on the axis, whatever its limits`(value: Double) throws {
        let estimate = SampleResult.estimate(
            "diagnosticOddsRatio", "Diagnostic odds ratio", Stratum(), value, half: value / 2,
            scale: .ratio)

        let chart = try #require(
            ForestChart(estimates: [estimate], title: "Ratio", level: 0.95).chart)

        #expect(chart.x.holds(value))
        #expect(
            chart.marks.contains {
                if case .interval(_, _, value, _, _) = $0 { true } else { false }
            })
    }

    @Test func `a limit beyond the axis ends in an arrow`() {
        let chart = Chart(
            shape: .rows(1), x: .unit(title: ""), y: .rows(["a"]),
            marks: [.interval(y: 1, lower: -0.5, value: 0.5, upper: 0.7, series: 0)])

        let drawing = ChartSVG(chart).element(id: "f", title: "t", words: "w")

        #expect(drawing.matches(of: /v8z/).count == 1)
    }

    @Test func `series differ by shape as well as colour`() {
        let marks = (0..<6).map { ChartMark.points([.init(0.5, 0.5)], series: $0, isFaint: false) }
        let chart = Chart(
            shape: .square, x: .unit(title: ""), y: .unit(title: ""), marks: marks)

        let drawing = ChartSVG(chart).element(id: "f", title: "t", words: "w")
        let shapes = Set(drawing.matches(of: /<path d="([^"]+)"/).map { String($0.1) })

        #expect(shapes.count == 6)
    }
}
