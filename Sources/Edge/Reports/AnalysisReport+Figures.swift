extension AnalysisReport {
    /// The text for the terminal with figures that `figures` draws.
    ///
    /// A figure that cannot be drawn is left out; `complain` is told once why. `step` is told before each
    /// figure how many there are, so that a person who waits can see it.
    public func text(
        figures: TerminalFigures, step: (_ done: Int, _ count: Int) -> Void = { _, _ in },
        complain: (FigureError) -> Void
    ) -> String {
        let document = self.document
        let wanted = document.figures.filter { figures.shows($0.chart) }
        var drawn: [Figure: String] = [:]
        var told: FigureError?
        for (place, figure) in wanted.enumerated() {
            step(place, wanted.count)
            do {
                drawn[figure] = try figures.draw(figure.chart)
            } catch {
                if told == nil { complain(error) }
                told = error
            }
        }
        step(wanted.count, wanted.count)
        return TextReport(document: document, figure: { drawn[$0] }).text
    }
}
