import ReaderStudies

/// The reads of a study and their answers, in columns: a million answers take some 30 MB.
///
/// Every planned read stands in it, signed or not. Names are places in the tables of labels.
public struct ReadTable: Sendable {
    /// One read in one revision.
    public struct Read: Hashable, Sendable {
        /// Place among `readers`.
        public let reader: Int
        /// Place among `participants`.
        public let participant: Int
        /// Place among `cases`.
        public let caseID: Int
        /// Place among `arms`.
        public let arm: Int
        /// 1 for the first read, then repeats.
        public let occasion: Int
        /// Session of the reader, from 1; `nil` where the data do not tell.
        public let session: Int?
        /// Place in the reader's order, from 1; `nil` where the data do not tell.
        public let position: Int?
        /// Active reading time; `nil` for a read that is not signed.
        public let seconds: Double?
        /// The event of the signature, or the first line of the read; 0 when it is not signed.
        public let event: UInt32
        /// 1 as signed first, more after amendments; 0 when it is not signed.
        public let revision: Int
        /// Whether it is signed.
        public let isSigned: Bool
        /// Place of the display among `displays`; −1 where it is not known.
        public let display: Int

        /// A read.
        public init(
            reader: Int, participant: Int, caseID: Int, arm: Int, occasion: Int,
            session: Int? = nil, position: Int? = nil, seconds: Double? = nil, event: UInt32 = 0,
            revision: Int = 1, isSigned: Bool = true, display: Int = -1
        ) {
            (self.reader, self.participant, self.caseID) = (reader, participant, caseID)
            (self.arm, self.occasion, self.session) = (arm, occasion, session)
            (self.position, self.seconds, self.event) = (position, seconds, event)
            self.revision = revision
            (self.isSigned, self.display) = (isSigned, display)
        }
    }

    /// A planned read that counts nowhere, since the coordinator withdrew it.
    public struct Withdrawn: Hashable, Sendable {
        /// Place among `participants`.
        public let participant: Int
        /// Place among `cases`.
        public let caseID: Int
        /// Why, in the coordinator's words.
        public let reason: String

        /// A read that was withdrawn.
        public init(participant: Int, caseID: Int, reason: String) {
            (self.participant, self.caseID, self.reason) = (participant, caseID, reason)
        }
    }

    /// How an answer stands.
    public enum State: UInt8, Sendable {
        /// The reader answered.
        case value
        /// The reader looked, and the images allow no answer.
        case notAssessable
        /// A rule of the form did not ask.
        case skipped
        /// Not answered, or the read is not signed.
        case missing
    }

    /// One answer.
    public struct Answer: Hashable, Sendable {
        /// Place of the read.
        public let read: Int32
        /// Place among `sites`.
        public let site: Int32
        /// Place among `items`.
        public let item: Int32
        /// Place among `values` or `reasons`; −1 for neither.
        public let value: Int32
        /// The event that holds it, or its line.
        public let event: UInt32
        /// How it stands.
        public let state: State
    }

    /// Who read.
    public var readers = Labels()
    /// Whose images.
    public var participants = Labels()
    /// What was read.
    public var cases = Labels()
    /// In which arm.
    public var arms = Labels()
    /// Where.
    public var sites = Labels()
    /// What was asked.
    public var items = Labels()
    /// Answers as they are written.
    public var values = Labels()
    /// Why images allow no answer.
    public var reasons = Labels()
    /// How images were displayed: renderers.
    public var displays = Labels()
    /// All reads.
    public private(set) var reads: [Read] = []
    /// All answers.
    public private(set) var answers: [Answer] = []
    /// Planned reads that count nowhere.
    public var withdrawn: [Withdrawn] = []
    private var known: [Read.Key: Int] = [:]

    /// An empty table.
    public init() {}

    /// Adds a read; answers name it by the place that is given back.
    @discardableResult
    public mutating func add(_ read: Read) throws(AnalysisError) -> Int {
        let key = Read.Key(read)
        guard known.updateValue(reads.count, forKey: key) == nil else {
            throw .duplicateRead(
                reader: readers[read.reader], caseID: cases[read.caseID], arm: arms[read.arm],
                occasion: read.occasion)
        }
        reads.append(read)
        return reads.count - 1
    }

    /// Room for `count` answers.
    public mutating func reserve(answers count: Int) { answers.reserveCapacity(count) }

    /// Adds an answer of the read at `read`; `text` is a value or a reason.
    public mutating func add(
        read: Int, site: String, item: String, state: State, text: String, event: UInt32
    ) {
        let value: Int =
            switch state {
            case .value: values.place(of: text)
            case .notAssessable: reasons.place(of: text)
            case .skipped, .missing: -1
            }
        answers.append(
            Answer(
                read: Int32(read), site: Int32(sites.place(of: site)),
                item: Int32(items.place(of: item)), value: Int32(value), event: event,
                state: state))
    }
}

extension ReadTable {
    /// The table with one revision of each read.
    ///
    /// - Parameter rule: The first that was signed, or the last; nothing is amended after unblinding.
    public func choosing(_ rule: AnalysedRevision) -> ReadTable {
        struct Planned: Hashable {
            let reader: Int
            let caseID: Int
            let arm: Int
            let occasion: Int
        }
        var chosen: [Planned: Int] = [:]
        for (place, read) in reads.enumerated() {
            let key = Planned(
                reader: read.reader, caseID: read.caseID, arm: read.arm, occasion: read.occasion)
            guard let other = chosen[key] else {
                chosen[key] = place
                continue
            }
            let isLater = read.revision > reads[other].revision
            if isLater == (rule == .lastBeforeUnblinding) { chosen[key] = place }
        }
        guard chosen.count < reads.count else { return self }
        return keeping(Set(chosen.values))
    }

    /// The table with these reads and their answers alone.
    private func keeping(_ places: Set<Int>) -> ReadTable {
        var kept = self
        kept.reads = []
        var moved = [Int32](repeating: -1, count: reads.count)
        for place in reads.indices where places.contains(place) {
            moved[place] = Int32(kept.reads.count)
            kept.reads.append(reads[place])
        }
        kept.answers = answers.compactMap { answer in
            let read = moved[Int(answer.read)]
            guard read >= 0 else { return nil }
            return Answer(
                read: read, site: answer.site, item: answer.item, value: answer.value,
                event: answer.event, state: answer.state)
        }
        return kept
    }
}

extension ReadTable.Read {
    struct Key: Hashable {
        let reader: Int
        let caseID: Int
        let arm: Int
        let occasion: Int
        let revision: Int

        init(_ read: ReadTable.Read) {
            (reader, caseID) = (read.reader, read.caseID)
            (arm, occasion, revision) = (read.arm, read.occasion, read.revision)
        }
    }
}
