import Instruments
import ReaderStudies
import StudyFiles
import Testing

@Suite struct WorkedReadTests {
    @Test(arguments: Shipped.library.names)
    func `each shipped instrument has a worked read that can be signed`(name: String) throws {
        let read = try WorkedRead(name)

        #expect(read.filled.refusals.isEmpty)
        #expect(read.filled.form.obstacles.isEmpty)
    }

    @Test(arguments: Shipped.library.names)
    func `the derived values of a worked read are those worked out by hand`(name: String) throws {
        let read = try WorkedRead(name)

        for (key, text) in read.derived {
            let state = read.filled.form.derived(key.item, at: key.site)
            if let expected = Double(text), case .value(.number(let number))? = state {
                #expect(abs(number - expected) < 1e-9, "\(key)")
            } else {
                #expect(state == .value(.code(text)), "\(key)")
            }
        }
    }

    @Test(arguments: Shipped.library.names)
    func `a worked read calls forth exactly the warnings that it names`(name: String) throws {
        let read = try WorkedRead(name)

        for (key, count) in read.warnings {
            let said = read.filled.form.remarks(at: key).filter { $0.severity == .warning }
            #expect(said.count == count, "\(key)")
        }
    }
}
