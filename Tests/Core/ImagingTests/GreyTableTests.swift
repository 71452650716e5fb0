import Imaging
import Testing

@Suite struct GreyTableTests {
    private func mapping(_ type: SampleType, slope: Double = 1) -> GreyMapping {
        GreyMapping(
            sampleType: type, attributes: SliceAttributes(slope: slope, intercept: -1024),
            voi: .window(VOIWindow(center: 40, width: 400)), inverted: true)
    }

    @Test func `every signed 16-bit value gets the grey of the mapping`() {
        let mapping = mapping(.int16)
        let samples = (Int16.min...Int16.max).map { $0 }

        let greys = samples.withUnsafeBytes { GreyTable(mapping).greys(of: $0) }

        #expect(greys == samples.map { mapping.grey(stored: Double($0)) })
    }

    @Test func `every unsigned 16-bit value gets the grey of the mapping`() {
        let mapping = mapping(.uint16, slope: 0.1)
        let samples = (UInt16.min...UInt16.max).map { $0 }

        let greys = samples.withUnsafeBytes { GreyTable(mapping).greys(of: $0) }

        #expect(greys == samples.map { mapping.grey(stored: Double($0)) })
    }

    @Test(arguments: [VOIFunction.linear, .linearExact, .sigmoid])
    func `floats get the grey of the mapping, also where they are no numbers`(
        function: VOIFunction
    ) {
        let mapping = GreyMapping(
            sampleType: .float32, attributes: SliceAttributes(slope: 0.5, intercept: 3),
            voi: .window(VOIWindow(center: 8, width: 10, function: function)))
        let special: [Float] = [.nan, .infinity, -.infinity, .greatestFiniteMagnitude, 0, -0]
        let samples = special + (0..<1000).map { Float($0) * 0.05 - 10 }

        let greys = samples.withUnsafeBytes { GreyTable(mapping).greys(of: $0) }

        #expect(greys == samples.map { mapping.grey(stored: Double($0)) })
        #expect(greys[0] == 0 && greys[1] == 255 && greys[2] == 0)
    }

    @Test func `a table changes only with its mapping`() {
        var table = GreyTable(mapping(.int16))

        table.update(to: mapping(.int16))
        #expect(table.mapping == mapping(.int16))
        table.update(to: mapping(.uint16))
        #expect(table.mapping == mapping(.uint16))
        #expect([UInt16.max].withUnsafeBytes { table.greys(of: $0) } == [0])
    }
}
