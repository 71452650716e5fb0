import ReaderStudies

/// How far a study has come, as far as changes of its protocol are concerned.
public struct StudyProgress: Hashable, Sendable {
    /// Whether series were imported, which belong to arms by their rules.
    public let hasSeries: Bool
    /// Whether the reading order was drawn.
    public let hasOrder: Bool
    /// Whether a read was opened.
    public let hasReads: Bool

    /// A study that has come this far.
    public init(hasSeries: Bool, hasOrder: Bool, hasReads: Bool) {
        self.hasSeries = hasSeries
        self.hasOrder = hasOrder
        self.hasReads = hasReads
    }
}

/// One difference between two study files, and whether an amendment may make it.
public struct StudyChange: Hashable, Sendable {
    /// Where it lies in the study file, such as `design`, `seed`.
    public let path: [String]
    /// What it was and what it is, such as `seed: 1 becomes 2`.
    public let text: String
    /// Why it may not be made any more; `nil` when an amendment may make it.
    public let refusal: String?

    /// Every difference from `old` to `new` in a study that has come as far as `progress`, in the order of a file.
    public static func all(
        from old: ReaderStudy, to new: ReaderStudy, progress: StudyProgress
    ) -> [StudyChange] {
        var finder = ChangeFinder(progress: progress)
        finder.compareStudy(old, new)
        finder.compareArms(old.arms, new.arms)
        finder.compareDesign(old.design, new.design)
        finder.compareReaders(old.readers, new.readers)
        finder.compareRest(old, new)
        if finder.changes.isEmpty, old != new { finder.noteRest() }
        return finder.changes
    }
}

/// Gathers the differences between two studies.
private struct ChangeFinder {
    let progress: StudyProgress
    private(set) var changes: [StudyChange] = []

    init(progress: StudyProgress) { self.progress = progress }

    private static let drawn =
        "The order was drawn with it. Make a new study for another plan."
    private static let readWith =
        "Reads were made with it. Make a new study, or leave it as it is."

    mutating func compareStudy(_ old: ReaderStudy, _ new: ReaderStudy) {
        note(["study"], old.id.rawValue, new.id.rawValue, refusal: "It names the store's study.")
        note(["title"], old.title, new.title)
        note(
            ["instruments"], old.instruments.map(\.text).joined(separator: ", "),
            new.instruments.map(\.text).joined(separator: ", "),
            refusal: progress.hasReads ? Self.readWith : nil)
        note(
            ["parameters"], Self.text(old.settings), Self.text(new.settings),
            refusal: progress.hasReads ? Self.readWith : nil)
        note(
            ["practice"], old.isPractice ? "yes" : "no", new.isPractice ? "yes" : "no",
            refusal: progress.hasReads ? Self.readWith : nil)
    }

    private static func text(_ settings: [InstrumentSetting]?) -> String {
        guard let settings, !settings.isEmpty else { return "those of the form" }
        return settings.map { "\($0.parameter) \($0.value)" }.joined(separator: ", ")
    }

    mutating func compareArms(_ old: [Arm], _ new: [Arm]) {
        let names = [old, new].map { $0.map(\.id.rawValue).joined(separator: ", ") }
        let isFixed = progress.hasSeries || progress.hasOrder
        note(
            ["arms"], names[0], names[1],
            refusal: isFixed ? "Series were imported, or the order drawn, for these arms." : nil)
        for arm in new {
            guard let before = old.first(where: { $0.id == arm.id }), before != arm else {
                continue
            }
            if before.series.map(\.match) != arm.series.map(\.match) {
                add(
                    ["arms", arm.id.rawValue], "arm \(arm.id) shows other series",
                    refusal: isFixed ? "Series were imported by the rules of the arm." : nil)
            }
            if before.screen != arm.screen {
                add(
                    ["arms", arm.id.rawValue], "arm \(arm.id) looks different on the screen",
                    refusal: progress.hasReads ? Self.readWith : nil)
            }
        }
    }

