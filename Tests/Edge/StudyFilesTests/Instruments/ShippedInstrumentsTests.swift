import Instruments
import StudyFiles
import Testing

@Suite struct ShippedInstrumentsTests {
    @Test(arguments: ["ccm-zabramski", "covid-ct04", "sij-structural"])
    func `each instrument loads in the version that studies name`(name: String) throws {
        let version = SemanticVersion(major: 1, minor: 0, patch: 0)

        let instrument = try Shipped.library.load(named: .init(name))

        #expect(instrument.version == version)
        #expect(!instrument.sources.isEmpty)
    }
}
