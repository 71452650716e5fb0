import Glibc
import Persistence
import ReaderStudies
import StudyDesigns

/// Makes the store that `Scripts/bench-analyse` analyses: 1,000,000 answers of 4,000 signed reads.
///
/// 500 participants, 4 readers, 2 arms, 5 findings at 50 sites of a joint, and the truth of all of them, frozen.
struct AnalyseStore {
    private static let arms: [ArmID] = ["T1w", "sCT"]
    private static let items = ["erosion", "sclerosis", "ankylosis", "fat", "backfill"]
    private static let sites = (1...50).map { SiteID("S\($0)") }
    private static let instrument = InstrumentReference(id: "million", version: "1.0.0")
    private let store: SQLiteStore
    private var lastEvent = 0
    private var random = SeededGenerator(state: 20_210_722)

    /// Makes the store in `folder`, which must not hold one.
    static func write(to folder: String) throws {
        var writer = try AnalyseStore(store: SQLiteStore.create(at: folder))
        try writer.fill()
        try writer.store.close()
    }

    private init(store: SQLiteStore) { self.store = store }

    private mutating func fill() throws {
        let study = ReaderStudy(
            id: "million", title: "A million answers", instruments: [Self.instrument],
            arms: Self.arms.map { Arm(id: $0, label: "L", series: [SeriesRule()]) },
            design: Design(kind: .crossed, seed: 1), readers: ["R1", "R2", "R3", "R4"])
        let cases = (1...500).map { StudyCase(id: CaseID("C\($0)")) }
        let form = InstrumentText(instrument: Self.instrument, text: Self.formText)
        try store.append(
            [.studyCreated(StudyCreated(study: study, text: "million", instruments: [form]))]
                + cases.map { .caseImported($0) }, by: .coordinator)
        let truths = truths(of: cases)
        try freeze(truths, cases)
        let rows = try OrderDrawing(study: study, cases: cases).rows()
        lastEvent =
            try store.append(.orderDrawn(OrderDrawn(seed: 1, rows: rows)), by: .coordinator).seq
        for row in rows.sorted(by: { $0.position < $1.position }) {
            let wanted = truths[row.read.caseID] ?? [:]
            lastEvent =
                try store.append(events(of: row.read, wanted), by: .reader(row.read.reader)).seq
        }
    }

    /// Present at every site where a number from 0 to 99 falls below the participant's own share.
    private mutating func truths(of cases: [StudyCase]) -> [CaseID: [ItemKey: Bool]] {
        var truths: [CaseID: [ItemKey: Bool]] = [:]
        for one in cases {
            let share = Int.random(in: 5...60, using: &random)
            for site in Self.sites {
                for item in Self.items {
                    truths[one.id, default: [:]][ItemKey(site, ItemID(item))] = below(share)
                }
            }
        }
        return truths
    }

    private func freeze(_ truths: [CaseID: [ItemKey: Bool]], _ cases: [StudyCase]) throws {
        let labels = cases.flatMap { one in
            (truths[one.id] ?? [:]).map { key, truth in
                ReferenceLabel(
                    caseID: one.id, key: key, value: .value(truth ? "1" : "0"),
                    provenance: .external, level: .high)
            }
        }
        let standard = ReferenceStandard(
            version: 1, source: "truth.csv", sourceDigest: nil, labels: labels)
        try store.append(
            [.referenceImported(standard), .referenceFrozen(ReferenceFrozen(standard))],
            by: .coordinator)
    }

    /// A read that was opened, answered at every site, and signed.
    private mutating func events(of read: ReadKey, _ truths: [ItemKey: Bool]) -> [StoreEvent] {
        let view = ViewState(
            series: "s", slice: 0, windowCenter: 0, windowWidth: 1, activeMS: 60_000,
            renderer: "kitty 256")
        let right = read.arm == "T1w" ? 85 : 93
        var events: [StoreEvent] = [
            .readOpened(ReadOpened(read: read, instrument: Self.instrument, isolation: .none))
        ]
        for key in truths.keys.sorted() {
            let isRight = below(right)
            let answer: Answer =
                below(1)
                ? .notAssessable(.motion) : .value(.code(truths[key] == isRight ? "1" : "0"))
            events.append(.entryRecorded(EntryRecorded(read: read, entry: .answer(key, answer))))
        }
        let facts = SignedFacts(
            read: read, revision: 1, studyDigest: "", instrument: Self.instrument, frames: [:],
            view: view, program: "bench", isolation: .none, firstEvent: lastEvent + 1,
            lastEvent: lastEvent + events.count, head: "")
        let digest = String(repeating: "0", count: 64)
        return events + [.readSigned(ReadSigned(signed: facts, payloadDigest: digest))]
    }

    private mutating func below(_ percent: Int) -> Bool {
        Int.random(in: 0..<100, using: &random) < percent
    }

    private static var formText: String {
        let members = sites.indices.map {
            "      \(sites[$0]): {label: site \($0 + 1), row: \($0 / 5 + 1), column: \($0 % 5 + 1)}\n"
        }
        let asked = items.map {
            "  - {id: \($0), label: \($0), appliesTo: site, type: binary, required: yes}\n"
        }
        return """
            id: million
            version: 1.0.0
            title: Fifty sites
            sites:
              site:
                label: site
                columns: [a, b, c, d, e]
                rows: [a, b, c, d, e, f, g, h, i, j]
                members:
            \(members.joined())items:
            \(asked.joined())
            """
    }
}
