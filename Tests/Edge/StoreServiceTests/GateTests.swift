import Persistence
import ReaderStudies
import StoreService
import Testing

/// What stands between an open read and its signature, whatever the screen claims; and the length of a sitting.
@Suite struct GateTests {
    private static func answered(_ fixture: ServiceFixture) throws -> (
        LocalReaderAccess, OpenedRead
    ) {
        let session = try fixture.session()
        let opened = try session.open()
        _ = try session.record(.answer(ServiceFixture.presence, .value(.code("0"))))
        return (session, opened)
    }

    @Test func `a read of which no picture was ever full is not signed`() throws {
        let (session, opened) = try Self.answered(try ServiceFixture())

        #expect(throws: AccessRefusal.incomplete(["no picture was ever shown in full"])) {
            _ = try session.sign(view: ServiceFixture.view(opened, seen: []))
        }
        _ = try session.sign(view: ServiceFixture.view(opened, seen: [2]))
    }

    @Test func `a study may ask for a part of every series`() throws {
        let (session, opened) = try Self.answered(
            try ServiceFixture(display: DisplayFloor(seenPercent: 60)))
        let title = opened.blindedCase.series[0].title

        #expect(
            throws: AccessRefusal.incomplete(["1 of 4 slices of \(title) are not yet seen"])
        ) {
            _ = try session.sign(view: ServiceFixture.view(opened, seen: [0, 2]))
        }
        _ = try session.sign(view: ServiceFixture.view(opened, seen: [0, 2, 3]))
    }

    @Test func `a study may name the ways of showing greys that may sign`() throws {
        let (session, opened) = try Self.answered(
            try ServiceFixture(display: DisplayFloor(renderers: ["kitty", "iterm2"])))

        let refusal = #expect(throws: AccessRefusal.self) {
            _ = try session.sign(view: ServiceFixture.view(opened))
        }
        #expect(
            refusal?.sentence.contains("shown by sixel, and the study asks for kitty or") == true)
        var view = ServiceFixture.view(opened)
        view.renderer = "kitty 256"
        _ = try session.sign(view: view)
    }

    @Test func `slices counted twice count once`() throws {
        let (session, opened) = try Self.answered(
            try ServiceFixture(display: DisplayFloor(everySlice: true)))

        #expect(throws: AccessRefusal.self) {
            _ = try session.sign(view: ServiceFixture.view(opened, seen: [0, 0, 1, 1]))
        }
    }

    @Test func `after the longest sitting a break is asked for, and the open case can be finished`()
        throws
    {
        let fixture = try ServiceFixture(sitting: SittingRules(minutes: 30, breakMinutes: 10))
        let session = try fixture.session()
        for _ in 0..<2 {
            fixture.clock.advance(minutes: 9)
            try fixture.readOne(session)
        }
        fixture.clock.advance(minutes: 9)
        let opened = try session.open()
        fixture.clock.advance(minutes: 9)
        _ = try session.record(.answer(ServiceFixture.presence, .value(.code("0"))))
        fixture.clock.advance(minutes: 9)
        _ = try session.sign(view: ServiceFixture.view(opened))

        let refusal = #expect(throws: AccessRefusal.self) { _ = try session.open() }
        #expect(
            refusal?.sentence
                == "You have read for 36 minutes. Take a break: the next case opens at 08:55 UTC.")
        fixture.clock.advance(minutes: 10)
        _ = try session.open()
    }
}
