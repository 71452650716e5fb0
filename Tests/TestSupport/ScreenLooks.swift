import TerminalUI

/// The colours of the standard theme in a terminal of 16.
public let sixteenColours: Theme = {
    func style(
        _ color: ANSIColor, _ attributes: TextAttributes = [], plain: TextAttributes = []
    ) -> RoleStyle {
        RoleStyle(
            color: ThemeColor(RGB(0xB2, 0xB2, 0xB2), sixteen: color), attributes: attributes,
            plain: plain)
    }
    return Theme(
        id: "test", title: "Test", background: ThemeColor(RGB(0, 0, 0), sixteen: .black),
        surround: RGB(0, 0, 0),
        styles: [
            .text: style(.white), .dim: style(.white),
            .accent: style(.brightCyan, plain: .bold),
            .attention: style(.brightYellow, plain: .bold),
            .refused: style(.brightWhite, .underlined, plain: [.bold, .underlined]),
            .present: style(.brightWhite, .bold, plain: .bold), .absent: style(.white),
            .notAssessable: style(.brightYellow), .imageFrame: style(.white),
        ])
}()

/// How a screen looks in 16 colours and in none: the cells that do not look like text.
public func looks(_ grid: CellGrid, theme: Theme) -> [String] {
    [ColorDepth.sixteen, .none].map { depth in
        "in \(depth == .none ? "no" : "16") colours\n" + looks(grid, theme, depth)
    }
}

/// Row, columns, colour and attributes.
private func looks(_ grid: CellGrid, _ theme: Theme, _ depth: ColorDepth) -> String {
    let plain = theme.look(of: Cell(), depth: depth)
    return (0..<grid.size.height).flatMap { row -> [String] in
        var lines: [String] = []
        var start = 0
        while start < grid.size.width {
            let look = theme.look(of: grid[start, row], depth: depth)
            var end = start
            while end + 1 < grid.size.width,
                theme.look(of: grid[end + 1, row], depth: depth) == look
            {
                end += 1
            }
            if look != plain { lines.append("\(row): \(start)-\(end) \(words(look))") }
            start = end + 1
        }
        return lines
    }.joined(separator: "\n")
}

private func words(_ look: CellLook) -> String {
    var words: [String] = []
    if case .palette(let entry) = look.foreground { words.append("colour \(entry)") }
    if look.attributes.contains(.bold) { words.append("bold") }
    if look.attributes.contains(.underlined) { words.append("underlined") }
    if look.attributes.contains(.reversed) { words.append("reversed") }
    return words.joined(separator: " ")
}
