import Foundation
import Persistence
import ReaderStudies
import StoreService
import Testing

/// Clinical fields: shown in the arms that reveal them, and nowhere else.
@Suite struct ClinicalTests {
    private static let fields = [
        ClinicalField(
            id: "weeks", label: "Weeks since radiotherapy", kind: .whole(0, 520), unit: "weeks",
            arms: ["CT"]),
        ClinicalField(id: "steroids", label: "Steroids", kind: .code(["yes", "no"]), arms: ["CT"]),
    ]

    /// Everything that the store's side tells a reader of a case, as text.
    private func told(_ opened: OpenedRead) throws -> String {
        let known = String(decoding: try JSONEncoder().encode(opened.blindedCase), as: UTF8.self)
        return known + "\(opened)"
    }

    @Test func `an arm that reveals shows the fields, another arm shows nothing of them`() throws {
        let fixture = try ServiceFixture(clinical: Self.fields)
        let session = try fixture.session()
        var shown: Set<String> = []

        for round in 0..<2 {
            if round == 1 { fixture.clock.advance(days: 28) }
            for row in try fixture.store.order(of: "R1").filter({ $0.opensOnDay == 28 * round }) {
                let opened = try session.open()
                let text = try told(opened)
                if row.read.arm == "CT" {
                    let number = 10 + (Int(row.read.caseID.rawValue.suffix(2)) ?? 0)
                    #expect(
                        opened.blindedCase.clinical?.map(\.text) == [
                            "\(number) weeks", "not known",
                        ])
                    shown.insert(opened.blindedCase.clinical?.first?.text ?? "")
                } else {
                    #expect(opened.blindedCase.clinical == nil)
                    for secret in ["adiotherapy", "teroids", "weeks", "not known"] {
                        #expect(!text.contains(secret), "\(secret)")
                    }
                }
                try session.leave()
                try fixture.readOne(session)
            }
        }

        #expect(shown.count == ServiceFixture.cases.count)
    }

    @Test func `a step that reveals shows the fields only once the step before is sealed`() throws {
        let fixture = try ServiceFixture.sequential(prefill: true, clinical: Self.fields)
        let session = try fixture.session()

        let first = try session.open()
        #expect(first.blindedCase.clinical == nil)
        try session.leave()
        try fixture.readOne(session)
        let second = try session.open()

        #expect(second.blindedCase.clinical?.count == 2)
        #expect(throws: AccessRefusal.self) { _ = try session.amend(reason: "the weeks tell more") }
    }

    @Test func `a study starts only when every revealed value is there or known to be unknown`()
        throws
    {
        let fixture = try ServiceFixture(started: false, clinical: Self.fields)
        let late = StudyCase(id: "C05")
        try fixture.importCase(late, arms: ["T1w", "CT"])

        let refusal = #expect(throws: StoreError.self) {
            _ = try StudyStart(store: fixture.store, instruments: [fixture.instrument]).draw()
        }

        #expect(refusal?.description.contains("Case C05 has no weeks") == true)
        #expect(refusal?.description.contains("Case C01") == false)
        try fixture.store.append(
            .clinicalImported(
                ClinicalImported(
                    values: Self.fields.map {
                        ClinicalValue(caseID: "C05", field: $0.id, value: "")
                    }, sourceDigest: "00")), by: .coordinator)
        _ = try StudyStart(store: fixture.store, instruments: [fixture.instrument]).draw()
    }

    @Test
    func `what is not declared, out of range, of a strange case or typed by a reader is refused`()
        throws
    {
        let fixture = try ServiceFixture(clinical: Self.fields)

        for (caseID, field, value) in [
            ("C01", "name", "Smith"), ("C01", "weeks", "521"), ("C01", "weeks", "Smith"),
            ("C01", "steroids", "12 mg"), ("C01", "weeks", " 7"), ("C99", "weeks", "7"),
        ] {
            let event = StoreEvent.clinicalImported(
                ClinicalImported(
                    values: [ClinicalValue(caseID: CaseID(caseID), field: field, value: value)],
                    sourceDigest: "00"))
            #expect(throws: StoreError.self, "\(field) \(value)") {
                try fixture.store.append(event, by: .coordinator)
            }
        }
        let own = StoreEvent.clinicalImported(ClinicalImported(values: [], sourceDigest: "00"))
        #expect(throws: StoreError.self) { try fixture.store.append(own, by: .reader("R1")) }
    }

    @Test func `a value stays once somebody has opened the case, and the log says what was shown`()
        throws
    {
        let fixture = try ServiceFixture(clinical: Self.fields)
        let session = try fixture.session()
        let read = try fixture.store.order(of: "R1")[0].read
        func correct(_ caseID: CaseID) throws {
            let value = ClinicalValue(caseID: caseID, field: "weeks", value: "99")
            try fixture.store.append(
                .clinicalImported(ClinicalImported(values: [value], sourceDigest: "00")),
                by: .coordinator)
        }
        try correct(read.caseID)

        let opened = try session.open()

        #expect(throws: StoreError.self) { try correct(read.caseID) }
        #expect(
            try fixture.store.clinicalValues(of: read.caseID).map(\.clinical.value).contains("99"))
        #expect((opened.blindedCase.clinical != nil) == (read.arm == "CT"))
        #expect(try fixture.store.verify().problem == nil)
    }
}
