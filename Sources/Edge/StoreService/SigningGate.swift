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
        let renderer = String(view.renderer.prefix { $0 != " " })
        if let allowed = floor.renderers, !allowed.contains(renderer) {
            throw .display(
                "Not signed: this picture is shown by \(renderer), and the study asks for "
                    + "\(allowed.joined(separator: " or ")). Change the graphics, or the terminal.")
        }
        guard view.pixelScale >= floor.minimumScale else {
            throw .display(
                "Not signed: the picture is drawn at \(NumberText.fixed(view.pixelScale, places: 2)) "
                    + "screen pixels for one image pixel, and the study asks for "
                    + "\(NumberText.shortest(floor.minimumScale)). Enlarge the terminal or zoom in."
            )
        }
    }

    /// One entry for each series of which more slices must be shown, and one where no picture ever was in full.
    private var unseen: [String] {
        guard view.seen.contains(where: { !$0.value.isEmpty }) else {
            return ["no picture was ever shown in full"]
        }
        return open.blinded.series.compactMap { series in
            let seen = Set(view.seen[series.token, default: []]).count
            let left = open.blinded.display.slicesToSee(of: series.sliceCount) - seen
            return left <= 0
                ? nil : DisplayFloor.unseen(left, of: series.sliceCount, series.title)
        }
    }
}
