import Persistence
import ReaderStudies
import StudyDesigns

/// How far a study has come, for the coordinator: never an answer, nor anything computed from answers.
public struct StudyStatus: Sendable {
    /// The reads of one reader in one arm.
    public struct Line: Hashable, Sendable {
        /// Who reads.
        public let reader: ReaderID
        /// In which arm.
        public let arm: ArmID
        /// Rows of the order.
        public var planned = 0
        /// Rows that are not open yet.
        public var waiting = 0
        /// Rows that are open and were not begun.
        public var open = 0
        /// Reads that were begun and are not signed.
        public var drafts = 0
        /// Signed reads, amended ones and those under amendment too.
        public var signed = 0
        /// Rows that are read no more, and were not signed.
        public var withdrawn = 0
        /// Unsigned rows after the last day of the calendar.
        public var overdue = 0
        /// The middle of the active times of the first signatures, in milliseconds; `nil` without any.
        public var medianActiveMS: Int?
        /// The first day on which a waiting row opens, counted from 1970-01-01; `nil` when none waits.
        public var nextDay: Int?
    }

    /// The study.
    public let study: ReaderStudy
    /// A line for each reader and arm that the order has, in the study file's order.
    public let lines: [Line]
    /// What went other than planned, a sentence each.
    public let deviations: [String]
    /// The versions of the protocol.
    public let versions: [ProtocolVersion]
    /// Whether all reads are locked.
    public let isLocked: Bool
    /// How many rows open on which day from tomorrow on, by reader, counted from 1970-01-01.
    public let openings: [Int: [ReaderID: Int]]

    /// The status of the study in `store`.
    ///
    /// - Throws: `StoreError.refused` when the study has not started.
    public init(store: any Store) throws(StoreError) {
        guard let stored = try store.study(), stored.startDay != nil else {
            throw .refused(
                "The study has not started. Start it with `readingroom study start`.")
        }
        study = stored.study
        versions = try store.protocolVersions()
        let conduct = try store.conduct()
        isLocked = conduct.lock != nil
        let today = store.now().utc.day
        var gathered = Gathering(
            study: study, today: today, conduct: conduct, active: try Self.activeTimes(store))
        for reader in study.people {
            let reads = try store.readSummaries(of: reader)
            gathered.add(
                try store.schedule(of: reader, after: reads, in: stored, conduct), reads)
        }
        lines = gathered.lines
        openings = gathered.openings
        deviations = Self.deviations(
            conduct, refused: try store.refusedRequests(), versions)
    }

    /// The active times of first signatures, by reader and arm.
    private static func activeTimes(
        _ store: any Store
    ) throws(StoreError) -> [ReaderID: [ArmID: [Int]]] {
        var times: [ReaderID: [ArmID: [Int]]] = [:]
        for read in try store.recordedReads() where read.revision == 1 {
            guard let signature = read.signature else { continue }
            let key = read.row.read
            times[key.reader, default: [:]][key.arm, default: []].append(signature.activeMS)
        }
        return times
    }

    private static func deviations(
        _ conduct: StudyConduct, refused: [RefusedRequest], _ versions: [ProtocolVersion]
    ) -> [String] {
        let allowed = conduct.allowances.map {
            "\($0.key.reader), case \($0.key.caseID), arm \($0.key.arm): opened early. \($0.value)"
        }
        let left = conduct.departures.map { "\($0.key) left. \($0.value)" }
        let withdrawn = conduct.withdrawals.map { "Case \($0.key) was withdrawn. \($0.value)" }
        let requests = Dictionary(grouping: refused, by: \.refused.reader).map { reader, requests in
            "\(reader): \(requests.count) requests were refused."
        }
        let amended = versions.dropFirst().map {
            "Version \($0.version) of the protocol since \($0.since.dateText). \($0.reason)"
        }
        return allowed.sorted() + left.sorted() + withdrawn.sorted() + requests.sorted() + amended
            + conduct.unblindings.map { "The study was unblinded. \($0)" }
    }
}

/// Counts rows by reader and arm.
private struct Gathering {
    let study: ReaderStudy
    let today: Int
    let conduct: StudyConduct
    let active: [ReaderID: [ArmID: [Int]]]
    private(set) var lines: [StudyStatus.Line] = []
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
            var line = StudyStatus.Line(reader: reader, arm: arm.id)
            for row in rows { count(row, in: &line, states[row.read], schedule) }
            line.medianActiveMS = Self.middle(active[reader]?[arm.id] ?? [])
            lines.append(line)
        }
    }

    private mutating func count(
        _ row: ReadingOrderRow, in line: inout StudyStatus.Line, _ state: ReadState?,
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
