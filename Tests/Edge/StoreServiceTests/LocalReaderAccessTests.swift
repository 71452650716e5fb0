import Foundation
import Persistence
import ReaderStudies
import StoreService
import Testing

@Suite struct LocalReaderAccessTests {
    @Test func `the first open read is the first of the drawn order, blinded`() throws {
        let fixture = try ServiceFixture()
        let first = try #require(try fixture.store.order(of: "R1").first)

        let opened = try fixture.session().open()
        let known = try JSONEncoder().encode(opened.blindedCase)
        let shown = String(decoding: known, as: UTF8.self)
            .replacing("\(first.read.caseID)-\(first.read.arm)", with: "")

        #expect(opened.blindedCase.position == 1)
        #expect(opened.blindedCase.caseCount == 2)
        #expect(opened.blindedCase.sessionCount == 4)
        #expect(opened.sheet == AnswerSheet())
        #expect(opened.state == .draft)
        for hidden in ["T1w", "\"CT", "C01", "C02", "C03", "C04", "MR", "R1"] {
            #expect(!shown.contains(hidden), "\(hidden)")
        }
    }

    @Test func `a draft resumes with answers, view, lesion number and the same case`() throws {
        let fixture = try ServiceFixture()
        let opened = try fixture.session().open()
        let first = try fixture.session()
        _ = try first.open()
        _ = try first.record(.answer(ServiceFixture.presence, .value(.code("1"))))
        let view = ServiceFixture.view(opened, slice: 2, seen: [1, 2])
        let saved = try first.record(view: view)

        let resumed = try fixture.session().open()

        #expect(resumed.blindedCase == opened.blindedCase)
        #expect(resumed.sheet.answers == [ServiceFixture.presence: .value(.code("1"))])
        #expect(resumed.view == view)
        #expect(resumed.savedNumber > saved)
    }

    @Test func `an entry that does not fit the instrument is refused and not saved`() throws {
        let fixture = try ServiceFixture()
        let session = try fixture.session()
        _ = try session.open()
        for entry: ReadEntry in [
            .answer(ServiceFixture.presence, .value(.code("7"))),
            .answer(ServiceFixture.size, .value(.number(12))),
            .answer(ItemKey("exam", "nonsense"), .value(.code("1"))),
            .addLesion("L1"),
        ] {
            #expect(throws: AccessRefusal.self) { _ = try session.record(entry) }
        }

        let read = try #require(try fixture.store.reads(of: "R1").first)
        #expect(read.sheet == AnswerSheet())
        #expect(try fixture.store.refusedRequests().map(\.refused.request).count == 4)
    }

    @Test func `a mark outside the open images is refused`() throws {
        let fixture = try ServiceFixture()
        let session = try fixture.session()
        let token = try session.open().blindedCase.series[0].token
        func mark(_ series: SeriesToken, column: Int, slice: Int) -> ReadEntry {
            .answer(
                ServiceFixture.mark,
                .value(
                    .mark(
                        Mark(
                            series: series, column: column, row: 3, slice: slice,
                            positionMM: [0, 0, 0]))))
        }

        _ = try session.record(mark(token, column: 31, slice: 3))

        for wrong in [
            mark("other", column: 1, slice: 1), mark(token, column: 32, slice: 1),
            mark(token, column: 1, slice: 4), mark(token, column: -1, slice: 1),
        ] {
            #expect(throws: AccessRefusal.self) { _ = try session.record(wrong) }
        }
    }

