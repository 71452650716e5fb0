import ReaderStudies
import Testing

@Suite struct NumberTextTests {
    @Test(arguments: [
        (0.0, "0"), (-0.0, "0"), (1, "1"), (-2.5, "-2.5"), (0.1, "0.1"), (11.5, "11.5"),
        (100, "100"), (1e-6, "0.000001"), (1.5e-7, "1.5e-7"), (123_456_789.125, "123456789.125"),
        (1e20, "100000000000000000000"), (1e21, "1e+21"), (1.25e300, "1.25e+300"),
        (0.1 + 0.2, "0.30000000000000004"), (.leastNonzeroMagnitude, "5e-324"), (.nan, "NaN"),
        (.infinity, "Inf"),
        (-.infinity, "-Inf"),
    ])
    func `a number has its shortest text`(value: Double, text: String) {
        #expect(NumberText.shortest(value) == text)
    }

    @Test func `every text reads back as exactly its number`() {
        var bits: UInt64 = 0x9E37_79B9_7F4A_7C15
        for _ in 0..<20_000 {
            bits = bits &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
            let value = Double(bitPattern: bits)
            guard value.isFinite else { continue }
            #expect(Double(NumberText.shortest(value)) == value)
        }
    }

    @Test(arguments: [
        (0.0, 0, "0"), (0, 2, "0.00"), (1, 1, "1.0"), (0.05, 1, "0.1"), (0.04, 1, "0.0"),
        (-0.05, 1, "-0.1"), (-0.04, 1, "0.0"), (2.675, 2, "2.68"), (9.995, 2, "10.00"),
        (0.5, 0, "1"), (1.5, 0, "2"), (-0.5, 0, "-1"), (12.34, 4, "12.3400"), (999.96, 1, "1000.0"),
        (0.000_04, 3, "0.000"), (1234.5, 0, "1235"), (1e21, 0, "1000000000000000000000"),
    ])
    func `a number is rounded half away from zero`(value: Double, places: Int, text: String) {
        #expect(NumberText.fixed(value, places: places) == text)
    }
}
