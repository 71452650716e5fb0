import ReaderStudies

/// The display record of signed reads: one row for every series of every signed revision.
public struct DisplayTable: Sendable {
    /// The columns, in order; a released name never changes.
    public static let header =
        readHeader + [
            "series", "slices", "seen", "seenPercent", "seconds", "windows", "zoomLeast",
            "zoomGreatest", "keyImages", "renderers", "greys", "terminals", "multiplexers",
            "colors", "columns", "rows", "cellWidth", "cellHeight",
        ]
    /// The columns of the table of looks.
    public static let lookHeader =
        readHeader + [
            "series", "slice", "seconds", "windowWidth", "windowCenter", "windowFunction",
            "inverted", "zoom", "plane", "planeSlice", "slabMM", "projection",
        ]
    private static let readHeader = PlaceColumns.header + ["revision"]

    private let study: StudyID
    private let displays: [RecordedDisplay]
    private let slices: [SeriesToken: Int]

    /// The table of `displays`; `series` are those of the study.
    public init(study: StudyID, displays: [RecordedDisplay], series: [ImportedSeries]) {
        self.study = study
        self.displays = displays
        slices = Dictionary(
            series.map { ($0.token, $0.slices) }, uniquingKeysWith: { first, _ in first })
    }

    /// The rows without the header, in the order of reads and series.
    public var rows: [[String]] {
        displays.flatMap { display in
            shown(display).map { read(display) + cells($0, of: display) }
        }
    }

    /// One row for each slice, window and zoom that a reader looked at, in the order of reads, series and slices.
    public var lookRows: [[String]] {
        displays.flatMap { display in
            display.looks.summed.map { read(display) + Self.cells($0) }
        }
    }

    private func read(_ display: RecordedDisplay) -> [String] {
        PlaceColumns.cells(display.row, in: study) + [String(display.revision)]
    }

    /// Every series that was ever seen or looked at.
    private func shown(_ display: RecordedDisplay) -> [SeriesToken] {
        let seen = display.views.flatMap { Array($0.seen.keys) + [$0.series] }
        return Set(seen + display.looks.map(\.series)).sorted()
    }

    private func cells(_ series: SeriesToken, of display: RecordedDisplay) -> [String] {
        let looks = display.looks.filter { $0.series == series }
        let seen = Set(display.views.flatMap { $0.seen[series] ?? [] }).count
        let count = slices[series] ?? 0
        let scales = looks.map(\.pixelScale).filter { $0 > 0 }
        let keys = display.views.last?.keyImages?[series] ?? []
        return [
            series.rawValue, "\(count)", "\(seen)",
            count > 0 ? NumberText.fixed(Double(seen) * 100 / Double(count), places: 1) : "",
            Self.seconds(looks.reduce(0) { $0 + $1.shownMS }), Self.windows(looks),
            scales.min().map { NumberText.shortest($0) } ?? "",
            scales.max().map { NumberText.shortest($0) } ?? "",
            keys.map { "\($0 + 1)" }.joined(separator: "; "),
        ] + Self.terminal(display)
    }

    private static func terminal(_ display: RecordedDisplay) -> [String] {
        let facts = display.terminals
        return [
            list(display.views.map(\.renderer)), list(display.views.map { "\($0.greys)" }),
            list(facts.map(\.terminal)), list(facts.map(\.multiplexer)), list(facts.map(\.colors)),
            list(facts.map { "\($0.columns)" }), list(facts.map { "\($0.rows)" }),
            list(facts.map { $0.cellWidthPX.map(String.init) ?? "" }),
            list(facts.map { $0.cellHeightPX.map(String.init) ?? "" }),
        ]
    }

    /// Each text once, in order.
    private static func list(_ texts: [String]) -> String {
        var once: [String] = []
        for text in texts where !text.isEmpty && !once.contains(text) { once.append(text) }
        return CSVText.harmless(once.joined(separator: "; "))
    }

    /// `2000/500 12.3 s; 400/40 1.0 s`, the longest first.
    private static func windows(_ looks: [Look]) -> String {
        let times = Dictionary(grouping: looks, by: window).mapValues {
            $0.reduce(0) { $0 + $1.shownMS }
        }
        return times.sorted { ($1.value, $0.key) < ($0.value, $1.key) }
            .map { "\($0.key) \(seconds($0.value)) s" }.joined(separator: "; ")
    }

    private static func window(_ look: Look) -> String {
        let greys = look.inverted ? " inverted" : ""
        guard look.windowWidth > 0 else { return "table\(greys)" }
        let width = NumberText.shortest(look.windowWidth)
        return "\(width)/\(NumberText.shortest(look.windowCenter))\(greys)"
    }

    private static func seconds(_ milliseconds: Int) -> String {
        NumberText.fixed(Double(milliseconds) / 1000, places: 1)
    }

    private static func cells(_ look: Look) -> [String] {
        let hasWindow = look.windowWidth > 0
        return [
            look.series.rawValue, "\(look.slice + 1)", seconds(look.shownMS),
            hasWindow ? NumberText.shortest(look.windowWidth) : "",
            hasWindow ? NumberText.shortest(look.windowCenter) : "",
            hasWindow ? look.windowFunction : "TABLE", look.inverted ? "yes" : "no",
            NumberText.shortest(look.pixelScale),
        ] + cells(look.plane)
    }

    /// How the picture was computed; empty for acquired slices.
    private static func cells(_ plane: PlaneRecord?) -> [String] {
        guard let plane else { return ["acquired", "", "", ""] }
        return [
            plane.name, plane.name == "acquired" ? "" : "\(plane.slice + 1)",
            plane.slabMM.map { NumberText.shortest($0) } ?? "", plane.projection ?? "",
        ]
    }
}
