import Foundation
import Persistence
import ReaderStudies
import StoreService
import Testing

/// Two readers and an adjudicator: who gets which case, sees what, and when the study ends.
@Suite struct AdjudicationTests {
    private let fixture: ServiceFixture

    init() throws {
        fixture = try ServiceFixture(
            arms: ["CT"], design: Design(kind: .adjudicated, seed: 7), adjudicator: "R3")
    }

    /// Reads all that is left of `reader`; `present` are the cases with a lesion of 5 mm.
    private func read(_ reader: ReaderID, present: Set<CaseID> = []) throws {
        let session = try fixture.session(reader)
        let signed = Set(try fixture.store.readSummaries(of: reader).map(\.key))
        for row in try fixture.store.order(of: reader) where !signed.contains(row.read) {
            let opened = try session.open()
            let isPresent = present.contains(row.read.caseID)
            _ = try session.record(
                .answer(ServiceFixture.presence, .value(.code(isPresent ? "1" : "0"))))
            if isPresent {
                _ = try session.record(.answer(ServiceFixture.size, .value(.number(5))))
            }
            _ = try session.sign(view: ServiceFixture.view(opened))
        }
    }

    private func extend() throws -> [ReadingOrderRow] {
        try StudyStart(store: fixture.store, instruments: [fixture.instrument]).extend()
    }

    @Test func `the adjudicator gets exactly the cases that both signed and answered differently`()
        throws
    {
        try read("R1", present: ["C01"])
        #expect(try extend().isEmpty)
        #expect(try fixture.session("R3").worklist().caseCount == 0)
        try read("R2", present: ["C01", "C02", "C04"])

        let rows = try extend()

        #expect(rows.allSatisfy { $0.read.reader == "R3" })
        #expect(Set(rows.map(\.read.caseID)) == ["C02", "C04"])
        #expect(try extend().isEmpty)
        #expect(try fixture.store.order(of: "R1").count == ServiceFixture.cases.count)
    }

    @Test func `the adjudicator sees the images and neither read, and it counts as exposure`()
        throws
    {
        try read("R1")
        try read("R2", present: ["C02"])
        _ = try extend()
        let session = try fixture.session("R3")

        let opened = try session.open()
        let known = String(decoding: try JSONEncoder().encode(opened.blindedCase), as: UTF8.self)
        var view = ServiceFixture.view(opened)
        view.looks = [
            Look(
                series: view.series, slice: 1, windowCenter: 1, windowWidth: 1, pixelScale: 1,
                shownMS: 900)
        ]
        _ = try session.record(view: view)
        try session.leave()

        #expect(opened.sheet == AnswerSheet())
        for secret in ["R1", "R2", "R3", "C02", "lesion"] {
            #expect(
                !known.replacing(opened.blindedCase.series[0].token.rawValue, with: "")
                    .contains(secret), "\(secret)")
        }
        #expect(try fixture.store.exposures(of: "R3").map(\.caseID) == ["C02"])
        let ledger = try fixture.store.exposureLedger()
        #expect(ledger.filter { $0.reader == "R3" }.map(\.kind) == [.adjudication])
        #expect(ledger.filter { $0.reader == "R1" }.allSatisfy { $0.kind == .read })
    }

    @Test func `the lock waits until the adjudicator has read what the readers left open`() throws {
        let conductor = StudyConductor(store: fixture.store)
        func refusal() -> String {
            do throws(StoreError) {
                _ = try conductor.lock(instruments: [fixture.instrument])
            } catch { return error.description }
            return ""
        }
        try read("R1")
        try read("R2", present: ["C03"])

        #expect(refusal().contains("answered 1 cases differently that the adjudicator has not got"))
        _ = try extend()
        #expect(refusal().contains("R3 has 1 read to sign"))
        try read("R3", present: ["C03"])
        _ = try conductor.lock(instruments: [fixture.instrument])

        #expect(try fixture.store.conduct().lock?.signatures == 9)
        #expect(try fixture.store.verify().problem == nil)
    }

    @Test func `who decides reads in an adjudicated study alone`() throws {
        let other = try ServiceFixture(adjudicator: "R3")

        #expect(throws: AccessRefusal.self) { _ = try other.session("R3") }
    }
}
