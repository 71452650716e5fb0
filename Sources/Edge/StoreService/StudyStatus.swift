import Persistence
import ReaderStudies
import StudyDesigns

/// How far a study has come, made from its store: never an answer, nor anything computed from answers.
public struct StudyStatus: Sendable {
    /// Everything but the protocol.
    public let overview: StudyOverview
    /// The versions of the protocol.
    public let versions: [ProtocolVersion]

    /// The status of the study in `store`.
    ///
    /// - Throws: `StoreError.refused` when the study has not started.
    public init(store: any Store) throws(StoreError) {
        guard let stored = try store.study(), stored.startDay != nil else {
            throw .refused(
                "The study has not started. Start it with `readingroom study start`.")
        }
        let study = stored.study
        versions = try store.protocolVersions()
        let conduct = try store.conduct()
        let now = store.now().utc
        var gathered = Gathering(
            study: study, today: now.day, conduct: conduct, active: try store.activeTimes())
        for reader in study.people {
            let reads = try store.readSummaries(of: reader)
            gathered.add(
                try store.schedule(of: reader, after: reads, in: stored, conduct), reads)
        }
        var overview = StudyOverview(
            study: study.id, title: study.title, readers: study.people,
            arms: study.arms.map(\.id), at: now)
        overview.lines = gathered.lines
        overview.openings = gathered.openings
        overview.isLocked = conduct.lock != nil
        overview.deviations = try Self.deviations(conduct, versions, store)
        self.overview = overview
    }

    /// What went other than planned, in the order of the log.
    private static func deviations(
        _ conduct: StudyConduct, _ versions: [ProtocolVersion], _ store: any Store
    ) throws(StoreError) -> [String] {
        var found = conduct.allowances.map { read, act in
            let name = "\(read.reader), case \(read.caseID), arm \(read.arm)"
            return (event: act.event, sentence: "\(name): opened early. \(act.reason)")
        }
        found += conduct.departures.map { ($1.event, "\($0) left. \($1.reason)") }
        found += conduct.withdrawals.map { ($1.event, "Case \($0) was withdrawn. \($1.reason)") }
        found += conduct.unblindings.map { ($0.event, "The study was unblinded. \($0.reason)") }
        found += versions.dropFirst().map {
            ($0.event, "Version \($0.version) of the protocol. \($0.reason)")
        }
        let refused = Dictionary(grouping: try store.refusedRequests(), by: \.refused.reader)
        for (reader, requests) in refused {
            guard let last = requests.last else { continue }
            let sentence =
                requests.count == 1
                ? "A request of \(reader) was refused."
                : "The last of \(requests.count) refused requests of \(reader)."
            found.append((last.event, sentence))
        }
        var lines: [String] = []
        for (event, sentence) in found.sorted(by: { $0.event < $1.event }) {
            let day = try store.time(of: event)?.dateText ?? "at an unknown time"
            lines.append("\(day), event \(event): \(sentence)")
        }
        return lines
    }
}

/// Counts rows by reader and arm.
private struct Gathering {
    let study: ReaderStudy
    let today: Int
    let conduct: StudyConduct
    let active: [ReaderID: [ArmID: [Int]]]
    private(set) var lines: [StudyOverview.Line] = []
    private(set) var openings: [Int: [ReaderID: Int]] = [:]

    init(
        study: ReaderStudy, today: Int, conduct: StudyConduct,
        active: [ReaderID: [ArmID: [Int]]]
    ) {
        self.study = study
        self.today = today
        self.conduct = conduct
        self.active = active
    }

    mutating func add(_ schedule: Schedule, _ reads: [ReadSummary]) {
        let states = Dictionary(
            reads.map { ($0.key, $0.state) }, uniquingKeysWith: { first, _ in first })
        for arm in study.arms {
            let rows = schedule.rows.filter { $0.read.arm == arm.id }
            guard let reader = rows.first?.read.reader else { continue }
            var line = StudyOverview.Line(reader: reader, arm: arm.id)
            for row in rows { count(row, in: &line, states[row.read], schedule) }
            line.medianActiveMS = Self.middle(active[reader]?[arm.id] ?? [])
            lines.append(line)
        }
    }

    private mutating func count(
        _ row: ReadingOrderRow, in line: inout StudyOverview.Line, _ state: ReadState?,
        _ schedule: Schedule
    ) {
        line.planned += 1
        let isClosed = state.map { $0 != .draft } ?? false
        guard !isClosed else { return line.signed += 1 }
        guard conduct.withdrawn(row.read) == nil else { return line.withdrawn += 1 }
        if let last = study.calendar?.lastDay, today > last { line.overdue += 1 }
        guard state == nil else { return line.drafts += 1 }
        let day = schedule.openingDay(of: row)
        guard day > today else { return line.open += 1 }
        line.waiting += 1
        line.nextDay = min(line.nextDay ?? day, day)
        openings[day, default: [:]][row.read.reader, default: 0] += 1
    }

    /// The lower middle of `times`.
    private static func middle(_ times: [Int]) -> Int? {
        times.isEmpty ? nil : times.sorted()[(times.count - 1) / 2]
    }
}
