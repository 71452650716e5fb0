/// A chart with what people must be told who do not see it.
struct Figure: Hashable, Sendable {
    /// Its title, under the figure.
    let title: String
    /// What it shows, in words and numbers, for those who do not see it.
    let alternative: String
    /// The chart.
    let chart: Chart
}
