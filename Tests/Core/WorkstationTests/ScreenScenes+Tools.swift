import TerminalUI

@testable import Workstation

extension ScreenScene {
    /// Every measuring tool while its last point is not set, and when it is.
    static let tools = ToolKeys.all.flatMap { tool in
        [
            Self("tool-\(tool.name)-begun", .joints, tool.begun),
            Self("tool-\(tool.name)-done", .joints, tool.begun + tool.rest),
        ]
    }
}

/// The keys that draw with a tool.
private struct ToolKeys {
    let name: String
    /// Until the last point is left to set.
    let begun: [KeyPress]
    /// What sets it.
    let rest: [KeyPress]

    init(_ name: String, _ key: Character, _ begun: [KeyPress], rest: [KeyPress] = [set]) {
        self.name = name
        self.begun = [KeyPress("d"), KeyPress(key)] + begun
        self.rest = rest
    }

    private static let set = KeyPress.plain(.enter)
    private static let left = KeyPress.shift(.left)
    private static let right = KeyPress.shift(.right)
    private static let up = KeyPress.shift(.up)
    private static let down = KeyPress.shift(.down)

    static let all = [
        Self("distance", "d", [set, right]),
        Self("angle", "a", [set, right, set, down]),
        Self("cobb", "b", [set, right, set, down, set, left, up]),
        Self("pair", "x", [set, right, set, up, set, down]),
        Self("ellipse", "e", [set, right, down]),
        Self("rectangle", "r", [set, right, down]),
        Self("polygon", "p", [set, right, set, down, set, left, set], rest: [KeyPress("c")]),
        Self("free", "f", [set, right, down, left], rest: [KeyPress("c")]),
        Self("value", "v", [left]),
        Self("brush", "m", [right], rest: [KeyPress(" "), KeyPress("l"), KeyPress(" ")]),
    ]
}
