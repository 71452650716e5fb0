import Instruments
import Persistence
import ReaderStudies

/// The reference standard as the readers of the reference arm make it, question by question.
///
/// Equal answers of all readers are the label. What differs is listed for the consensus, without anybody's answer.
/// Questions at lesions of a list are no part of it: lesions must be matched first.
public struct ReferenceByRule: Sendable {
    /// A question of a case that the readers answered differently.
    public struct Disagreement: Hashable, Sendable {
        /// The case.
        public let caseID: CaseID
        /// The question.
        public let key: ItemKey
    }

    /// Where the readers agree.
    public let labels: [ReferenceLabel]
    /// Where they do not, by case and in the order of the form.
    public let disagreements: [Disagreement]

    /// The reference of the study in `store`, from the signed reads of its reference arm.
    ///
    /// - Throws: `StoreError.refused` without a rule, or while a read of the reference arm is not signed.
    public init(store: any Store, instruments: [Instrument]) throws(StoreError) {
        guard let study = try store.study()?.study, let arm = study.reference?.arm else {
            throw .refused(
                "The study file names no arm under `reference`, so the reference comes from a file: "
                    + "`readingroom reference import`.")
        }
        let reads = try store.recordedReads().filter {
            $0.row.read.arm == arm && $0.withdrawn == nil
                && study.readers.contains($0.row.read.reader)
        }
        let unsigned = reads.count { $0.signature == nil }
        guard unsigned == 0 else {
            throw .refused(
                "\(unsigned) reads of the reference arm \(arm) are not signed. The reference is made "
                    + "when all are.")
        }
        let analysed = Self.analysed(reads, study.analysedRevision)
        let shows = Set(study.arms.first { $0.id == arm }?.shows ?? [])
        var labels: [ReferenceLabel] = []
        var disagreements: [Disagreement] = []
        for (caseID, own) in analysed {
            guard own.count >= 2 else {
                throw .refused(
                    "Case \(caseID) has one read in the reference arm; the rule needs two readers.")
            }
            let forms = own.compactMap { read in
                instruments.first { $0.reference == read.instrument }.map {
                    Form($0, shows: shows, sheet: read.sheet)
                }
            }
            let compared = Self.compare(forms, caseID)
            labels += compared.labels
            disagreements += compared.disagreements
        }
        self.labels = labels
        self.disagreements = disagreements
    }

    /// The revision of each reader's first read that the analysis takes, by case in order.
    static func analysed(
        _ reads: [RecordedRead], _ revision: AnalysedRevision
    ) -> [(CaseID, [RecordedRead])] {
        let first = reads.filter { $0.row.read.occasion == 1 }
        let byCase = Dictionary(grouping: first, by: \.row.read.caseID)
        return byCase.sorted { $0.key < $1.key }.map { caseID, own in
            let byReader = Dictionary(grouping: own, by: \.row.read.reader)
            let taken = byReader.sorted { $0.key < $1.key }.compactMap { _, revisions in
                revision == .firstSigned
                    ? revisions.min { $0.revision < $1.revision }
                    : revisions.max { $0.revision < $1.revision }
            }
            return (caseID, taken)
        }
    }

    private static func compare(
        _ forms: [Form], _ caseID: CaseID
    ) -> (labels: [ReferenceLabel], disagreements: [Disagreement]) {
        var labels: [ReferenceLabel] = []
        var disagreements: [Disagreement] = []
        for question in forms.first?.questions ?? [] where question.item.placement != .lesions {
            let states = forms.map { $0.question(question.key)?.state.withoutReason ?? .missing }
            guard states.allSatisfy({ $0 == states[0] }) else {
                disagreements.append(Disagreement(caseID: caseID, key: question.key))
                continue
            }
            guard let value = states[0].agreed else { continue }
            labels.append(
                ReferenceLabel(
                    caseID: caseID, key: question.key, value: value, provenance: .agreement,
                    level: .medium))
        }
        return (labels, disagreements)
    }
}

extension ItemState {
    /// The state; all reasons for "not assessable" are equal.
    fileprivate var withoutReason: ItemState {
        if case .notAssessable = self { .notAssessable(.motion) } else { self }
    }

    /// What all readers say; `nil` for what was not asked, left out, or is words or a place.
    fileprivate var agreed: ReferenceValue? {
        switch self {
        case .value(.code(let code)): .value(code)
        case .value(.integer(let whole)): .value(String(whole))
        case .value(.number(let number)): .value(NumberText.shortest(number))
        case .notAssessable: .notAssessable
        case .value(.text), .value(.mark), .skippedByRule, .missing: nil
        }
    }
}