    @Test func `an incomplete read is not signed and says what is missing`() throws {
        let fixture = try ServiceFixture()
        let session = try fixture.session()
        let opened = try session.open()

        #expect(throws: AccessRefusal.incomplete(["lesion"])) {
            _ = try session.sign(view: ServiceFixture.view(opened))
        }
        _ = try session.record(.answer(ServiceFixture.presence, .value(.code("1"))))
        #expect(throws: AccessRefusal.incomplete(["size"])) {
            _ = try session.sign(view: ServiceFixture.view(opened))
        }
        _ = try session.record(.answer(ServiceFixture.size, .value(.number(11.5))))
        _ = try session.sign(view: ServiceFixture.view(opened))

        #expect(try session.worklist().signed == 1)
    }

    @Test func `a display below the floor cannot sign`() throws {
        let fixture = try ServiceFixture(
            display: DisplayFloor(minimumGreys: 64, minimumScale: 1, everySlice: true))
        let session = try fixture.session()
        let opened = try session.open()
        _ = try session.record(.answer(ServiceFixture.presence, .value(.code("0"))))

        for view in [
            ServiceFixture.view(opened, greys: 16), ServiceFixture.view(opened, scale: 0.5),
        ] {
            let refusal = #expect(throws: AccessRefusal.self) { _ = try session.sign(view: view) }
            #expect(refusal?.sentence.hasPrefix("Not signed: ") == true)
        }
        #expect(
            throws: AccessRefusal.incomplete([
                "2 of 4 slices of \(opened.blindedCase.series[0].title) are not yet seen"
            ])
        ) {
            _ = try session.sign(view: ServiceFixture.view(opened, seen: [0, 3]))
        }
        _ = try session.sign(view: ServiceFixture.view(opened))
    }

    @Test func `the second arm opens only after the washout, and the day is told`() throws {
        let fixture = try ServiceFixture()
        let session = try fixture.session()
        for _ in 0..<4 { try fixture.readOne(session) }

        #expect(throws: AccessRefusal.nothingOpen(opens: "29 June")) { _ = try session.open() }
        let status = try session.worklist()
        #expect(status.nextOpens == "29 June")
        #expect(status.waiting == 4)
        #expect(status.signed == 4)

        fixture.clock.advance(days: 28)
        for _ in 0..<4 { try fixture.readOne(session) }
        #expect(throws: AccessRefusal.nothingOpen(opens: nil)) { _ = try session.open() }
    }

    @Test func `a late first arm keeps the second closed for a whole washout`() throws {
        let fixture = try ServiceFixture()
        let session = try fixture.session()
        fixture.clock.advance(days: 20)
        for _ in 0..<4 { try fixture.readOne(session) }

        fixture.clock.advance(days: 27)

        #expect(throws: AccessRefusal.nothingOpen(opens: "19 July")) { _ = try session.open() }
        fixture.clock.advance(days: 1)
        _ = try session.open()
    }

    @Test func `amending needs a reason, keeps the first signature and signs a second`() throws {
        let fixture = try ServiceFixture()
        let session = try fixture.session()
        #expect(throws: AccessRefusal.self) { _ = try session.amend(reason: "typing slip") }
        let signed = try fixture.readOne(session)

        #expect(throws: AccessRefusal.self) { _ = try session.amend(reason: " ") }
        let amending = try session.amend(reason: "typing slip")
        _ = try session.record(.answer(ServiceFixture.presence, .value(.code("1"))))
        _ = try session.record(.answer(ServiceFixture.size, .value(.number(4))))
        _ = try session.sign(view: ServiceFixture.view(amending))

        let recorded = try fixture.store.recordedReads().filter { $0.revision > 0 }
        #expect(amending.blindedCase == signed.blindedCase)
        #expect(amending.state == .amending)
        #expect(amending.revision == 2)
        #expect(recorded.map(\.revision) == [1, 2])
        #expect(recorded[0].sheet.answers == [ServiceFixture.presence: .value(.code("0"))])
        #expect(recorded[1].sheet.answers.count == 2)
    }

    @Test func `without an open read nothing can be recorded, signed or left`() throws {
        let session = try ServiceFixture().session()

        #expect(throws: AccessRefusal.noOpenRead) {
            _ = try session.record(.clear(ServiceFixture.presence))
        }
        #expect(throws: AccessRefusal.noOpenRead) { try session.leave() }
        #expect(throws: AccessRefusal.noOpenRead) { _ = try session.frames(of: "x") }
    }

    @Test func `a view outside the open images is refused`() throws {
        let fixture = try ServiceFixture()
        let session = try fixture.session()
        var view = ServiceFixture.view(try session.open())

        view.slice = 4
        #expect(throws: AccessRefusal.self) { _ = try session.record(view: view) }
        view.slice = 0
        view.windowWidth = .nan
        #expect(throws: AccessRefusal.self) { _ = try session.record(view: view) }
    }

    @Test func `a key image outside of the open images is refused`() throws {
        let fixture = try ServiceFixture()
        let session = try fixture.session()
        var view = ServiceFixture.view(try session.open())

        view.keyImages = [view.series: [2]]
        _ = try session.record(view: view)
        view.keyImages = [view.series: [99]]

        #expect(throws: AccessRefusal.self) { try session.record(view: view) }
    }

    @Test func `a stranger and a study that has not started are refused with a sentence`() throws {
        let waiting = try ServiceFixture(started: false)
        let fixture = try ServiceFixture()

        let early = #expect(throws: AccessRefusal.self) { _ = try waiting.session() }
        let stranger = #expect(throws: AccessRefusal.self) { _ = try fixture.session("R9") }

        #expect(early?.sentence.contains("has not started") == true)
        #expect(stranger?.sentence.contains("R9 is not a reader") == true)
    }

    @Test func `an answer after the store was closed is said not to be saved`() throws {
        let fixture = try ServiceFixture()
        let session = try fixture.session()
        _ = try session.open()
        try fixture.store.close()

        #expect(throws: AccessRefusal.self) {
            _ = try session.record(.answer(ServiceFixture.presence, .value(.code("0"))))
        }
    }
}
