import ReaderStudies

/// Why an order cannot be drawn, each in a sentence with what to do next.
public enum DesignError: Error, Hashable, Sendable {
    /// The study has no reader.
    case noReaders
    /// There is no case to read.
    case noCases
    /// The study has no arm.
    case noArms
    /// The plan contradicts itself.
    case contradiction(DesignProblem)
    /// A case is listed twice.
    case caseTwice(CaseID)
    /// One participant has so many cases that two would follow each other.
    case tooManyOfOne(ParticipantID, cases: Int, of: Int)

    /// The sentence.
    public var sentence: String {
        switch self {
        case .noReaders: "The study has no reader. Add one under `readers`."
        case .noCases: "The store has no case to read. Import cases first."
        case .noArms: "The study has no arm. Add one under `arms`."
        case .contradiction(let problem): problem.sentence
        case .caseTwice(let id): "Case \(id) is listed twice. Keep one."
        case .tooManyOfOne(let participant, let cases, let all):
            "Participant \(participant) has \(cases) of \(all) cases, so that two would follow "
                + "each other. Import more cases of other participants first."
        }
    }
}
