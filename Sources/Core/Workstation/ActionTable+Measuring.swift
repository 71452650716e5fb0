import Imaging
import TerminalUI

extension ActionTable {
    /// Measuring.
    static let measuringRows: [ActionRow] =
        [
            ActionRow(
                .measure(.distance), [.image], [KeyPress("d")], "measure",
                "Measures a distance; other letters then choose other tools.",
                hint: KeyHint(10), refusal: Refusal.noMeasuring),
            ActionRow(
                .measure(.distance), [.form], [KeyPress("D")], "measure",
                "Measures a distance for the question in focus.", refusal: Refusal.noMeasuring),
        ] + toolRows + drawingRows + brushRows + [
            ActionRow(
                .takeValue, KeyContext.reading + [.measure], [KeyPress("V")], "take the value",
                "Answers the question in focus with what is measured, and keeps the measurement.",
                hint: KeyHint(3, caption: "take"), refusal: nothingToTake)
        ]

    private static let toolRows: [ActionRow] = [
        tool(.distance, "d", "Measures the length of a line of two points."),
        tool(
            .angle, "a", "Measures an angle of three points, its vertex second.",
            hint: KeyHint(
                4, with: [.measure(.ellipse), .measure(.rectangle), .measure(.polygon)],
                caption: "tool")),
        tool(.cobb, "b", "Measures the angle between two lines after Cobb."),
        tool(.pair, "x", "Measures a long axis and a short one at a right angle to it."),
        tool(.ellipse, "e", "Measures the values in an ellipse between two corners."),
        tool(.rectangle, "r", "Measures the values in a rectangle between two corners."),
        tool(.polygon, "p", "Measures the values in an outline of corners."),
        tool(.freehand, "f", "Measures the values in an outline that follows the cross."),
        tool(.value, "v", "Measures the value of one voxel."),
        ActionRow(
            .measure(.brush), [.measure], [KeyPress("m")], "brush",
            "Paints voxels, to measure how much of a whole is affected.",
            refusal: Refusal.noPainting),
    ]

    private static func tool(
        _ tool: MeasuringTool, _ key: Character, _ help: String, hint: KeyHint? = nil
    ) -> ActionRow {
        ActionRow(
            .measure(tool), [.measure], [KeyPress(key)], tool.title, help, hint: hint,
            refusal: Refusal.noMeasuring)
    }

    private static let drawingRows: [ActionRow] = [
        ActionRow(
            .placePoint, [.measure], [.plain(.enter)], "set the point",
            "Sets a point at the cross; what is finished answers the question in focus.",
            hint: KeyHint(1, caption: "point"), refusal: Refusal.noMeasuring),
        ActionRow(
            .closeOutline, [.measure], [KeyPress("c")], "close",
            "Closes the outline.", hint: KeyHint(1), refusal: nothingToClose),
        ActionRow(
            .handle(1), [.measure], [.plain(.tab)], "next point",
            "Takes hold of the next point of what is chosen; arrows move it.",
            hint: KeyHint(4, caption: "move a point"), refusal: nothingDrawn),
        ActionRow(
            .handle(-1), [.measure], [.plain(.backTab)], "previous point",
            "Takes hold of the previous point.", joinsAbove: true, refusal: nothingDrawn),
        ActionRow(
            .measurement(1), [.measure], [KeyPress("n")], "next measurement",
            "Chooses the next measurement on the slice.",
            hint: KeyHint(12, with: [.measurement(-1)], caption: "measurement"),
            refusal: nothingDrawn),
        ActionRow(
            .measurement(-1), [.measure], [KeyPress("N")], "previous measurement",
            "Chooses the measurement before it.", joinsAbove: true, refusal: nothingDrawn),
        ActionRow(
            .measurements, [.measure], [KeyPress("M")], "measurements",
            "Lists what is measured in the case; Enter goes there.", refusal: nothingListed),
        ActionRow(
            .deleteDrawn, [.measure], [.plain(.backspace), .plain(.delete)], "delete",
            "Takes the last point back, or deletes what is chosen; with the brush it erases.",
            refusal: nothingToDelete),
        ActionRow(
            .undoDrawn, [.measure], [KeyPress("u")], "undo", "Takes the last step back.",
            refusal: { noStep($0, back: true) }),
        ActionRow(
            .redoDrawn, [.measure], [KeyPress("U")], "redo",
            "Does again what was taken back.", joinsAbove: true,
            refusal: { noStep($0, back: false) }),
        ActionRow(
            .windowOfRegion, [.measure], [KeyPress("w")], "window of the region",
            "Sets the window to the values in the chosen region.", refusal: noRegion),
    ]

