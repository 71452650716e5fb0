import Imaging
import TerminalUI

extension ActionTable {
    /// Panes, stages, planes and the crosshair.
    static let paneRows: [ActionRow] = [
        ActionRow(
            .plane(.axial), [.image], [KeyPress("A")], "axial",
            "Shows the pane's series in axial planes, as acquired where it was acquired so.",
            refusal: Refusal.noImage),
        ActionRow(
            .plane(.coronal), [.image], [KeyPress("C")], "coronal",
            "Shows the pane's series in coronal planes.", joinsAbove: true,
            refusal: Refusal.noImage),
        ActionRow(
            .plane(.sagittal), [.image], [KeyPress("L")], "sagittal",
            "Shows the pane's series in sagittal planes, seen from the left.", joinsAbove: true,
            refusal: Refusal.noImage),
        ActionRow(
            .acquired, [.image], [KeyPress("F")], "as acquired",
            "Shows the slices as they were acquired, without a slab.", refusal: alreadyAcquired),
        ActionRow(
            .tiltMode, [.image], [KeyPress("O")], "oblique",
            "Lets the arrows tilt the plane by a degree, with Shift by ten.",
            refusal: Refusal.noImage),
        ActionRow(
            .slab(1), [.image], [KeyPress(">")], "thicker slab",
            "Shows a thicker slab around the plane.", refusal: oneSlice),
        ActionRow(
            .slab(-1), [.image], [KeyPress("<")], "thinner",
            "Shows a thinner slab, at last the plane itself.", joinsAbove: true,
            refusal: noSlab),
        ActionRow(
            .projection, [.image], [KeyPress("I")], "MIP, MinIP, mean",
            "Shows the greatest, the least or the mean value of the slab.", refusal: oneSlice),
        ActionRow(
            .crosshair, [.image], [KeyPress("x")], "crosshair",
            "Shows one place in all panes, which the arrows and a click move; once more hides it.",
            refusal: Refusal.noImage),
        ActionRow(
            .crosshair, [.crosshair], [KeyPress("x")], "no crosshair",
            "Hides the crosshair."),
        ActionRow(
            .beside, KeyContext.reading, [KeyPress("b")], "all panes or one",
            "Shows all panes, or the one with the focus alone.", refusal: noRoomBeside),
        ActionRow(
            .nextGrid, KeyContext.reading, [KeyPress("#")], "panes",
            "Divides the screen into 1 by 2, 1 by 3 or 2 by 2 panes, or one.",
            refusal: Refusal.noImage),
        ActionRow(
            .swapPanes, KeyContext.reading, [KeyPress("X")], "swap panes",
            "Exchanges the picture in focus with the one in the next pane.", refusal: onePane),
        ActionRow(
            .stage(-1), [.image], [KeyPress(",")], "previous stage",
            "Hangs the series as in the stage before.", refusal: noStage(-1)),
        ActionRow(
            .stage(1), [.image], [KeyPress(".")], "next stage",
            "Hangs the series as in the next stage.", joinsAbove: true, refusal: noStage(1)),
        ActionRow(
            .link, KeyContext.reading, [KeyPress("y")], "link",
            "Links the panes so that they show the same place, or unlinks them.",
            refusal: onePane),
        ActionRow(
            .linkAsShown, KeyContext.reading, [KeyPress("Y")], "link as shown",
            "Links the panes as they stand, for series that lie apart in the patient's millimetres.",
            refusal: onePane),
    ]

    private static func alreadyAcquired(_ state: WorkstationState) -> String? {
        Refusal.noImage(state)
            ?? (state.reading?.viewer?.isAcquired == true
                ? "These are the slices as acquired." : nil)
    }

    private static func oneSlice(_ state: WorkstationState) -> String? {
        Refusal.noImage(state)
            ?? (state.reading?.viewer?.volume.geometry.slices ?? 0 > 1
                ? nil : "The series has one slice, so there is no slab.")
    }

    private static func noSlab(_ state: WorkstationState) -> String? {
        oneSlice(state)
            ?? (state.reading?.viewer?.slab == nil
                ? "There is no slab. \(state.key(.slab(1))) shows one." : nil)
    }

    private static func onePane(_ state: WorkstationState) -> String? {
        guard let reading = state.reading else { return "No case is open." }
        return reading.panes.count > 1
            ? Refusal.noImage(state)
            : "There is one pane. \(state.key(.nextGrid)) divides the screen."
    }

    private static func noStage(_ step: Int) -> @Sendable (WorkstationState) -> String? {
        { state in
            guard let reading = state.reading else { return "No case is open." }
            if reading.stages.indices.contains(reading.stage + step) {
                return Refusal.noImage(state)
            }
            let open = state.key(.nextMissing)
            return reading.stages.count == 1
                ? "The case hangs in one stage. \(open) goes to the next open question."
                : step > 0 ? "This is the last stage." : "This is the first stage."
        }
    }

    private static func noRoomBeside(_ state: WorkstationState) -> String? {
        if let reason = onePane(state) { return reason }
        guard let reading = state.reading, reading.layout != .form else { return nil }
        return reading.panesFit(in: ReadingLayout.imageArea(state, reading.layout))
            ? nil
            : "The screen is too small for \(reading.grid.name) panes."
                + (reading.layout == .both ? " \(state.key(.layout)) folds the form away." : "")
    }
}
