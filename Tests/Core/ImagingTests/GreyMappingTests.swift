import Imaging
import Testing

@Suite struct GreyMappingTests {
    private let window = VOI.window(VOIWindow(center: 50, width: 100, function: .linearExact))

    private func mapping(
        _ attributes: SliceAttributes = SliceAttributes(), photometric: Photometric = .monochrome2,
        inverted: Bool = false
    ) -> GreyMapping {
        GreyMapping(
            sampleType: .int16, attributes: attributes, voi: window, photometric: photometric,
            inverted: inverted)
    }

    @Test func `slope and intercept come before the window`() {
        let rescaled = mapping(SliceAttributes(slope: 2, intercept: -100))

        // 75 × 2 − 100 = 50, the middle of the window.
        #expect(rescaled.grey(stored: 75) == 128)
        #expect(rescaled.grey(stored: 50) == 0)
        #expect(rescaled.grey(stored: 100) == 255)
    }

    @Test func `a modality table takes the place of slope and intercept`() {
        let table = LookupTable(firstInput: 10, bits: 8, entries: [0, 50, 100])
        let attributes = SliceAttributes(slope: 7, intercept: 7, modalityTable: table)

        #expect(mapping(attributes).grey(stored: 11) == 128)
        #expect(mapping(attributes).grey(stored: 99) == 255)
        #expect(attributes.modalityValue(stored: 11) == 50)
        #expect(attributes.modalityValue(stored: .infinity).isNaN)
    }

    @Test func `MONOCHROME1 and inverting each turn the greys round and both together do not`() {
        #expect(mapping().grey(stored: 0) == 0)
        #expect(mapping(photometric: .monochrome1).grey(stored: 0) == 255)
        #expect(mapping(inverted: true).grey(stored: 0) == 255)
        #expect(mapping(photometric: .monochrome1, inverted: true).grey(stored: 0) == 0)
    }

    @Test func `a VOI table can stand in for the window`() {
        let table = LookupTable(firstInput: 0, bits: 8, entries: [0, 200])
        let mapping = GreyMapping(
            sampleType: .uint16, attributes: SliceAttributes(), voi: .table(table))

        #expect(mapping.grey(stored: 1) == 200)
        #expect(mapping.voi.window == nil)
        #expect(window.window?.width == 100)
    }

    @Test func `slices that differ only in suggested windows share a mapping`() {
        let suggested = SliceAttributes(
            windows: [VOIWindow(center: 1, width: 2)],
            voiTable: LookupTable(firstInput: 0, bits: 8, entries: [1]))

        #expect(mapping(suggested) == mapping())
        #expect(mapping(SliceAttributes(slope: 2)) != mapping())
    }
}
