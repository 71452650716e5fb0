import ReaderStudies

/// The protocol of a study in sentences, ready for the methods section of a paper.
public struct ProtocolProse: Sendable {
    let study: ReaderStudy
    private var design: Design { study.design }

    /// The protocol of `study`.
    public init(study: ReaderStudy) { self.study = study }

    /// What is known of the study before the first read, for the reporting lists.
    public var facts: [ReportingFact: String] {
        var facts: [ReportingFact: String] = [
            .readers: people, .imaging: arms, .instrument: form, .ratingProcess: rating,
            .independence: "\(independence) \(order)", .readerInformation: blinding,
            .analysedRevision: analysis, .deidentification: deidentification,
            .notAssessable: notAssessable, .missingData: missing,
            .annotationTools: "Answers and measurements were made in ReadingRoom.",
        ]
        facts[.variability] = repeats
        facts[.referenceInformation] = study.reference.map { _ in referenceInformation }
        facts[.referenceStandard] = reference
        for statement in study.statements ?? [] {
            facts[statement.topic] = joined(facts[statement.topic], statement.text)
        }
        return facts
    }

    /// Title and text of each section; sections of which the study file says nothing are left out.
    public var sections: [(title: String, text: String)] {
        let facts = facts
        func told(_ wanted: ReportingFact...) -> String {
            wanted.compactMap { facts[$0] }.joined(separator: " ")
        }
        return [
            ("Background", told(.background, .objectives)),
            (
                "Participants",
                told(
                    .dataCollection, .eligibility, .identificationOfParticipants, .sampling,
                    .setting)
            ),
            (
                "Readers, arms and form",
                told(.readers, .imaging, .preprocessing, .model, .instrument)
            ),
            ("Design", joined(told(.ratingProcess), repeats)),
            ("Reading order", told(.independence)),
            ("Sittings", joined(sitting, calendar)),
            ("Blinding", told(.readerInformation, .deidentification)),
            ("Display", display),
            (
                "Reference standard",
                told(
                    .referenceStandard, .referenceRationale, .referenceSource,
                    .referenceInformation,
                    .cutoffs, .referenceCutoffs)
            ),
            (
                "Analysis",
                told(
                    .analysisMethods, .analysedRevision, .notAssessable, .missingData, .subgroups,
                    .partitions, .sampleSize)
            ),
            ("Registration and funding", told(.registration, .protocolSource, .funding)),
        ].filter { !$0.1.isEmpty }.map { (title: $0.0, text: $0.1) }
    }

    /// Who read in which arms.
    private var people: String {
        let readers = study.readers.map(\.rawValue).joined(separator: ", ")
        return study.readers.count == 1
            ? "One reader (\(readers)) took part."
            : "\(study.readers.count) readers (\(readers)) took part."
    }

    /// What was read.
    private var arms: String {
        let arms = study.arms.map(\.id.rawValue).joined(separator: ", ")
        return study.arms.count == 1
            ? "There was one arm (\(arms))." : "There were \(study.arms.count) arms (\(arms))."
    }

    private var rating: String { joined(plan, washout, serial) }

    /// The reading form.
    private var form: String {
        joined(
            "Answers were recorded in the reading form "
                + "\(study.instruments.map(\.text).joined(separator: ", ")).", settings, practice)
    }

    /// What the study fixes of the form.
    private var settings: String? {
        guard let settings = study.settings, !settings.isEmpty else { return nil }
        let texts = settings.map { "\($0.parameter) was \($0.value)" }
        return "Of its parameters \(texts.joined(separator: ", "))."
    }

    private var practice: String? {
        study.isPractice
            ? "Reading was practice: what follows from the answers was shown at once, and no answer is a read of a study."
            : nil
    }

    /// The kind of design.
    private var plan: String {
        switch design.kind {
        case .single: "\(everyReader) read every case once."
        case .crossed:
            "\(everyReader) read every case in every arm (fully crossed)"
                + (study.readers.count > 1 ? ", each reader in an independent order." : ".")
        case .crossover:
            "\(everyReader) read every case in every arm. The order of arms was counterbalanced between "
                + "\(study.readers.count > 1 ? "readers and " : "")participants by a \(square)."
        case .sequential: sequential
        case .splitPlot: splitPlot
        case .adjudicated:
            "Two readers read each case independently; cases were dealt evenly to the readers by seed. "
                + "\(study.adjudicator?.rawValue ?? "An adjudicator") decided where they differed."
        }
    }

    private var everyReader: String { study.readers.count == 1 ? "The reader" : "Every reader" }

    private var square: String {
        design.square == .williams ? "Williams square" : "cyclic Latin square"
    }

