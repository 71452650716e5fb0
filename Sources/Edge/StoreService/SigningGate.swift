import Instruments
import ReaderStudies

/// Decides whether an open read may be signed, and says all that is missing.
struct SigningGate {
    let open: OpenCase
    let view: ViewState

    func check() throws(AccessRefusal) {
        try checkDisplay()
        let missing = open.form.obstacles + unseen
        guard missing.isEmpty else { throw .incomplete(missing) }
    }

    private func checkDisplay() throws(AccessRefusal) {
        let floor = open.blinded.display
        guard view.greys >= floor.minimumGreys else {
            throw .display(
                "Not signed: this picture shows \(view.greys) greys, and the study asks for "
                    + "\(floor.minimumGreys). Change to pixel graphics, or to another terminal.")
        }
        guard view.pixelScale >= floor.minimumScale else {
            throw .display(
                "Not signed: the picture is drawn at \(NumberText.fixed(view.pixelScale, places: 2)) "
                    + "screen pixels for one image pixel, and the study asks for "
                    + "\(NumberText.shortest(floor.minimumScale)). Enlarge the terminal or zoom in."
            )
        }
    }

    /// One entry for each series with slices that were not shown, when the study asks for all.
    private var unseen: [String] {
        guard open.blinded.display.everySlice else { return [] }
        return open.blinded.series.compactMap { series in
            let seen = Set(view.seen[series.token, default: []])
            let left = (0..<series.sliceCount).count { !seen.contains($0) }
            return left == 0
                ? nil : "\(left) of \(series.sliceCount) slices of \(series.title) are not yet seen"
        }
    }
}
