import TerminalUI

extension ActionTable {
    /// Scrolling and series.
    static let imageRows: [ActionRow] = [
        ActionRow(
            .slices(-1), [.image], [.plain(.up), KeyPress("k")], "slice up",
            "Shows the slice before this one.",
            hint: KeyHint(1, with: [.slices(1)], caption: "slice"), refusal: Refusal.noImage),
        ActionRow(
            .slices(1), [.image], [.plain(.down), KeyPress("j")], "slice down",
            "Shows the next slice.", joinsAbove: true,
            refusal: Refusal.noImage),
        ActionRow(
            .slices(-1), [.form, .mark, .window, .pan], [KeyPress("k")], "slice up",
            "Shows the slice before this one.",
            hint: KeyHint(6, with: [.slices(1)], caption: "slice"),
            refusal: Refusal.noImage),
        ActionRow(
            .slices(1), [.form, .mark, .window, .pan], [KeyPress("j")], "slice down",
            "Shows the next slice.", joinsAbove: true, refusal: Refusal.noImage),
        ActionRow(
            .slices(-10), KeyContext.reading, [.control("u"), .shift(.up)], "ten back",
            "Goes ten slices back.", refusal: Refusal.noImage),
        ActionRow(
            .slices(10), KeyContext.reading, [.control("d"), .shift(.down)], "ten on",
            "Goes ten slices on.", joinsAbove: true, refusal: Refusal.noImage),
        ActionRow(
            .firstSlice, KeyContext.reading, [.plain(.home), KeyPress("g")], "first slice",
            "Shows the first slice.", refusal: Refusal.noImage),
        ActionRow(
            .lastSlice, KeyContext.reading, [.plain(.end), KeyPress("G")], "last slice",
            "Shows the last slice.", joinsAbove: true, refusal: Refusal.noImage),
        ActionRow(
            .series(-1), KeyContext.reading, [KeyPress("["), .plain(.pageUp)], "previous series",
            "Shows the previous series in this pane.",
            hint: KeyHint(4, with: [.series(1)], caption: "series"), refusal: oneSeries),
        ActionRow(
            .series(1), KeyContext.reading, [KeyPress("]"), .plain(.pageDown)], "next series",
            "Shows the next series in this pane.", joinsAbove: true, refusal: oneSeries),
        ActionRow(
            .beside, KeyContext.reading, [KeyPress("b")], "two series",
            "Shows two series beside each other, or one alone.", refusal: noRoomBeside),
        ActionRow(
            .link, KeyContext.reading, [KeyPress("y")], "link",
            "Links two series so that they show the same place, or unlinks them.",
            refusal: oneSeries),
    ]

    /// Window and zoom.
    static let windowRows: [ActionRow] =
        (0...9).map { digit in
            ActionRow(
                .preset(digit), [.image], [KeyPress(Character("\(digit)"))],
                digit == 0 ? "automatic window" : "window \(digit)",
                digit == 0
                    ? "Takes the window of the file, or one that fits the values."
                    : "Takes window \(digit) of the list for these images.",
                hint: digit == 0
                    ? KeyHint(5, with: (1...9).map { .preset($0) }, caption: "window") : nil,
                refusal: Refusal.noImage)
        } + [
            ActionRow(
                .windowMode, [.image], [KeyPress("w")], "window by arrows",
                "Lets the arrows change the window: sideways its width, up and down its level.",
                hint: KeyHint(2, caption: "window"), refusal: Refusal.noImage),
            ActionRow(
                .zoom(1), [.image], [KeyPress("+")], "zoom in", "Enlarges the picture by half.",
                hint: KeyHint(3, with: [.zoom(-1), .zoom(0)], caption: "zoom"),
                refusal: Refusal.noImage),
            ActionRow(
                .zoom(-1), [.image], [KeyPress("-")], "zoom out", "Reduces the picture by a third.",
                joinsAbove: true, refusal: Refusal.noImage),
            ActionRow(
                .zoom(0), [.image], [KeyPress("=")], "fit", "Fits the picture into its pane.",
                joinsAbove: true, refusal: Refusal.noImage),
            ActionRow(
                .panMode, [.image], [KeyPress("p")], "move by arrows",
                "Lets the arrows move the picture.", hint: KeyHint(7, caption: "move"),
                refusal: Refusal.noImage),
            ActionRow(
                .reset, KeyContext.reading, [KeyPress("r")], "reset view",
                "Takes window, zoom and place as the case opened.",
                hint: KeyHint(9, caption: "reset"), refusal: Refusal.noImage),
            ActionRow(
                .invert, KeyContext.reading, [KeyPress("i")], "invert",
                "Exchanges black and white.", hint: KeyHint(8), refusal: Refusal.noImage),
            ActionRow(
                .resample, KeyContext.reading, [KeyPress("s")], "smoothing",
                "Shows voxels with sharp edges, smoothed, or by the size that is shown.",
                refusal: Refusal.noImage),
        ]

    private static func oneSeries(_ state: WorkstationState) -> String? {
        guard let reading = state.reading else { return "No case is open." }
        return reading.viewers.count > 1 ? Refusal.noImage(state) : "This case has one series."
    }

    private static func noRoomBeside(_ state: WorkstationState) -> String? {
        if let reason = oneSeries(state) { return reason }
        let room = 2 * ReadingLayout.narrowestPane + 1
        guard let rail = state.reading.flatMap({ ReadingLayout(state, $0).rail }) else {
            return nil
        }
        return rail.width >= room
            ? nil
            : "The screen is too narrow for two series. \(state.key(.layout)) folds the form away."
    }
}
