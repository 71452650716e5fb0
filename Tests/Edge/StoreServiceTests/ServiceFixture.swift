import FrameCache
import Foundation
import Imaging
import Instruments
import Persistence
import ReaderStudies
import StoreService
import Synchronization

/// A clock that stands still until it is moved.
final class HandClock: StoreClock {
    private let reading: Mutex<ClockReading>

    /// 2026-06-01T08:00:00Z.
    init() {
        let start = UTCInstant(milliseconds: 1_780_300_800_000)
        reading = Mutex(ClockReading(utc: start, boottimeMS: 5_000_000))
    }

    func now() -> ClockReading { reading.withLock(\.self) }

    func boot() -> String? { "one" }

    func advance(days: Int) { advance(minutes: days * 24 * 60) }

    func advance(minutes: Int) { move(utc: minutes, boottime: minutes) }

    /// Waits until a moment, a whole number of minutes from now.
    func advance(to moment: UTCInstant) {
        advance(minutes: (moment.milliseconds - now().utc.milliseconds) / 60_000)
    }

    /// Somebody sets world time; the machine's own count goes on.
    func set(byMinutes minutes: Int) { move(utc: minutes, boottime: 0) }

    private func move(utc: Int, boottime: Int) {
        reading.withLock {
            $0 = ClockReading(
                utc: UTCInstant(milliseconds: $0.utc.milliseconds + utc * 60_000),
                boottimeMS: $0.boottimeMS + boottime * 60_000)
        }
    }
}

/// A folder that is removed with the test.
final class TemporaryFolder {
    let path: String

    init() throws {
        let folder = FileManager.default.temporaryDirectory
            .appendingPathComponent("readingroom-test-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        path = folder.path
    }

    deinit { try? FileManager.default.removeItem(atPath: path) }
}

/// A crossover of two arms with a small instrument, in a store of its own.
struct ServiceFixture {
    let clock = HandClock()
    let folder: TemporaryFolder
    let store: SQLiteStore
    let instrument: Instrument

    static let presence = ItemKey("exam", "lesion_present")
    static let size = ItemKey("exam", "size_mm")
    static let mark = ItemKey("exam", "place")

    static let cases: [StudyCase] = ["C01", "C02", "C03", "C04"].map { StudyCase(id: $0) }

    init(
        display: DisplayFloor = DisplayFloor(), started: Bool = true,
        waits: String? = nil, arms: [ArmID] = ["T1w", "CT"],
        design: Design = Design(kind: .crossover, washoutDays: 28, seed: 7, casesPerSession: 3),
        sitting: SittingRules? = nil, reference: ReferencePlan? = nil,
        clinical: [ClinicalField]? = nil, adjudicator: ReaderID? = nil, practice: Bool? = nil
    ) throws {
        folder = try TemporaryFolder()
        instrument = try Self.instrument()
        store = try SQLiteStore.create(at: folder.path, clock: clock)
        let study = ReaderStudy(
            id: "mini", title: "Mini", instruments: [instrument.reference],
            arms: arms.map {
                Arm(id: $0, label: $0 == "CT" ? "B" : "A", series: [SeriesRule()], shows: ["x"])
            },
            design: design, readers: ["R1", "R2"], adjudicator: adjudicator, display: display,
            clinical: clinical,
            reference: reference,
            sitting: sitting, practice: practice)
        try store.append(
            .studyCreated(StudyCreated(study: study, text: "study: mini\n", instruments: [])),
            by: .coordinator)
        for one in Self.cases { try importCase(one, arms: arms, waits: waits) }
        if let clinical { try importValues(of: clinical) }
        if started { _ = try StudyStart(store: store, instruments: [instrument]).draw() }
    }

