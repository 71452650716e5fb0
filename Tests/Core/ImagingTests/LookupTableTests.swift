import Imaging
import Testing

@Suite struct LookupTableTests {
    private let table = LookupTable(firstInput: -2, bits: 12, entries: [0, 1000, 2000, 4095])

    @Test func `inputs below and above the table take its ends`() {
        #expect(table.entry(-2) == 0)
        #expect(table.entry(-1) == 1000)
        #expect(table.entry(1) == 4095)
        #expect(table.entry(-3) == 0)
        #expect(table.entry(2) == 4095)
        #expect(table.entry(.min) == 0)
        #expect(table.entry(.max) == 4095)
    }

    @Test func `entries agree with pydicom`() {
        let table = LookupTable(firstInput: -10, bits: 12, entries: ImagingGolden.tableEntries)

        #expect(ImagingGolden.tableInputs.map(table.entry) == ImagingGolden.tableOutputs)
    }

    @Test func `greys span the bits of the table and not its greatest entry`() {
        #expect(table.grey(-2) == 0)
        // 1000 / 4095 × 255 = 62.3, 2000 / 4095 × 255 = 124.5.
        #expect(table.grey(-1) == 62)
        #expect(table.grey(0) == 125)
        #expect(table.grey(1) == 255)
        #expect(LookupTable(firstInput: 0, bits: 16, entries: [4095]).grey(0) == 16)
        #expect(LookupTable(firstInput: 0, bits: 8, entries: [300]).grey(0) == 255)
    }

    @Test func `fractions go to the nearest input and values beyond integers to the ends`() {
        #expect(table.grey(-0.6) == table.grey(-1))
        #expect(table.grey(-0.4) == table.grey(0))
        #expect(table.grey(1e300) == 255)
        #expect(table.grey(-.infinity) == 0)
    }
}
