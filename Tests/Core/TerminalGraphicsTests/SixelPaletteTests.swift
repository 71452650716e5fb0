import Glibc
import Testing

@testable import TerminalGraphics

@Suite struct SixelPaletteTests {
    /// Peak signal to noise ratio in dB over a uniform ramp of all greys.
    private func ratio(_ registers: [UInt8], shownBy rule: SixelRounding) -> Double {
        let sum = registers.enumerated().reduce(0) { sum, entry in
            let error = rule.level(Int(entry.element)) - entry.offset
            return sum + error * error
        }
        return 10 * log10(255 * 255 * 256 / Double(sum))
    }

    @Test(arguments: [SixelRounding.xterm, .floor, .round])
    func `a known rule shows each grey within one level`(rule: SixelRounding) {
        let palette = SixelPalette(rule)

        #expect(
            palette.shownLevels.enumerated().allSatisfy { abs($0.offset - Int($0.element)) <= 1 })
        #expect(ratio(palette.registers, shownBy: rule) > 50.3)
    }

    @Test func `an unknown rule loses little under any of the three`() {
        let registers = SixelPalette(.unknown).registers

        #expect(ratio(registers, shownBy: .xterm) > 50)
        #expect(ratio(registers, shownBy: .round) > 50)
        // The other two agree more often and outvote this one.
        #expect(ratio(registers, shownBy: .floor) > 49)
    }

    @Test(arguments: SixelRounding.allCases)
    func `order is kept and all 101 greys are used, black and white among them`(
        rule: SixelRounding
    ) {
        let registers = SixelPalette(rule).registers

        #expect(zip(registers, registers.dropFirst()).allSatisfy(<=))
        #expect(Set(registers).count == 101)
        #expect(registers[0] == 0 && registers[255] == 100)
    }

    @Test func `the rules give the levels that terminals were seen to show`() {
        #expect(SixelRounding.xterm.level(50) == 127)
        #expect(SixelRounding.xterm.level(100) == 255)
        #expect(SixelRounding.floor.level(99) == 252)
        #expect(SixelRounding.round.level(1) == 3)
        #expect(SixelRounding.unknown.level(1) == 3)
    }
}
