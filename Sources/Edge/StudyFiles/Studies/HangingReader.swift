import Instruments
import ReaderStudies

/// Reads how the series of an arm hang.
struct HangingReader {
    let context: StudyContext
    /// The arm's rules for series.
    let series: [SeriesRule]
    /// Which windows the arm leaves.
    let windows: WindowRules?

    private static let keys: Set<String> = [
        "series", "at", "plane", "tilt", "slab", "projection", "window", "zoom", "start",
    ]

    /// The stages of an arm: a list of tables, or one table for one stage.
    func hanging(_ value: YAMLValue) throws(StudyFileError) -> Hanging {
        var stages: [HangingStage] = []
        for entry in try value.isList ? value.list() : [value] { stages.append(try stage(entry)) }
        guard (1...9).contains(stages.count) else {
            throw value.mistake("A hanging has 1 to 9 stages, not \(stages.count).")
        }
        return Hanging(stages: stages)
    }

    private func stage(_ value: YAMLValue) throws(StudyFileError) -> HangingStage {
        let table = try value.table(["layout", "panes"])
        let (rows, columns) = try layout(try table.required("layout"))
        let entries = try table.required("panes").list()
        var panes: [HangingPane] = []
        for (place, entry) in entries.enumerated() {
            let pane = try pane(entry, place: place, columns: columns, rows: rows)
            if panes.contains(where: { $0.overlaps(pane) }) {
                throw entry.mistake(
                    "This pane covers cells of another one. Give it cells of its own.")
            }
            panes.append(pane)
        }
        guard !panes.isEmpty else { throw value.mistake("A stage shows at least one pane.") }
        return HangingStage(columns: columns, rows: rows, panes: panes)
    }

    /// `1x2` is one row of two columns.
    private func layout(_ value: YAMLValue) throws(StudyFileError) -> (rows: Int, columns: Int) {
        let text = try value.text()
        let parts = text.split(separator: "x", omittingEmptySubsequences: false).map { Int($0) }
        guard parts.count == 2, let rows = parts[0], let columns = parts[1],
            (1...4).contains(rows), (1...4).contains(columns)
        else {
            throw value.mistake(
                "A layout is rows x columns, each 1 to 4, such as 1x1, 1x2, 2x2 or 1x3, not \(text)."
            )
        }
        return (rows, columns)
    }

    private func pane(
        _ value: YAMLValue, place: Int, columns: Int, rows: Int
    ) throws(StudyFileError) -> HangingPane {
        let table = try value.table(Self.keys)
        var pane = HangingPane(
            column: place % columns, row: place / columns, rule: try rule(table, value))
        if let at = table["at"] {
            try self.place(&pane, at)
        }
        guard pane.column + pane.width <= columns, pane.row + pane.height <= rows else {
            throw (table["at"] ?? value).mistake(
                "This pane lies outside of the \(rows)x\(columns) cells of the layout.")
        }
        try takePlane(&pane, table)
        if let window = table["window"] { pane.window = try self.window(window) }
        if let zoom = table["zoom"] { pane.zoom = try self.zoom(zoom) }
        if let start = table["start"] { pane.start = try self.start(start) }
        return pane
    }

    /// The number of one of the arm's series rules, from 1, or its title.
    private func rule(_ table: YAMLTable, _ pane: YAMLValue) throws(StudyFileError) -> Int {
        guard let value = table["series"] else {
            guard series.count == 1 else {
                throw pane.mistake(
                    "The arm has \(series.count) series: say which one, as in series: 1.")
            }
            return 0
        }
        let text = try value.text()
        if let number = Int(text), series.indices.contains(number - 1) { return number - 1 }
        if let index = series.firstIndex(where: { $0.title == text }) { return index }
        let titles = series.compactMap(\.title)
        throw value.mistake(
            "\(text) is no series of this arm. Its series have the numbers 1 to \(series.count)"
                + (titles.isEmpty ? "." : " and the titles \(titles.joined(separator: ", ")).")
                + Suggestion.sentence(for: text, among: titles))
    }

    /// `[column, row]` or `[column, row, columns, rows]`, from 1.
    private func place(_ pane: inout HangingPane, _ value: YAMLValue) throws(StudyFileError) {
        var numbers: [Int] = []
        for entry in try value.list() { numbers.append(try entry.integer(in: 1...4)) }
        guard numbers.count == 2 || numbers.count == 4 else {
            throw value.mistake(
                "A place is [column, row] or [column, row, columns, rows], counted from 1.")
        }
        (pane.column, pane.row) = (numbers[0] - 1, numbers[1] - 1)
        if numbers.count == 4 { (pane.width, pane.height) = (numbers[2], numbers[3]) }
    }

    private func takePlane(
        _ pane: inout HangingPane, _ table: YAMLTable
    ) throws(StudyFileError) {
        if let plane = table["plane"] { pane.plane = try plane.word(HangingPlane.self) }
        if let tilt = table["tilt"] {
            pane.tilt = try number(tilt, in: -89...89, "tilt", "degrees")
            guard pane.plane != .acquired else {
                throw tilt.mistake(
                    "Acquired slices cannot be tilted. Name a plane, as in plane: coronal.")
            }
        }
        if let slab = table["slab"] {
            pane.slabMM = try number(slab, in: 0.1...500, "slab", "mm")
        }
        guard let projection = table["projection"] else { return }
        guard pane.slabMM != nil else {
            throw projection.mistake("A projection needs a slab, as in slab: 10.")
        }
        pane.projection = try projection.word(HangingProjection.self)
    }

    private func window(_ value: YAMLValue) throws(StudyFileError) -> String {
        if windows?.isFixed == true {
            throw value.mistake("The arm fixes its window, so a pane has no other. Leave this out.")
        }
        let reader = WindowRulesReader(context: context)
        let name = try reader.window(value)
        if let windows { try reader.demandInside(name, windows, value) }
        return name
    }

    private func zoom(_ value: YAMLValue) throws(StudyFileError) -> Double? {
        if try value.text() == "fit" { return nil }
        return try number(value, in: 0.05...32, "zoom", "screen pixels for one image pixel")
    }

    private func start(_ value: YAMLValue) throws(StudyFileError) -> Double {
        switch try value.text() {
        case "first": return 0
        case "middle": return 0.5
        case "last": return 1
        default: return try number(value, in: 0...100, "start", "percent of the slices") / 100
        }
    }

    private func number(
        _ value: YAMLValue, in range: ClosedRange<Double>, _ name: String, _ unit: String
    ) throws(StudyFileError) -> Double {
        let number = try value.number()
        guard range.contains(number) else {
            let (least, greatest) = (range.lowerBound, range.upperBound)
            throw value.mistake(
                "\(name) lies outside \(NumberText.shortest(least)) to "
                    + "\(NumberText.shortest(greatest)) \(unit).")
        }
        return number
    }
}

extension HangingPane {
    /// Whether two panes share a cell.
    fileprivate func overlaps(_ other: HangingPane) -> Bool {
        column < other.column + other.width && other.column < column + width
            && row < other.row + other.height && other.row < row + height
    }
}
