import ReaderStudies

/// A case as it is read in one round: its arm, or its arms as steps of one sitting.
struct PlannedRead {
    let studyCase: StudyCase
    let arms: [ArmID]
    let occasion: Int
}

/// Numbers the rows of one reader.
struct RowWriter {
    private let reader: ReaderID
    private let casesPerSession: Int
    private var position: Int
    private var session: Int
    private(set) var lastParticipant: ParticipantID?
    private(set) var rows: [ReadingOrderRow] = []

    init(reader: ReaderID, casesPerSession: Int, after drawn: [ReadingOrderRow]) {
        self.reader = reader
        self.casesPerSession = casesPerSession
        let last = drawn.max { $0.position < $1.position }
        position = last?.position ?? 0
        session = drawn.map(\.session).max() ?? 0
        lastParticipant = last?.participant
    }

    /// Adds `reads` in sessions of their own.
    mutating func add(_ reads: [PlannedRead], opensOnDay: Int) {
        var left = ArraySlice(reads)
        for size in Self.sessionSizes(reads.count, largest: casesPerSession) {
            session += 1
            for read in left.prefix(size) { add(read, opensOnDay) }
            left = left.dropFirst(size)
        }
    }

    private mutating func add(_ read: PlannedRead, _ opensOnDay: Int) {
        let one = read.studyCase
        lastParticipant = one.participant
        for (index, arm) in read.arms.enumerated() {
            position += 1
            rows.append(
                ReadingOrderRow(
                    position: position, session: session, participant: one.participant,
                    read: ReadKey(
                        reader: reader, caseID: one.id, arm: arm, occasion: read.occasion),
                    opensOnDay: opensOnDay, step: index + 1))
        }
    }

    /// As few sessions as possible, sizes differing by one at most, larger ones first.
    private static func sessionSizes(_ count: Int, largest: Int) -> [Int] {
        let sessions = (count + largest - 1) / largest
        return (0..<sessions).map { count / sessions + ($0 < count % sessions ? 1 : 0) }
    }
}