    /// A started study whose two arms are steps of one read: each reader's cases in order, step after step.
    static func sequential(
        prefill: Bool, display: DisplayFloor = DisplayFloor(), clinical: [ClinicalField]? = nil
    ) throws -> Self {
        let fixture = try ServiceFixture(
            display: display, started: false,
            design: Design(kind: .sequential, seed: 7, casesPerSession: 4, prefill: prefill),
            clinical: clinical)
        let arms: [ArmID] = ["T1w", "CT"]
        let rows = (["R1", "R2"] as [ReaderID]).flatMap { reader in
            cases.indices.flatMap { place in
                arms.indices.map { step in
                    ReadingOrderRow(
                        position: place * arms.count + step + 1, session: 1,
                        participant: cases[place].participant,
                        read: ReadKey(reader: reader, caseID: cases[place].id, arm: arms[step]),
                        opensOnDay: 0, step: step + 1)
                }
            }
        }
        try fixture.store.append(.orderDrawn(OrderDrawn(seed: 7, rows: rows)), by: .coordinator)
        return fixture
    }

    func importCase(_ one: StudyCase, arms: [ArmID], waits: String? = nil) throws {
        try store.append(.caseImported(one), by: .coordinator)
        for arm in arms {
            let token = SeriesToken("\(one.id)-\(arm)")
            try store.append(
                .seriesImported(Self.series(token, one.id, arm, waits: waits)), by: .coordinator)
        }
    }

    /// Case number `n` has the value `10 + n` in the first field; nobody knows the others.
    func importValues(of fields: [ClinicalField]) throws {
        let values = Self.cases.enumerated().flatMap { number, one in
            fields.enumerated().map { place, field in
                ClinicalValue(
                    caseID: one.id, field: field.id, value: place == 0 ? "\(11 + number)" : "")
            }
        }
        try store.append(
            .clinicalImported(ClinicalImported(values: values, sourceDigest: "00")),
            by: .coordinator)
    }

    static func series(
        _ token: SeriesToken, _ caseID: CaseID, _ arm: ArmID, waits: String? = nil
    ) -> ImportedSeries {
        ImportedSeries(
            token: token, caseID: caseID, modality: "MR", columns: 32, rows: 16, slices: 4,
            columnSpacingMM: 1, rowSpacingMM: 1, sliceSpacingMM: 3, framesDigest: "00",
            matches: [ArmMatch(arm: arm, rule: 0)], waitsBecause: waits)
    }

    static func instrument() throws -> Instrument {
        try Instrument(
            id: "mini", version: SemanticVersion(major: 1, minor: 0, patch: 0), title: "Mini",
            items: [
                Item(
                    id: "lesion_present", label: "lesion", placement: .exam,
                    kind: .binary(
                        absent: Choice(code: "0", label: "absent"),
                        present: Choice(code: "1", label: "present")),
                    requirement: .required, layout: .scalar),
                Item(
                    id: "size_mm", label: "size", placement: .exam,
                    kind: .number(NumberFormat(unit: "mm", range: 0...100, decimals: 1)),
                    requirement: .required, showIf: "lesion_present == present", layout: .scalar),
                Item(id: "place", label: "place", placement: .exam, kind: .mark, layout: .scalar),
            ])
    }

    func session(
        _ reader: ReaderID = "R1", in opened: SQLiteStore? = nil
    ) throws -> LocalReaderAccess {
        try LocalReaderAccess(
            store: opened ?? store, frames: FrameFolder(store: folder.path), reader: reader,
            instruments: [instrument], isolation: .none, program: "readingroom test")
    }

    static func view(
        _ opened: OpenedRead, slice: Int = 0, seen: [Int] = [0, 1, 2, 3], greys: Int = 256,
        scale: Double = 2
    ) -> ViewState {
        let token = opened.blindedCase.series[0].token
        return ViewState(
            series: token, slice: slice, windowCenter: 100, windowWidth: 400, seen: [token: seen],
            activeMS: 5000, renderer: "sixel 256", greys: greys, pixelScale: scale)
    }

    /// Opens, answers and signs the next read.
    @discardableResult
    func readOne(_ session: LocalReaderAccess) throws -> OpenedRead {
        let opened = try session.open()
        _ = try session.record(.answer(Self.presence, .value(.code("0"))))
        _ = try session.sign(view: Self.view(opened))
        return opened
    }
}