    mutating func compareDesign(_ old: Design, _ new: Design) {
        let drawn = progress.hasOrder ? Self.drawn : nil
        func text(_ days: Int?) -> String { days.map(String.init) ?? "none" }
        note(["design", "kind"], old.kind.rawValue, new.kind.rawValue, refusal: drawn)
        note(
            ["design", "washoutDays"], text(old.washoutDays), text(new.washoutDays), refusal: drawn)
        note(["design", "seed"], String(old.seed), String(new.seed), refusal: drawn)
        note(
            ["design", "casesPerSession"], text(old.casesPerSession), text(new.casesPerSession))
        note(
            ["design", "square"], old.square?.rawValue ?? "cyclic",
            new.square?.rawValue ?? "cyclic",
            refusal: drawn)
        note(
            ["design", "nest"], old.nesting?.rawValue ?? "none", new.nesting?.rawValue ?? "none",
            refusal: drawn)
        note(
            ["design", "prefill"], "\(old.prefill ?? false)", "\(new.prefill ?? false)",
            refusal: progress.hasReads ? Self.readWith : nil)
        note(
            ["design", "armBlocks"], "\(old.armBlocks ?? false)", "\(new.armBlocks ?? false)",
            refusal: drawn)
        note(
            ["design", "serialLagDays"], text(old.serialLagDays), text(new.serialLagDays),
            refusal: drawn)
        note(["design", "repeats"], planText(old.repeats), planText(new.repeats), refusal: drawn)
    }

    /// Readers may be added at the end: their place in the list takes part in the drawing.
    mutating func compareReaders(_ old: [ReaderID], _ new: [ReaderID]) {
        let texts = [old, new].map { $0.map(\.rawValue).joined(separator: ", ") }
        let isLonger = Array(new.prefix(old.count)) == old
        note(
            ["readers"], texts[0], texts[1],
            refusal: progress.hasOrder && !isLonger
                ? "Readers are only added, at the end of the list. For one who stops use "
                    + "`readingroom study leave`." : nil)
    }

    mutating func compareRest(_ old: ReaderStudy, _ new: ReaderStudy) {
        let read = progress.hasReads ? Self.readWith : nil
        note(
            ["adjudicator"], old.adjudicator?.rawValue ?? "none",
            new.adjudicator?.rawValue ?? "none")
        if old.reference != new.reference {
            add(["reference"], "the reference standard is another", refusal: read)
        }
        if old.display != new.display { add(["display"], "the display floor is another") }
        if (old.clinical ?? []) != (new.clinical ?? []) {
            add(["reveal"], "other fields are shown", refusal: read)
        }
        note(
            ["analysis", "revision"], old.analysedRevision.rawValue, new.analysedRevision.rawValue,
            refusal: progress.hasReads
                ? "Which revision counts is said before the first read." : nil)
        if old.sitting != new.sitting { add(["sessions"], "sittings have other rules") }
        if old.calendar != new.calendar { add(["calendar"], "the calendar is another") }
        if (old.statements ?? []) != (new.statements ?? []) {
            add(["protocol"], "the statements are others")
        }
    }

    /// A difference in a part that has no rule of its own.
    mutating func noteRest() {
        add([], "a part of the study is another", refusal: progress.hasReads ? Self.readWith : nil)
    }

    private func planText(_ plan: RepeatPlan?) -> String {
        guard let plan else { return "none" }
        return "\(plan.percent)% after \(plan.lagDays) days\(plan.areHidden ? ", hidden" : "")"
    }

    private mutating func note(
        _ path: [String], _ old: String, _ new: String, refusal: String? = nil
    ) {
        guard old != new else { return }
        add(path, "\(path.last ?? ""): \(old) becomes \(new)", refusal: refusal)
    }

    private mutating func add(_ path: [String], _ text: String, refusal: String? = nil) {
        changes.append(StudyChange(path: path, text: text, refusal: refusal))
    }
}

extension SeriesRule {
    /// What decides which series the rule takes; the title does not.
    fileprivate var match: [String?] { [modality, descriptionPattern] }
}

extension Arm {
    /// The arm without what decides which series it takes.
    fileprivate var screen: Arm {
        Arm(
            id: id, label: label, series: series.map { SeriesRule(title: $0.title) },
            window: window, shows: shows, windows: windows, hanging: hanging)
    }
}
