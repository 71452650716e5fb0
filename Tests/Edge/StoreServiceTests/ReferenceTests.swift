import Instruments
import Persistence
import ReaderStudies
import StoreService
import Testing

/// The reference standard: made by rule from the reads of its arm, decided, frozen, seen by no reader.
@Suite struct ReferenceTests {
    private let fixture: ServiceFixture

    init() throws {
        fixture = try ServiceFixture(
            arms: ["CT"], design: Design(kind: .single, seed: 7),
            reference: ReferencePlan(arm: "CT", rule: .consensus))
    }

    private var keeper: ReferenceKeeper {
        ReferenceKeeper(store: fixture.store, instruments: [fixture.instrument])
    }

    private func rule() throws -> ReferenceByRule {
        try ReferenceByRule(store: fixture.store, instruments: [fixture.instrument])
    }

    /// Reads every case; C02 is present for R2 alone, C03 for both with different sizes.
    private func readAll() throws {
        for reader: ReaderID in ["R1", "R2"] {
            let session = try fixture.session(reader)
            for row in try fixture.store.order(of: reader) {
                let opened = try session.open()
                let isPresent =
                    row.read.caseID == "C03" || (row.read.caseID == "C02" && reader == "R2")
                _ = try session.record(
                    .answer(ServiceFixture.presence, .value(.code(isPresent ? "1" : "0"))))
                if isPresent {
                    let size: Answer =
                        reader == "R1" ? .value(.number(4)) : .notAssessable(.motion)
                    _ = try session.record(.answer(ServiceFixture.size, size))
                }
                _ = try session.sign(view: ServiceFixture.view(opened))
            }
        }
    }

    @Test func `equal answers are the label, and exactly what differs is listed`() throws {
        try readAll()

        let found = try rule()

        #expect(
            found.labels.map { "\($0.caseID) \($0.key.item) \($0.value)" } == [
                "C01 lesion_present value(\"0\")", "C03 lesion_present value(\"1\")",
                "C04 lesion_present value(\"0\")",
            ])
        #expect(found.labels.allSatisfy { $0.provenance == .agreement })
        #expect(
            found.disagreements.map { "\($0.caseID) \($0.key.item)" } == [
                "C02 lesion_present", "C02 size_mm", "C03 size_mm",
            ])
    }

    @Test func `the reference waits until every read of its arm is signed`() throws {
        try fixture.readOne(try fixture.session())

        let refusal = #expect(throws: StoreError.self) { _ = try rule() }

        #expect(
            refusal?.description.contains("7 reads of the reference arm CT are not signed") == true)
    }

    @Test func `a disagreement is decided or excluded before the reference is frozen`() throws {
        try readAll()
        _ = try keeper.take(
            try rule().labels, source: "agreement", digest: nil, adding: true)
        let early = #expect(throws: StoreError.self) { _ = try keeper.freeze() }
        #expect(early?.description.hasPrefix("3 questions on which the readers differ") == true)
        let locking = #expect(throws: StoreError.self) {
            _ = try StudyConductor(store: fixture.store).lock(instruments: [fixture.instrument])
        }
        #expect(locking?.description.contains("The reference is not frozen.") == true)

        let decided = try keeper.undecided().map { one in
            ReferenceLabel(
                caseID: one.caseID, key: one.key,
                value: one.key == ServiceFixture.size ? .excluded : .value("1"),
                provenance: .consensus, level: .medium)
        }
        let standard = try keeper.take(decided, source: "consensus", digest: nil, adding: true)

        #expect(standard.version == 2)
        #expect(standard.labels.count == 6)
        #expect(try keeper.undecided().isEmpty)
        #expect(try keeper.freeze().version == 2)
        #expect(
            try StudyConductor(store: fixture.store).lock(instruments: [fixture.instrument])
                .signatures == 8)
        #expect(try fixture.store.verify().problem == nil)
    }

    @Test func `a reference from outside is frozen without reads`() throws {
        let label = ReferenceLabel(
            caseID: "C01", key: ServiceFixture.presence, value: .value("1"),
            provenance: .external, level: .high)

        _ = try keeper.take([label], source: "truth.csv", digest: nil, adding: false)

        #expect(try keeper.freeze().version == 1)
    }
}
