import Testing

@testable import readingroom

@Suite struct ProgressBarTests {
    @Test func `half way the rate and the time left are told`() {
        let line = ProgressBar.line("Decoding", done: 150, of: 300, elapsed: .seconds(3))

        #expect(line == "Decoding [##########----------] 150 of 300, 50 a second, 3 s left")
    }

    @Test func `the first moment tells no rate`() {
        let line = ProgressBar.line("Decoding", done: 1, of: 300, elapsed: .milliseconds(10))

        #expect(line == "Decoding [--------------------] 1 of 300")
    }

    @Test func `long waits are told in minutes`() {
        let line = ProgressBar.line("Decoding", done: 10, of: 10_000, elapsed: .seconds(1))

        #expect(line.hasSuffix("10 a second, 17 min left"))
    }
}
