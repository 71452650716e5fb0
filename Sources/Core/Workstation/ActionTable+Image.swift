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
            .slices(-1), [.form] + KeyContext.modes, [KeyPress("k")], "slice up",
            "Shows the slice before this one.",
            hint: KeyHint(6, with: [.slices(1)], caption: "slice"),
            refusal: Refusal.noImage),
        ActionRow(
            .slices(1), [.form] + KeyContext.modes, [KeyPress("j")], "slice down",
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
            .jump(-1), KeyContext.reading, [KeyPress("'")], "back",
            "Goes back to the slice from which you jumped.", refusal: noJump(-1)),
        ActionRow(
            .jump(1), KeyContext.reading, [KeyPress("\"")], "forth",
            "Goes forth again after going back.", joinsAbove: true, refusal: noJump(1)),
        ActionRow(
            .mark(1), KeyContext.reading, [KeyPress("m")], "next mark",
            "Goes to the next slice with a mark or a key image.", refusal: noMark),
        ActionRow(
            .mark(-1), KeyContext.reading, [KeyPress("M")], "previous mark",
            "Goes to the slice with a mark or a key image before this one.", joinsAbove: true,
            refusal: noMark),
        ActionRow(
            .keyImage, KeyContext.reading, [KeyPress("K")], "key image",
            "Makes the slice a key image, or no longer one.", refusal: noKeyImage),
        ActionRow(
            .cine, KeyContext.reading, [KeyPress("c")], "cine",
            "Lets the slices run, or stops them; so does any key that scrolls.",
            refusal: oneSlice),
        ActionRow(
            .cineRate(-1), KeyContext.reading, [KeyPress("{")], "slower",
            "Lets the slices run slower.", refusal: oneSlice),
        ActionRow(
            .cineRate(1), KeyContext.reading, [KeyPress("}")], "faster",
            "Lets the slices run faster.", joinsAbove: true, refusal: oneSlice),
        ActionRow(
            .series(-1), KeyContext.reading, [KeyPress("["), .plain(.pageUp)], "previous series",
            "Shows the previous series in this pane.",
            hint: KeyHint(4, with: [.series(1)], caption: "series"), refusal: oneSeries),
        ActionRow(
            .series(1), KeyContext.reading, [KeyPress("]"), .plain(.pageDown)], "next series",
            "Shows the next series in this pane.", joinsAbove: true, refusal: oneSeries),
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
                refusal: {
                    Refusal.noImage($0) ?? $0.reading?.viewer?.source.refusal(ofPreset: digit)
                })
        } + [
            ActionRow(
                .windowMode, [.image], [KeyPress("w")], "window by arrows",
                "Lets the arrows change the window: sideways its width, up and down its level.",
                hint: KeyHint(2, caption: "window"), refusal: Refusal.noWindow),
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
                .oneToOne, [.image], [KeyPress("*")], "one to one",
                "Shows one screen pixel for one image pixel.", refusal: Refusal.noImage),
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
                refusal: Refusal.noSmoothing),
        ]

    private static func noJump(_ step: Int) -> @Sendable (WorkstationState) -> String? {
        { state in
            guard let jumps = state.reading?.jumps else { return "No case is open." }
            if step < 0 ? jumps.canGoBack : jumps.canGoForth { return Refusal.noImage(state) }
            return step < 0 ? "You have not jumped yet." : "You are where you went back from."
        }
    }

    private static func noKeyImage(_ state: WorkstationState) -> String? {
        Refusal.noImage(state)
            ?? (state.reading?.viewer?.isAcquired == false
                ? "Key images are acquired slices. \(state.key(.acquired)) shows them." : nil)
    }

    private static func noMark(_ state: WorkstationState) -> String? {
        guard let reading = state.reading else { return "No case is open." }
        return reading.markedPlaces.isEmpty
            ? "Nothing is marked yet. \(state.key(.keyImage)) makes this slice a key image."
            : Refusal.noImage(state)
    }

    private static func oneSlice(_ state: WorkstationState) -> String? {
        Refusal.noImage(state)
            ?? (state.reading?.viewer?.sliceCount ?? 0 > 1 ? nil : "This series has one slice.")
    }

    private static func oneSeries(_ state: WorkstationState) -> String? {
        guard let reading = state.reading else { return "No case is open." }
        return reading.series.count > 1 ? Refusal.noImage(state) : "This case has one series."
    }
}
