import Foundation
import Persistence
import ReaderStudies
import Testing

@testable import StoreService

/// Days of the washout, sittings and labels are UTC, whatever the clock on the wall does.
@Suite struct CivilTimeTests {
    /// A place and a day there, near which its clocks were or will be changed, or never are.
    struct Place: CustomTestStringConvertible {
        let zone: String
        let day: DateComponents
        var testDescription: String { zone }

        init(_ zone: String, _ year: Int, _ month: Int, _ day: Int) {
            self.zone = zone
            self.day = DateComponents(year: year, month: month, day: day)
        }

        /// What a UTC clock tells when the clock on the wall does so, `later` days later.
        func instant(_ hour: Int, _ minute: Int, later: Int = 0) throws -> UTCInstant {
            var calendar = Calendar(identifier: .gregorian)
            calendar.timeZone = try #require(TimeZone(identifier: zone))
            var civil = day
            (civil.hour, civil.minute) = (hour, minute)
            civil.day = (civil.day ?? 1) + later
            let date = try #require(calendar.date(from: civil))
            return UTCInstant(milliseconds: Int(date.timeIntervalSince1970) * 1000)
        }

        /// Minutes by which the wall's clock is ahead of UTC.
        func offset(later: Int = 0) throws -> Int {
            let noon = try instant(12, 0, later: later)
            let there = try #require(TimeZone(identifier: zone))
            return there.secondsFromGMT(
                for: Date(timeIntervalSince1970: Double(noon.milliseconds) / 1000)) / 60
        }
    }

    static let places = [
        Place("Europe/Berlin", 2026, 10, 10), Place("America/New_York", 2027, 3, 1),
        Place("Australia/Lord_Howe", 2026, 9, 20), Place("America/Santiago", 2026, 8, 20),
    ]
    static let steady = [
        Place("Pacific/Kiritimati", 2026, 10, 10), Place("Asia/Kathmandu", 2026, 10, 10),
        Place("Etc/GMT+12", 2026, 10, 10),
    ]

    /// Reads the first arm of every case in the evening of the wall's clock; the study starts then.
    private func evening(_ place: Place) throws -> (fixture: ServiceFixture, day: Int) {
        let fixture = try ServiceFixture(started: false)
        fixture.clock.advance(to: try place.instant(23, 30))
        _ = try StudyStart(store: fixture.store, instruments: [fixture.instrument]).draw()
        let session = try fixture.session()
        for _ in ServiceFixture.cases { try fixture.readOne(session) }
        return (fixture, fixture.clock.now().utc.day)
    }

    @Test(arguments: places + steady)
    func
        `the other arm opens at 00:00 UTC of the 28th day, and not at midnight of the wall's clock`(
            _ place: Place
        ) throws
    {
        let (fixture, day) = try evening(place)
        let opening = UTCInstant(day: day + 28)

        fixture.clock.advance(to: UTCInstant(milliseconds: opening.milliseconds - 60_000))
        #expect(throws: AccessRefusal.nothingOpen(opens: opening.dayText)) {
            _ = try fixture.session().open()
        }
        fixture.clock.advance(minutes: 1)
        try fixture.readOne(fixture.session())

        #expect(fixture.clock.now().utc == opening)
        #expect(try fixture.store.verify().problem == nil)
    }

    @Test(arguments: places)
    func `in these places the clocks are changed within the washout`(_ place: Place) throws {
        #expect(try place.offset() != place.offset(later: 28))
    }

    @Test func `an hour that the wall's clock shows twice is an hour of a sitting once`() throws {
        let fixture = try ServiceFixture(
            design: Design(kind: .crossover, washoutDays: 28, seed: 7, casesPerSession: 4),
            sitting: SittingRules(minutes: 90, breakMinutes: 15))
        // Clocks in Berlin go from 03:00 back to 02:00 on 25 October 2026, at 01:00 UTC.
        let night = Place("Europe/Berlin", 2026, 10, 25)
        let start = try night.instant(1, 50)
        fixture.clock.advance(to: start)
        let session = try fixture.session()
        for _ in 0..<3 {
            try fixture.readOne(session)
            fixture.clock.advance(minutes: 14)
        }

        // 42 minutes have passed; the wall's clock shows 02:32 for the first time, and an hour later again.
        try fixture.readOne(session)

        let last = try #require(try fixture.store.sitting(of: "R1", breakMinutes: 15))
        #expect(last.last.milliseconds - last.first.milliseconds == 42 * 60_000)
        #expect(fixture.clock.now().utc.milliseconds - start.milliseconds == 42 * 60_000)
    }

    @Test func `an hour that the wall's clock leaves out is neither reading nor a break`() throws {
        let fixture = try ServiceFixture(sitting: SittingRules(minutes: 50, breakMinutes: 30))
        // Clocks in New York go from 02:00 to 03:00 on 14 March 2027, at 07:00 UTC.
        let night = Place("America/New_York", 2027, 3, 14)
        fixture.clock.advance(to: try night.instant(1, 40))
        let session = try fixture.session()
        try fixture.readOne(session)
        fixture.clock.advance(minutes: 25)
        let wall = try night.instant(3, 5)
        #expect(fixture.clock.now().utc == wall)
        try fixture.readOne(session)
        fixture.clock.advance(minutes: 25)
        try fixture.readOne(session)

        let refusal = #expect(throws: AccessRefusal.self) { _ = try session.open() }

        #expect(refusal?.sentence.hasPrefix("You have read for 50 minutes. Take a break") == true)
    }
}
