import Foundation
import ReaderStudies
import Testing

@testable import Persistence

/// The terminal of a read in the log.
@Suite struct DisplayEventTests {
    let folder: TemporaryFolder

    init() throws { folder = try TemporaryFolder() }

    private let facts = DisplayFacts(
        terminal: "XTerm(379)", multiplexer: "tmux", colors: "truecolor", columns: 80, rows: 24,
        cellWidthPX: 9, cellHeightPX: nil,
        pattern: .made(
            test: PatternTest(
                day: "2026-11-21", graphics: "sixel", greys: 101, pixelsPerCellAcross: 9,
                pixelsPerCellDown: 18, zoom: nil, multiplexer: "tmux",
                answers: ["dark": .seen, "bright": .notSeen, "circle": .notAsked])))

    @Test func `a view comes back with its terminal, and with none where it said none`() throws {
        let store = try Sample.started(folder.path)
        try store.append(Sample.opened(), by: .reader("R1"))
        for display in [facts, nil] {
            var view = Sample.view()
            view.display = display
            try store.append(
                .viewRecorded(ViewRecorded(read: Sample.key, view: view)), by: .reader("R1"))
            #expect(try store.reads(of: "R1").first?.view == view)
        }
        try store.close()
    }

    @Test func `a signature holds the terminal and what was seen of the test pattern`() throws {
        let store = try Sample.started(folder.path)
        try store.append(Sample.opened(), by: .reader("R1"))
        var view = Sample.view()
        view.display = facts
        let receipt = try store.sign(
            SignRequest(read: Sample.key, view: view, series: [], program: "test"))
        let event = try store.run { queue in
            try queue.read { db in
                try LogReader(db: db).event(receipt.seq, kind: "read.signed", remains: [:])
            }
        }
        guard case .readSigned(let signed) = event else {
            Issue.record("the last event is no signature")
            return
        }
        let json = try EventCoding.json(signed.signed)
        for part in [
            "\"terminal\":\"XTerm(379)\"", "\"multiplexer\":\"tmux\"", "\"bright\":\"notSeen\"",
            "\"circle\":\"notAsked\"", "\"day\":\"2026-11-21\"", "\"cellWidthPX\":9",
        ] {
            #expect(json.contains(part), "\(part)")
        }
        try store.close()
    }

    @Test func `a signed revision has its own views in order, with what was looked at`() throws {
        let store = try Sample.started(folder.path)
        try store.append(Sample.opened(), by: .reader("R1"))
        func view(_ slice: Int) -> ViewState {
            var view = Sample.view(slice: slice)
            view.looks = [
                Look(
                    series: "t1", slice: slice, windowCenter: 40, windowWidth: 400, pixelScale: 2,
                    shownMS: 700)
            ]
            return view
        }
        func look(_ slice: Int) throws {
            try store.append(
                .viewRecorded(ViewRecorded(read: Sample.key, view: view(slice))),
                by: .reader("R1"))
        }
        func sign(_ slice: Int) throws {
            try store.sign(
                SignRequest(read: Sample.key, view: view(slice), series: [], program: "test"))
        }
        #expect(try store.displays().isEmpty)
        try look(1)
        try look(2)
        try sign(3)
        try store.append(
            .amendmentOpened(AmendmentOpened(read: Sample.key, revision: 2, reason: "a slip")),
            by: .reader("R1"))
        try look(4)
        try sign(5)

        let displays = try store.displays()

        #expect(displays.map(\.revision) == [1, 2])
        #expect(displays.map { $0.views.map(\.slice) } == [[1, 2, 3], [4, 5]])
        #expect(displays.map { $0.looks.map(\.slice) } == [[1, 2, 3], [4, 5]])
        #expect(displays.allSatisfy { $0.row.read == Sample.key })
        let renderer = view(3).renderer
        #expect(try store.renderers() == [Sample.key: [1: renderer, 2: renderer]])
        try store.close()
    }

    @Test func `a pattern that was never looked at is said, not left out`() throws {
        var never = facts
        never.pattern = .never
        #expect(try EventCoding.json(never).contains("\"pattern\":{\"never\":{}}"))
    }

    @Test func `a view of a store without terminals can be read`() throws {
        let json = try EventCoding.json(Sample.view())
        #expect(!json.contains("display"))
        #expect(try EventCoding.decode(ViewState.self, Data(json.utf8)) == Sample.view())
    }
}
