import BundledResources
import Foundation
import Instruments
import ReaderStudies
import StudyFiles
import Testing

@Suite struct ShippedInstrumentsTests {
    @Test(arguments: Shipped.library.names)
    func `each instrument loads under the name and version that studies use`(name: String) throws {
        let instrument = try Shipped.library.load(named: InstrumentID(name))

        let again = try Shipped.library.load(instrument.reference)
        #expect(instrument.id.rawValue == name && again.reference == instrument.reference)
        #expect(instrument.version == SemanticVersion(major: 1, minor: 0, patch: 0))
    }

    @Test func `the three instruments of the sample studies are shipped`() {
        #expect(
            Set(Shipped.library.names).isSuperset(of: [
                "ccm-zabramski", "covid-ct04", "sij-structural",
            ]))
    }

    @Test(arguments: Shipped.library.names)
    func `each cites its sources, says what is open, and names its arms`(name: String) throws {
        let instrument = try Shipped.library.load(named: InstrumentID(name))

        #expect(!instrument.sources.isEmpty && !instrument.review.isEmpty)
        #expect(!instrument.arms.isEmpty && !instrument.referenceRule.isEmpty)
        #expect(
            instrument.arms.flatMap(\.shows).allSatisfy(instrument.techniques.contains),
            "an arm shows what no rule asks about")
    }

    @Test(arguments: Shipped.library.names)
    func `each choice of a required grade has a key, and no key is that of not assessable`(
        name: String
    ) throws {
        for item in try Shipped.library.load(named: InstrumentID(name)).items {
            guard case .codes(let choices) = item.kind else { continue }
            #expect(choices.allSatisfy { $0.key != nil }, "\(item.id)")
            #expect(choices.allSatisfy { $0.key != "n" }, "\(item.id)")
        }
    }

    @Test(arguments: Shipped.library.names)
    func `nothing is preselected in any arm`(name: String) throws {
        let instrument = try Shipped.library.load(named: InstrumentID(name))
        for arm in instrument.arms {
            let form = Form(instrument, shows: Set(arm.shows))

            #expect(!form.isComplete)
            #expect(form.asked.allSatisfy { $0.state == .missing })
            #expect(form.remarks.isEmpty)
        }
    }

    @Test(arguments: Shipped.library.names)
    func `each has a sample case, a worked read with what follows from it, and a page of help`(
        name: String
    ) throws {
        let instrument = try Shipped.library.load(named: InstrumentID(name))
        let cases = BundledResources.sampleStudies.appending(
            path: "\(instrument.sample)/cases/C01")

        #expect(FileManager.default.fileExists(atPath: cases.path))
        #expect(!(try WorkedRead(name)).filled.form.sheet.answers.isEmpty)
        #expect(instrument.derived.isEmpty == (try WorkedRead(name)).derived.isEmpty)
        #expect(InstrumentPage(instrument).lines.count > 10)
        #expect(instrument.items.contains { !$0.help.isEmpty })
    }
}
