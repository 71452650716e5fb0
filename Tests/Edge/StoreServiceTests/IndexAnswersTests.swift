import Persistence
import ReaderStudies
import StoreService
import Testing

/// No answer that is compared with the reference is seen before the reference is frozen.
@Suite struct IndexAnswersTests {
    private func refusal(_ fixture: ServiceFixture) -> String? {
        do throws(StoreError) {
            try IndexAnswers(store: fixture.store).demandFrozenReference()
            return nil
        } catch { return error.description }
    }

    private func freeze(_ fixture: ServiceFixture) throws {
        let label = ReferenceLabel(
            caseID: "C01", key: ServiceFixture.presence, value: .value("1"),
            provenance: .external, level: .high)
        let keeper = ReferenceKeeper(store: fixture.store, instruments: [fixture.instrument])
        _ = try keeper.take([label], source: "truth.csv", digest: nil, adding: false)
        #expect(refusal(fixture) != nil, "an import is no freeze")
        _ = try keeper.freeze()
    }

    @Test func `with a reference from outside no arm is shown before the freeze`() throws {
        let fixture = try ServiceFixture(reference: ReferencePlan(rule: .external))

        let said = try #require(refusal(fixture))
        #expect(said.contains("no answer of arm T1w, CT may be seen"))
        #expect(said.contains("`readingroom reference import`"))
        try freeze(fixture)

        #expect(refusal(fixture) == nil)
    }

    @Test func `the arm that the reference is read in is no index arm`() throws {
        let consensus = ReferencePlan(arm: "CT", rule: .consensus)
        let both = try ServiceFixture(reference: consensus)
        let alone = try ServiceFixture(
            arms: ["CT"], design: Design(kind: .single, seed: 7), reference: consensus)

        #expect(refusal(both)?.contains("no answer of arm T1w may be seen") == true)
        #expect(refusal(alone) == nil)
    }

    @Test func `a study without a reference shows its answers at any time`() throws {
        #expect(refusal(try ServiceFixture()) == nil)
    }
}
