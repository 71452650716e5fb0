import ReaderStudies
import Testing

@testable import Persistence

@Suite struct ProtocolVersionTests {
    let folder: TemporaryFolder

    init() throws { folder = try TemporaryFolder() }

    private func amended(_ version: Int, id: StudyID = "mini-study") -> StoreEvent {
        var study = Sample.study
        study.title = "Another title"
        study = ReaderStudy(
            id: id, title: study.title, instruments: study.instruments, arms: study.arms,
            design: study.design, readers: study.readers + ["R3"])
        return .studyAmended(
            StudyAmended(
                version: version,
                protocolFiles: StudyCreated(
                    study: study, text: "study: changed\n", instruments: Sample.created.instruments),
                person: "The steering committee", reason: "A reader joins.",
                changes: ["readers: R1, R2 becomes R1, R2, R3"]))
    }

    @Test func `a study that was never amended has one version`() throws {
        let store = try Sample.signed(folder.path)

        let versions = try store.protocolVersions()

        #expect(versions.map(\.version) == [1])
        #expect(versions.map(\.signatures) == [1])
        #expect(versions[0].digest == Sample.created.digest)
    }

    @Test func `an amendment is in force at once, and reads know under which version they are`()
        throws
    {
        let store = try Sample.signed(folder.path)

        try store.append(amended(2), by: .coordinator)

        let versions = try store.protocolVersions()
        #expect(versions.map(\.signatures) == [1, 0])
        #expect(versions[1].person == "The steering committee")
        #expect(versions[1].changes == ["readers: R1, R2 becomes R1, R2, R3"])
        #expect(try store.study()?.study.readers == ["R1", "R2", "R3"])
        #expect(try store.study()?.created.text == "study: changed\n")
        #expect(try store.verify().problem == nil)
    }

    @Test func `an amendment of another study or out of turn is refused`() throws {
        let store = try Sample.started(folder.path)

        #expect(throws: StoreError.refused("The next version of the protocol is 2.")) {
            try store.append(amended(3), by: .coordinator)
        }
        #expect(throws: StoreError.self) { try store.append(amended(2, id: "x"), by: .coordinator) }
        #expect(try store.study()?.study == Sample.study)
    }

    @Test func `who and why of an amendment can be redacted, what changed stays`() throws {
        let store = try Sample.started(folder.path)
        let receipt = try store.append(amended(2), by: .coordinator)

        try store.redact(event: receipt.seq, reason: "A name", by: .coordinator)

        let last = try #require(try store.protocolVersions().last)
        #expect(last.person == "[removed]")
        #expect(last.reason == "[removed]")
        #expect(last.changes.count == 1)
        #expect(try store.verify().problem == nil)
    }
}
