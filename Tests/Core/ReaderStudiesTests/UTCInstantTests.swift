import ReaderStudies
import Testing

@Suite struct UTCInstantTests {
    @Test(arguments: [
        (0, "1970-01-01T00:00:00.000Z"), (-1, "1969-12-31T23:59:59.999Z"),
        (951_782_400_000, "2000-02-29T00:00:00.000Z"),
        (1_780_300_809_120, "2026-06-01T08:00:09.120Z"),
        (4_107_542_399_999, "2100-02-28T23:59:59.999Z"),
        (4_107_542_400_000, "2100-03-01T00:00:00.000Z"),
    ])
    func `a moment is written in ISO 8601 and read back`(milliseconds: Int, text: String) {
        let moment = UTCInstant(milliseconds: milliseconds)

        #expect(moment.text == text)
        #expect(UTCInstant(text: text) == moment)
    }

    @Test func `every day of four centuries has a text that reads back`() {
        for day in stride(from: -80_000, through: 80_000, by: 7) {
            let moment = UTCInstant(day: day)
            #expect(UTCInstant(text: moment.text)?.day == day)
        }
    }

    @Test(arguments: [
        "", "2026-06-01", "2026-06-01T08:00:09.120", "2026-13-01T08:00:09.120Z",
        "2026-02-30T08:00:09.120Z", "2026-06-01T24:00:00.000Z", "2026-06-01 08:00:09.120Z",
        "20a6-06-01T08:00:09.120Z",
    ])
    func `anything else is no moment`(text: String) {
        #expect(UTCInstant(text: text) == nil)
    }

    @Test func `a day is said as readers say it`() {
        #expect(UTCInstant(milliseconds: 1_797_206_400_000).dayText == "14 December")
        #expect(UTCInstant(day: 0) < UTCInstant(day: 1))
        #expect(UTCInstant(milliseconds: -1).day == -1)
    }

    @Test func `a day is written year, month, day, and in no other order`() throws {
        let begins = try #require(UTCInstant(text: "2020-04-08T00:00:00.000Z"))
        let ends = try #require(UTCInstant(text: "2020-12-01T00:00:00.000Z"))

        #expect([begins.dayText, ends.dayText] == ["8 April", "1 December"])
        #expect([begins.dateText, ends.dateText] == ["2020-04-08", "2020-12-01"])
        for other in ["08.04.2020", "2020-8-4", "2020.04.08", "04/08/2020", "2020年1月12日"] {
            #expect(UTCInstant(text: "\(other)T00:00:00.000Z") == nil, "\(other)")
        }
    }
}
