import ReaderStudies
import StoreService
import Testing

/// Stores whose answers are for practice.
@Suite struct PracticeTests {
    @Test(arguments: [(true, ExposureKind.practice), (false, .read)])
    func `the reading screen and the ledger are told that a store is for practice`(
        isPractice: Bool, kind: ExposureKind
    ) throws {
        let fixture = try ServiceFixture(practice: isPractice)
        let session = try fixture.session()

        let opened = try fixture.readOne(session)

        #expect(opened.blindedCase.isPractice == isPractice)
        #expect(try fixture.store.exposureLedger().map(\.kind) == [kind])
    }
}
