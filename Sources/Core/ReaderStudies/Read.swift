/// Names a read: reader, case, arm and occasion.
public struct ReadKey: Hashable, Sendable, Codable {
    /// Who reads.
    public let reader: ReaderID
    /// What is read.
    public let caseID: CaseID
    /// In which arm.
    public let arm: ArmID
    /// 1 for the first read, then repeats and hidden duplicates.
    public let occasion: Int

    /// The read of `caseID` in `arm` by `reader` on `occasion` (from 1).
    public init(reader: ReaderID, caseID: CaseID, arm: ArmID, occasion: Int = 1) {
        precondition(occasion >= 1, "occasions count from 1, got \(occasion)")
        self.reader = reader
        self.caseID = caseID
        self.arm = arm
        self.occasion = occasion
    }
}

/// The state of a read.
public enum ReadState: String, Sendable, Codable {
    /// Planned, not yet opened.
    case planned
    /// Opened; answers may change.
    case draft
    /// Signed; only an amendment with a reason changes it.
    case signed
    /// Reopened with a reason after signing; the signed revision stays.
    case amending
    /// Signed again after an amendment.
    case amended
    /// Closed with the study.
    case locked
}

/// How much the operating system keeps readers apart; stamped on every read.
public enum IsolationLevel: String, Sendable, Codable {
    /// One account a reader and a daemon that knows it from the kernel.
    case os
    /// One account for all; the program alone keeps them apart.
    case app
    /// One person on one machine.
    case none
}

/// The answers of a read at one moment.
public struct AnswerSheet: Hashable, Sendable {
    /// Lesions of a variable-length list, in order of marking: `L1`, `L2`; withdrawn ones are absent.
    public var lesions: [SiteID]
    /// Answers by question; a question without an entry is unanswered.
    public var answers: [ItemKey: Answer]
    /// What was measured for an answer, by question.
    public var measurements: [ItemKey: AnswerMeasurement]

    /// A sheet with these lesions and answers; empty unless given.
    public init(
        lesions: [SiteID] = [], answers: [ItemKey: Answer] = [:],
        measurements: [ItemKey: AnswerMeasurement] = [:]
    ) {
        self.lesions = lesions
        self.answers = answers
        self.measurements = measurements
    }
}

/// One change that a reader makes to a draft; each becomes one event in the store.
public enum ReadEntry: Hashable, Sendable, Codable {
    /// Sets the answer of a question, or replaces it, with what was measured for it.
    case answer(ItemKey, Answer, measured: AnswerMeasurement? = nil)
    /// Takes an answer back: the question is unanswered again.
    case clear(ItemKey)
    /// Adds a lesion to the list; its site is `L` and the next number never used in this read.
    case addLesion(SiteID)
    /// Withdraws a lesion and its answers.
    case withdrawLesion(SiteID)
}

extension AnswerSheet {
    /// The sheet after `entry`.
    public mutating func apply(_ entry: ReadEntry) {
        switch entry {
        case .answer(let key, let answer, let measured):
            answers[key] = answer
            measurements[key] = measured
        case .clear(let key):
            answers[key] = nil
            measurements[key] = nil
        case .addLesion(let site):
            if !lesions.contains(site) { lesions.append(site) }
        case .withdrawLesion(let site):
            lesions.removeAll { $0 == site }
            answers = answers.filter { $0.key.site != site }
            measurements = measurements.filter { $0.key.site != site }
        }
    }
}
