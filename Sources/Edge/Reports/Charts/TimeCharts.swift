import Analysis
import ReaderStudies

/// Reading times by reader and arm, and in the order of reading.
struct TimeCharts {
    /// The times.
    let times: ReadingTimes

    /// Every read as a point, the median and the quartiles as an interval; one row for reader and arm.
    var byReader: Chart? {
        guard let most = times.points.map(\.seconds).max() else { return nil }
        let rows = times.summaries.map(\.stratum)
        let places = times.summaries.enumerated().map { row, summary in
            ChartMark.points(
                spread(points(of: summary.stratum), around: Double(row + 1)), series: 0,
                isFaint: true)
        }
        let boxes = times.summaries.enumerated().map { row, summary in
            ChartMark.interval(
                y: Double(row + 1), lower: summary.lowerQuartile, value: summary.median,
                upper: summary.upperQuartile, series: 1)
        }
        let side = times.summaries.enumerated().map { row, summary in
            Chart.SideText(y: Double(row + 1), text: Self.text(summary))
        }
        return Chart(
            shape: .rows(rows.count), x: .round(title: "Active reading time (s)", 0...most),
            y: .rows(rows.map(\.text)), marks: places + boxes, side: side,
            sideTitle: "median (quartiles), s")
    }

    /// Seconds against the place in the reader's order, a series a reader.
    var inOrder: Chart? {
        let placed = times.points.filter { $0.position != nil }
        guard let most = placed.map(\.seconds).max(),
            let last = placed.compactMap(\.position).max()
        else { return nil }
        let readers = Array(Set(placed.map(\.reader))).sorted()
        let marks = readers.enumerated().map { series, reader in
            ChartMark.points(
                placed.filter { $0.reader == reader }.map {
                    .init(Double($0.position ?? 0), $0.seconds)
                }, series: series, isFaint: placed.count > 200)
        }
        return Chart(
            shape: .wide, x: .round(title: "Place in the reading order", 1...Double(max(last, 2))),
            y: .round(title: "Active reading time (s)", 0...most), marks: marks,
            key: readers.enumerated().map { .init(series: $0, label: $1) })
    }

    /// `41 (30 to 58)`.
    static func text(_ summary: ReadingTimes.Summary) -> String {
        let numbers = [summary.median, summary.lowerQuartile, summary.upperQuartile]
            .map { NumberText.fixed($0, places: 0) }
        return "\(numbers[0]) (\(numbers[1]) to \(numbers[2]))"
    }

    private func points(of stratum: Stratum) -> [ReadingTimes.Point] {
        times.points.filter {
            (stratum.reader == nil || stratum.reader == $0.reader)
                && (stratum.arm == nil || stratum.arm == $0.arm)
        }
    }

    /// Points of a row, moved up and down in a fixed pattern so that equal times stay visible.
    private func spread(_ points: [ReadingTimes.Point], around row: Double) -> [ChartMark.Place] {
        points.enumerated().map { place, point in
            .init(point.seconds, row + (Double(place * 7 % 11) - 5) * 0.05)
        }
    }
}
