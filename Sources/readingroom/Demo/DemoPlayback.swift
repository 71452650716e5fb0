import BundledResources
import Foundation
import Persistence
import ReaderStudies
import TerminalUI
import Workstation

/// A recorded read played through the real loop and store on a screen in memory.
struct DemoPlayback {
    private let demo: DemoStudy
    private let screenText: String
    private let table: String
    private let rows: [[String]]
    private let agreement: TruthTable.Agreement

    /// Plays the recorded read of a study whose store holds no read yet.
    ///
    /// - Throws: when a read is there, or the keys did not lead to a signature.
    init(_ demo: DemoStudy) throws {
        self.demo = demo
        try Self.demandUnread(demo)
        screenText = try Self.play(demo)
        let store = try SQLiteStore.open(at: demo.folder)
        defer { try? store.close() }
        let lines = try ReadTables(store: store).table.split(whereSeparator: \.isNewline)
            .map(String.init)
        // Planned reads have rows too; the signed one is what was just played.
        table = lines.filter { !CSVLines($0).isUnsigned }.joined(separator: "\n")
        rows = CSVLines(table).rows
        agreement = try TruthTable(study: demo.name).agreement(with: rows)
    }

    /// The final screen, the exported rows and the agreement with the truth.
    var report: String {
        """
        == \(demo.name): \(demo.title)

        \(screenText)

        \(table)
        \(demo.name): \(agreement.agreeing) of \(agreement.compared) answers agree with the truth.

        """
    }

    private static func demandUnread(_ demo: DemoStudy) throws {
        let store = try SQLiteStore.open(at: demo.folder)
        defer { try? store.close() }
        guard try store.reads(of: demo.reader).isEmpty else {
            throw Refusal(
                "\(demo.folder) holds reads already, so the recorded read would not fit. Name a "
                    + "new folder with --store.")
        }
    }

    /// The last screen of the reading before its signature.
    private static func play(_ demo: DemoStudy) throws -> String {
        let session = try ReadSession(folder: demo.folder, reader: demo.reader, isolation: .none)
        let screen = InMemoryScreen(
            size: Size(width: 110, height: 36),
            events: try RecordedReads.script(of: demo.name).presses.map { .key($0) })
        try ReadingLoop(
            screen: screen, runner: session.runner, graphics: .ascii, keysPerFrame: 1
        ).run()
        try session.close()
        let reading = screen.frames.last { !$0.pictures.isEmpty && $0.popups.isEmpty }
        return reading?.textWithPictures ?? screen.text
    }
}

extension Frame {
    /// Cells and pictures as text; only pictures made of plain characters can be shown so.
    var textWithPictures: String {
        var grid = grid
        for picture in pictures where picture.kind == .cells {
            for (offset, row) in picture.rows.enumerated() {
                let text = String(decoding: row, as: UTF8.self).replacing("\u{1B}[m", with: "")
                guard !text.contains("\u{1B}") else { continue }
                grid.write(
                    text, column: picture.area.x, row: picture.area.y + offset,
                    width: picture.area.width)
            }
        }
        return grid.text
    }
}

extension CSVLines {
    /// Whether a line of the long table belongs to a read that was not signed.
    fileprivate var isUnsigned: Bool {
        guard let row = rows.first, row.count > 17 else { return true }
        return row[17] == "0"
    }
}
