import TerminalUI

extension ActionTable {
    /// Arrows that change the window, move the picture, or move the voxel cursor.
    static let modeRows: [ActionRow] =
        steps([.window], refusal: Refusal.noWindow) {
            [
                (.width(-$0), .left, "narrower", "Makes the window narrower."),
                (.width($0), .right, "wider", "Makes the window wider."),
                (.level($0), .up, "level up", "Raises the window's level."),
                (.level(-$0), .down, "level down", "Lowers the window's level."),
            ]
        }
        + fineRows
        + steps([.pan]) {
            [
                (.pan(-$0, 0), .left, "left", "Moves the view to the left."),
                (.pan($0, 0), .right, "right", "Moves the view to the right."),
                (.pan(0, -$0), .up, "up", "Moves the view up."),
                (.pan(0, $0), .down, "down", "Moves the view down."),
            ]
        } + panRows
        + steps([.tilt]) {
            [
                (.tilt(-$0, 0), .left, "tilt left", "Brings what is on the left nearer."),
                (.tilt($0, 0), .right, "tilt right", "Brings what is on the right nearer."),
                (.tilt(0, -$0), .up, "tilt up", "Brings what is above nearer."),
                (.tilt(0, $0), .down, "tilt down", "Brings what is below nearer."),
            ]
        }
        + steps([.crosshair]) {
            [
                (.moveCrosshair(-$0, 0), .left, "left", "Moves the crosshair to the left."),
                (.moveCrosshair($0, 0), .right, "right", "Moves the crosshair to the right."),
                (.moveCrosshair(0, -$0), .up, "up", "Moves the crosshair up."),
                (.moveCrosshair(0, $0), .down, "down", "Moves the crosshair down."),
            ]
        }
        + steps([.mark, .measure]) {
            [
                (.moveCursor(-$0, 0), .left, "left", "Moves the cross to the left."),
                (.moveCursor($0, 0), .right, "right", "Moves the cross to the right."),
                (.moveCursor(0, -$0), .up, "up", "Moves the cross up."),
                (.moveCursor(0, $0), .down, "down", "Moves the cross down."),
            ]
        } + endRows

    /// The window by a tenth of a step; not every terminal sends Alt with arrows.
    private static let fineRows: [ActionRow] = [
        ActionRow(
            .fineWidth(-1), [.window], [KeyPress(","), .alt(.left)], "narrower a little",
            "Makes the window narrower by a tenth of a step.", refusal: Refusal.noWindow),
        ActionRow(
            .fineWidth(1), [.window], [KeyPress("."), .alt(.right)], "wider a little",
            "Makes the window wider by a tenth of a step.", joinsAbove: true,
            refusal: Refusal.noWindow),
        ActionRow(
            .fineLevel(1), [.window], [KeyPress(")"), .alt(.up)], "level up a little",
            "Raises the window's level by a tenth of a step.", refusal: Refusal.noWindow),
        ActionRow(
            .fineLevel(-1), [.window], [KeyPress("("), .alt(.down)], "level down a little",
            "Lowers the window's level by a tenth of a step.", joinsAbove: true,
            refusal: Refusal.noWindow),
    ]

    private typealias Step = (command: Command, key: Key, caption: String, help: String)

    /// Rows for four arrows, and the same ten times as far with Shift.
    private static func steps(
        _ contexts: [KeyContext],
        refusal: @escaping @Sendable (WorkstationState) -> String? = Refusal.noImage,
        _ make: (Int) -> [Step]
    ) -> [ActionRow] {
        let near = make(1)
        let far = make(10)
        return zip(near, far).flatMap { step, long in
            [
                ActionRow(
                    step.command, contexts, [.plain(step.key)], step.caption, step.help,
                    hint: step.key == .left ? hint(contexts[0], near) : nil, refusal: refusal),
                ActionRow(
                    long.command, contexts, [.shift(step.key)], step.caption + ", far",
                    step.help.dropLast() + ", ten times as far.",
                    hint: step.key == .left ? KeyHint(3, caption: "ten times") : nil,
                    refusal: refusal),
            ]
        }
    }

    private static func hint(_ context: KeyContext, _ steps: [Step]) -> KeyHint {
        let others = steps.dropFirst().map(\.command)
        return switch context {
        case .window: KeyHint(1, with: others, caption: "width, level")
        case .mark: KeyHint(2, with: others, caption: "cross")
        case .tilt: KeyHint(1, with: others, caption: "tilt")
        case .crosshair: KeyHint(1, with: others, caption: "crosshair")
        default: KeyHint(1, with: others, caption: "move")
        }
    }

    /// Alt and arrows move the picture without a mode, in terminals that send them.
    private static let panRows: [ActionRow] = [
        ActionRow(
            .pan(-1, 0), [.image], [.alt(.left)], "move left", "Moves the view to the left.",
            hint: KeyHint(
                25, with: [.pan(0, -1), .pan(0, 1), .pan(1, 0)], caption: "move the picture")),
        ActionRow(
            .pan(1, 0), [.image], [.alt(.right)], "right", "Moves the view to the right.",
            joinsAbove: true),
        ActionRow(.pan(0, -1), [.image], [.alt(.up)], "up", "Moves the view up.", joinsAbove: true),
        ActionRow(
            .pan(0, 1), [.image], [.alt(.down)], "down", "Moves the view down.", joinsAbove: true),
    ]

    private static let endRows: [ActionRow] = [
        ActionRow(
            .placeMark, [.mark], [.plain(.enter)], "place the mark",
            "Puts the mark on the voxel under the cross.", hint: KeyHint(1, caption: "place")),
        ActionRow(
            .zoom(1), KeyContext.modes, [KeyPress("+")], "zoom in",
            "Enlarges the picture by half.",
            hint: KeyHint(5, with: [.zoom(-1), .zoom(0)], caption: "zoom")),
        ActionRow(
            .zoom(-1), KeyContext.modes, [KeyPress("-")], "zoom out",
            "Reduces the picture by a third.", joinsAbove: true),
        ActionRow(
            .zoom(0), KeyContext.modes, [KeyPress("=")], "fit",
            "Fits the picture into its pane.", joinsAbove: true),
        ActionRow(
            .series(1), [.mark], [KeyPress("]"), .plain(.pageDown)], "next series",
            "Shows the next series in this pane."),
        ActionRow(
            .series(-1), [.mark], [KeyPress("["), .plain(.pageUp)], "previous series",
            "Shows the previous series in this pane.", joinsAbove: true),
        ActionRow(
            .reset, [.window, .pan, .tilt, .crosshair], [KeyPress("r")], "reset view",
            "Takes window, zoom and place as the case opened.",
            hint: KeyHint(6, caption: "reset")),
        ActionRow(
            .endMode, [.window, .pan], [.plain(.enter), KeyPress("w"), KeyPress("p")], "done",
            "Gives the arrows back to scrolling.", hint: KeyHint(4)),
        ActionRow(
            .endMode, [.tilt, .crosshair], [.plain(.enter)], "done",
            "Gives the arrows back to scrolling; what is shown stays.", hint: KeyHint(4)),
        ActionRow(
            .pane(1), [.crosshair], [.plain(.tab)], "next pane",
            "Moves the crosshair from the next pane on."),
        ActionRow(
            .cancel, KeyContext.modes, [.plain(.escape), .control("g")], "cancel",
            "Ends the mode; a mark that was not placed is forgotten.",
            hint: KeyHint(2, caption: "cancel")),
    ]
}
