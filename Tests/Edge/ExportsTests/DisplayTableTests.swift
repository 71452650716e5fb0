import Exports
import ReaderStudies
import Testing

@Suite struct DisplayTableTests {
    private static func look(
        _ slice: Int, _ ms: Int, width: Double = 400, inverted: Bool = false, scale: Double = 2
    ) -> Look {
        Look(
            series: "S", slice: slice, windowCenter: 40, windowWidth: width, inverted: inverted,
            pixelScale: scale, shownMS: ms)
    }

    private static func view(seen: [Int], _ looks: [Look]) -> ViewState {
        ViewState(
            series: "S", slice: 0, windowCenter: 40, windowWidth: 400, seen: ["S": seen],
            renderer: "sixel 101", greys: 101,
            display: DisplayFacts(
                terminal: "XTerm(379)", multiplexer: "tmux", colors: "256", columns: 80, rows: 24,
                cellWidthPX: 9, cellHeightPX: nil, pattern: .never),
            keyImages: ["S": [2]], looks: looks)
    }

    private let table = DisplayTable(
        study: "study",
        displays: [
            RecordedDisplay(
                row: ReadingOrderRow(
                    position: 3, session: 1, participant: "P1",
                    read: ReadKey(reader: "R1", caseID: "C1", arm: "CT", occasion: 1),
                    opensOnDay: 0), revision: 1,
                views: [
                    view(seen: [0], [look(0, 1200), look(0, 300, width: 80)]),
                    view(seen: [0, 1, 2], [look(0, 800), look(2, 500, inverted: true, scale: 4)]),
                ])
        ],
        series: [
            ImportedSeries(
                token: "S", caseID: "C1", modality: "CT", columns: 2, rows: 2, slices: 4,
                columnSpacingMM: 1, rowSpacingMM: 1, sliceSpacingMM: 1, framesDigest: "",
                matches: [])
        ])

    private func row(_ header: [String], _ cells: [String]) -> [String: String] {
        Dictionary(uniqueKeysWithValues: zip(header, cells))
    }

    @Test func `a series has what was seen of it, how long, how, and in which terminal`() throws {
        let rows = table.rows
        let cells = row(DisplayTable.header, try #require(rows.first))

        #expect(rows.count == 1 && rows[0].count == DisplayTable.header.count)
        #expect(cells["reader"] == "R1" && cells["position"] == "3" && cells["revision"] == "1")
        #expect(cells["slices"] == "4" && cells["seen"] == "3" && cells["seenPercent"] == "75.0")
        #expect(cells["seconds"] == "2.8")
        #expect(cells["windows"] == "400/40 2.0 s; 400/40 inverted 0.5 s; 80/40 0.3 s")
        #expect(cells["zoomLeast"] == "2" && cells["zoomGreatest"] == "4")
        #expect(cells["keyImages"] == "3")
        #expect(cells["renderers"] == "sixel 101" && cells["greys"] == "101")
        #expect(cells["terminals"] == "XTerm(379)" && cells["multiplexers"] == "tmux")
        #expect(cells["columns"] == "80" && cells["cellWidth"] == "9" && cells["cellHeight"] == "")
    }

    @Test func `every slice, window and zoom has its seconds`() {
        let rows = table.lookRows.map { row(DisplayTable.lookHeader, $0) }

        #expect(rows.map { $0["slice"] } == ["1", "1", "3"])
        #expect(rows.map { $0["seconds"] } == ["2.0", "0.3", "0.5"])
        #expect(rows.map { $0["windowWidth"] } == ["400", "80", "400"])
        #expect(rows.map { $0["inverted"] } == ["no", "no", "yes"])
        #expect(rows.map { $0["zoom"] } == ["2", "2", "4"])
    }

    @Test func `a table of the file is said to be one`() {
        let look = Look(
            series: "S", slice: 0, windowCenter: 0, windowWidth: 0, pixelScale: 1, shownMS: 100)
        let table = DisplayTable(
            study: "s",
            displays: [
                RecordedDisplay(
                    row: ReadingOrderRow(
                        position: 1, session: 1, participant: "P",
                        read: ReadKey(reader: "R", caseID: "C", arm: "A", occasion: 1),
                        opensOnDay: 0), revision: 1, views: [Self.view(seen: [], [look])])
            ], series: [])

        #expect(row(DisplayTable.lookHeader, table.lookRows[0])["windowFunction"] == "TABLE")
        #expect(row(DisplayTable.header, table.rows[0])["windows"] == "table 0.1 s")
        #expect(row(DisplayTable.header, table.rows[0])["seenPercent"] == "")
    }

    @Test func `no read, no rows`() {
        #expect(DisplayTable(study: "s", displays: [], series: []).rows.isEmpty)
    }
}