    private static let brushRows: [ActionRow] = [
        ActionRow(
            .paint(erasing: false), [.measure], [KeyPress(" ")], "paint",
            "Paints a round area at the cross.",
            hint: KeyHint(1, with: [.paint(erasing: true)], caption: "paint, erase"),
            refusal: noBrush),
        ActionRow(
            .paint(erasing: true), [.measure], [KeyPress("o")], "erase",
            "Takes a round area at the cross away.", joinsAbove: true, refusal: noBrush),
        ActionRow(
            .brushSize(1), [.measure], [KeyPress("]")], "larger brush",
            "Makes the brush larger by a quarter.", refusal: noBrush),
        ActionRow(
            .brushSize(-1), [.measure], [KeyPress("[")], "smaller brush",
            "Makes the brush smaller by a fifth.", joinsAbove: true, refusal: noBrush),
        ActionRow(
            .brushLayer, [.measure], [KeyPress("l")], "whole or part",
            "Paints the whole, such as a lung, or the affected part of it.",
            hint: KeyHint(3), refusal: noBrush),
    ]

    private static func noBrush(_ state: WorkstationState) -> String? {
        guard case .measure(.brush)? = state.reading?.mode else {
            return "Only the brush paints. \(state.key(.measure(.brush))) takes it."
        }
        return Refusal.noPainting(state)
    }

    private static func nothingDrawn(_ state: WorkstationState) -> String? {
        guard let reading = state.reading, let viewer = reading.viewer else {
            return "No case is open."
        }
        if reading.board.drawing.draft != nil {
            return "Finish what is being drawn first; Backspace takes a point back."
        }
        return reading.board.indexes(on: DrawnPlace(viewer)).isEmpty
            ? "Nothing is measured on this slice. \(state.key(.placePoint)) sets the first point."
            : nil
    }

    private static func nothingListed(_ state: WorkstationState) -> String? {
        guard let reading = state.reading else { return "No case is open." }
        return reading.board.drawing.finished.isEmpty
            ? "Nothing is measured in this case yet. \(state.key(.measure(.distance))) measures."
            : nil
    }

    private static func nothingToDelete(_ state: WorkstationState) -> String? {
        guard let reading = state.reading else { return "No case is open." }
        if case .measure(.brush) = reading.mode { return nil }
        return reading.board.drawing.draft == nil && reading.board.chosenMeasurement == nil
            ? "Nothing is chosen. \(state.key(.measurement(1))) chooses a measurement." : nil
    }

    private static func nothingToClose(_ state: WorkstationState) -> String? {
        guard let draft = state.reading?.board.drawing.draft, draft.tool.pointCount == nil else {
            return "No outline is being drawn. \(state.key(.measure(.polygon))) begins one."
        }
        return draft.points.count < 3
            ? MeasureError.fewCorners(count: draft.points.count).description : nil
    }

    private static func noStep(_ state: WorkstationState, back: Bool) -> String? {
        guard state.reading?.board.canStep(back: back) != true else { return nil }
        return back ? "There is nothing to undo here." : "Nothing was taken back."
    }

    private static func noRegion(_ state: WorkstationState) -> String? {
        if let refusal = Refusal.noWindow(state) { return refusal }
        return state.reading?.board.chosenMeasurement?.tool.isRegion == true
            ? nil
            : "No region is chosen. \(state.key(.measure(.ellipse))) draws one."
    }

    private static func nothingToTake(_ state: WorkstationState) -> String? {
        guard let reading = state.reading else { return "No case is open." }
        guard let question = reading.askedQuestion else { return Refusal.noQuestion(state) }
        if reading.fits(state) { return nil }
        guard reading.measuredText != nil else {
            return "Nothing is measured on this slice. \(state.key(.measure(.distance))) measures."
        }
        return "What is measured does not fit \(question.label)."
    }
}
