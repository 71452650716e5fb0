import ReaderStudies

/// How many UTC days must have passed since a reader saw other images of a participant.
///
/// A later step of a read has none: it follows the step before in the same sitting.
public struct OpeningRules: Hashable, Sendable {
    /// Days since another arm of the participant was seen.
    let washoutDays: Int
    /// Days since another examination of the participant was seen in the same arm.
    let serialLagDays: Int
    /// Days since the case itself was seen in the same arm, for reads that are done again.
    let repeatLagDays: Int
    /// Whether the arms are steps of one read, so that what holds for an arm holds for all.
    let armsAreSteps: Bool

    /// The rules of `design`.
    public init(design: Design) {
        armsAreSteps = design.kind == .sequential
        washoutDays = design.washoutDays
        serialLagDays = design.serialLagDays ?? 0
        repeatLagDays = design.repeats?.lagDays ?? 0
    }

    /// The rules of a design in which only arms are kept apart.
    public init(washoutDays: Int) {
        self.init(design: Design(kind: .crossed, washoutDays: washoutDays, seed: 0))
    }

    /// The most days that an exposure can keep a row closed.
    public var longestLag: Int { max(washoutDays, serialLagDays, repeatLagDays) }

    /// The day on which `row` opens as far as `exposure`, of the same participant, is concerned.
    func openingDay(of row: ReadingOrderRow, after exposure: Exposure) -> Int {
        exposure.day + days(before: row, after: exposure)
    }

    private func days(before row: ReadingOrderRow, after exposure: Exposure) -> Int {
        guard row.step == 1 else { return 0 }
        guard armsAreSteps || exposure.arm == row.read.arm else { return washoutDays }
        let isRepeat =
            row.read.occasion > 1 && (exposure.caseID ?? row.read.caseID) == row.read.caseID
        let isOtherCase = exposure.caseID != row.read.caseID
        return max(isRepeat ? repeatLagDays : 0, isOtherCase ? serialLagDays : 0)
    }
}
