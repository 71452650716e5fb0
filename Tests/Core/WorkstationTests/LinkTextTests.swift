import TerminalUI
import Testing

@testable import Workstation

/// What the reader is told of the way to the terminal.
@Suite struct LinkTextTests {
    private func text(
        _ megabits: Double?, roundTripMS: Double? = 45, bytes: Int = 340_000,
        graphics: GraphicsMode = .sixel, isAnswering: Bool = true
    ) -> LinkText {
        LinkText(
            link: Link(
                firstBytes: 4_000, pieceBytes: 2_048,
                bytesPerSecond: megabits.map { Int($0 * 125_000) }, roundTripMS: roundTripMS,
                isAnswering: isAnswering), bytes: bytes, graphics: graphics)
    }

    @Test func `rate, round trip and the cost of a picture are told`() {
        #expect(
            text(1).summary == "link: 1.0 Mbit/s, round trip 45 ms, 340 kB a picture: 2.72 s")
        #expect(
            text(100, roundTripMS: 0.4, bytes: 0).summary == "link: 100 Mbit/s, round trip 0.4 ms")
        #expect(text(nil).summary == "link: not measured yet")
        #expect(text(1, isAnswering: false).summary.contains("1 Mbit/s is assumed"))
    }

    @Test func `compression on the way is advised where it helps, and only there`() {
        #expect(text(1, graphics: .sixel).advice?.contains("ssh -C") == true)
        #expect(text(1, graphics: .half).advice?.contains("ssh -C") == true)
        // A PNG is compressed already.
        #expect(text(1, graphics: .kitty).advice?.contains("ssh -C") == false)
        #expect(text(1, graphics: .kitty).advice?.contains("smaller window") == true)
        #expect(text(20).advice == nil)
        #expect(text(5, bytes: 20_000).advice == nil)
        #expect(text(nil).advice == nil)
    }

    @Test func `the status line warns where a full picture takes a second`() {
        #expect(text(1).warning == "slow link 1.0 Mbit/s")
        #expect(text(10).warning == nil)
        #expect(text(nil, isAnswering: false).warning == "slow link")
    }

    @Test func `the keys must rest longer the longer a picture takes, but never long`() {
        func rest(_ megabits: Double?, _ bytes: Int) -> Int {
            text(megabits).link.restMS(for: bytes)
        }
        #expect(rest(10, 340_000) == 6 && rest(1, 125_000) == 25 && rest(1, 1_000_000) == 80)
        #expect(rest(nil, 340_000) == 80)
    }

    @Test func `the display panel tells them`() throws {
        var reader = TestReader(
            SampleReads.state(
                try SampleForms.joints(), size: Size(width: 110, height: 40),
                capabilities: SampleReads.sixel))
        reader.press(KeyPress("v"))
        var memory = PictureMemory()
        let link = Link(
            firstBytes: 3_000, pieceBytes: 2_048, bytesPerSecond: 20_000, roundTripMS: 90)

        let panel = view(reader.state, memory: &memory, link: link).grid.text

        #expect(panel.contains("link: 0.2 Mbit/s, round trip 90 ms"))
        #expect(panel.contains("slow: ssh -C halves the bytes"))
    }
}
