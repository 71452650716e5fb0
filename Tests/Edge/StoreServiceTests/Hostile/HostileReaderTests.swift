import Foundation
import Persistence
import ReaderStudies
import StoreService
import Testing

/// A reader who tries every way that we could think of to see another arm, another case, own earlier answers, the
/// truth or the order.
@Suite struct HostileReaderTests {
    private static let ways =
        HostileWay.images + HostileWay.probes + HostileWay.signatures + HostileWay.earlier
        + HostileWay.order + HostileWay.identity

    @Test func `there are at least forty ways, each with a name of its own`() {
        #expect(Self.ways.count >= 40)
        #expect(Set(Self.ways.map(\.name)).count == Self.ways.count)
    }

    @Test(arguments: ways)
    func `a hostile reader is refused, and the log keeps what was tried`(_ way: HostileWay) throws {
        let scene = try way.attempt()

        #expect(scene.refused > 0)
        #expect(try scene.fixture.store.verify().problem == nil)
    }

    @Test func `asking again, leaving, and starting again never change the case or its place`()
        throws
    {
        let fixture = try ServiceFixture()
        let first = try fixture.session().open().blindedCase

        for _ in 0..<5 {
            let session = try fixture.session()
            #expect(try session.open().blindedCase == first)
            #expect(try session.open().blindedCase == first)
            try session.leave()
        }

        #expect(try fixture.store.reads(of: "R1").count == 1)
    }

    @Test func `no request of a reader can name a case, an arm, a person, a file or a time`() throws
    {
        let fixture = try ServiceFixture()
        let session = try fixture.session()
        let opened = try session.open()
        let known = String(decoding: try JSONEncoder().encode(opened.blindedCase), as: UTF8.self)
        let status = "\(try session.worklist())"

        let token = opened.blindedCase.series[0].token.rawValue
        for secret in ["C01", "C02", "C03", "C04", "T1w", "CT", fixture.folder.path, "2026"] {
            #expect(!known.replacing(token, with: "").contains(secret), "\(secret)")
            #expect(!status.contains(secret), "\(secret)")
        }
    }

    @Test func `a reader's own events cannot do what the coordinator's do`() throws {
        let fixture = try ServiceFixture()
        let row = try fixture.store.order(of: "R1")[5]
        let other = try fixture.store.order(of: "R2")[0]
        let label = ReferenceStandard(version: 1, source: "x", sourceDigest: nil, labels: [])

        for event: StoreEvent in [
            .openingAllowed(OpeningAllowed(read: row.read, reason: "mine")),
            .referenceImported(label), .studyUnblinded(StudyUnblinded(reason: "now")),
            .caseWithdrawn(CaseWithdrawn(caseID: row.read.caseID, reason: "hard")),
            .clockAccepted(ClockAccepted(reason: "fine")),
            .clinicalImported(ClinicalImported(values: [], sourceDigest: "00")),
            .readOpened(
                ReadOpened(
                    read: other.read, instrument: fixture.instrument.reference, isolation: .os)),
        ] {
            #expect(throws: StoreError.self) { try fixture.store.append(event, by: .reader("R1")) }
        }
    }

    @Test func `after a crash in the middle of an answer the same case goes on, and nothing else`()
        throws
    {
        let fixture = try ServiceFixture()
        let crashed = try fixture.session()
        let opened = try crashed.open()
        _ = try crashed.record(.answer(ServiceFixture.presence, .value(.code("1"))))
        try fixture.store.close()

        let store = try SQLiteStore.open(at: fixture.folder.path, clock: fixture.clock)
        let again = try fixture.session(in: store)
        let resumed = try again.open()

        #expect(resumed.blindedCase == opened.blindedCase)
        #expect(resumed.sheet.answers == [ServiceFixture.presence: .value(.code("1"))])
    }
}