    private var sequential: String {
        let steps = study.arms.map(\.id.rawValue).joined(separator: ", then ")
        return
            "\(everyReader) read every case in one sitting in steps: \(steps). Each step was signed and "
            + "locked before the next was shown, and readers could not go back. "
            + (design.prefill == true
                ? "A later step began with the reader's own answers of the step before."
                : "Every step began with an empty form.")
    }

    private var splitPlot: String {
        switch design.nesting {
        case .readers?:
            "The study was a split-plot with readers nested in arms: every reader read every case in one arm."
        case .cases?:
            "The study was a split-plot with participants nested in arms: each participant was read in "
                + "one arm, by every reader."
        case .blocks?, nil:
            "The study was a split-plot: readers and participants were divided by seed into "
                + "\(study.arms.count) blocks, and within a block every reader read every case in every arm."
        }
    }

    /// How arms of one participant were kept apart.
    private var washout: String? {
        guard design.hasRounds, study.arms.count > 1 else { return nil }
        guard design.washoutDays > 0 else {
            return
                "Two arms of one participant were never read in one session; no washout was kept."
        }
        return
            "Two arms of one participant were never read in one session, and the program refused to "
            + "show a participant to a reader in another arm within \(design.washoutDays) UTC days."
    }

    private var serial: String? {
        guard let lag = design.serialLagDays else { return nil }
        return "Examinations of one participant came in random order, blinded to time point"
            + (lag > 0 ? ", at least \(lag) days apart." : ".")
    }

    /// Which reads were done twice.
    private var repeats: String? {
        guard let repeats = design.repeats else { return nil }
        return
            "For the agreement of each reader with themself, \(repeats.percent)% of the cases, drawn by "
            + "seed, were read a second time at least \(repeats.lagDays) days later, "
            + (repeats.areHidden ? "hidden among first reads." : "after all first reads.")
    }

    /// How the order was drawn.
    private var order: String {
        "The order was drawn for each reader with the seed \(design.seed) (SplitMix64, Fisher-Yates "
            + "shuffle), so that no participant followed themself"
            + (design.hasRounds && study.arms.count > 1 ? " and first arms were balanced" : "")
            + ", and was stored before reading began. A session had at most \(design.casesPerSession) cases"
            + (design.armBlocks == true ? " of one arm." : ".")
    }

    /// What readers could not know.
    private var blinding: String {
        let labels = study.arms.map(\.label).distinct
        let isHidden = labels.count < study.arms.count
        return
            "Readers saw neither identity, dates and descriptions nor other reads; "
            + (study.arms.count == 1
                ? "the arm was shown under the label " : "arms were shown under the labels ")
            + labels.joined(separator: ", ")
            + (isHidden ? ", arms with one label looking the same. " : ". ") + clinical
    }

    /// Which clinical data readers had.
    private var clinical: String {
        let fields = study.clinical ?? []
        guard !fields.isEmpty else { return "No clinical information was shown." }
        let shown = fields.map { field in
            let arms = field.arms.map { " (in \($0.map(\.rawValue).joined(separator: ", ")) only)" }
            return field.label + (arms ?? "")
        }
        return
            "Of the clinical information readers saw \(shown.joined(separator: ", ")), and nothing else."
    }

    private var display: String {
        let floor = study.display
        var parts: [String] = []
        if floor.minimumGreys > 0 {
            parts.append("a display of at least \(floor.minimumGreys) grey levels")
        }
        if floor.minimumScale > 0 {
            parts.append(
                "at least \(NumberText.shortest(floor.minimumScale)) screen pixels for one image pixel"
            )
        }
        if let renderers = floor.renderers {
            parts.append("pictures drawn by \(renderers.joined(separator: " or "))")
        }
        if floor.everySlice {
            parts.append("every slice shown in full")
        } else if let percent = floor.seenPercent {
            parts.append("\(percent)% of the slices of each series shown in full")
        }
        guard !parts.isEmpty else { return "No display was required." }
        return "A read could be signed only with \(parts.joined(separator: ", "))."
    }

    /// How the truth was made.
    private var reference: String? {
        guard let plan = study.reference else { return nil }
        let arm = plan.arm.map { " in the arm \($0)" } ?? ""
        switch plan.rule {
        case .external: return "The reference standard came from outside of the study."
        case .consensus:
            let person = study.adjudicator.map { ", \($0) deciding where they differed" } ?? ""
            return "The reference standard was the consensus of the readers\(arm)\(person)."
        }
    }

    private var analysis: String {
        study.analysedRevision == .firstSigned
            ? "The first signed revision of each read was analysed."
            : "The last revision of each read before unblinding was analysed."
    }

    private func joined(_ parts: String?...) -> String {
        parts.compactMap(\.self).joined(separator: " ")
    }
}
