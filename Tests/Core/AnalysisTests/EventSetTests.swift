import Analysis
import Testing

struct EventSetTests {
    @Test func `records are sorted, kept once, and written as runs`() {
        let set = EventSet([19, 12, 14, 15, 12, 16, 17, 18])

        #expect(set.numbers == [12, 14, 15, 16, 17, 18, 19])
        #expect(set.text == "12, 14-19")
    }

    @Test func `no record is an empty text`() {
        #expect(EventSet.none.count == 0)
        #expect(EventSet.none.text == "")
    }
}
