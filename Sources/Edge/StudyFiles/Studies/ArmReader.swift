import Instruments
import ReaderStudies

/// Reads the arms and checks that arms with the same label cannot be told apart.
struct ArmReader {
    let context: StudyContext
    /// Techniques that the reading form asks about; `nil` when the form is unknown.
    let techniques: [String]?

    func arms(_ value: YAMLValue, _ mistakes: inout Mistakes) -> [Arm] {
        let entries = mistakes.noting { _ throws(StudyFileError) in try value.list() } ?? []
        if entries.isEmpty, mistakes.errors.isEmpty {
            mistakes.add(value.mistake("A study needs at least one arm."))
        }
        var arms: [Arm] = []
        for entry in entries {
            guard
                let arm = mistakes.noting({ _ throws(StudyFileError) in try self.arm(entry) })
            else { continue }
            if arms.contains(where: { $0.id == arm.id }) {
                mistakes.add(entry.mistake("Arm \(arm.id) is listed twice. Keep one."))
            }
            if let twin = arms.first(where: { $0.label == arm.label }) {
                _ = mistakes.noting { _ throws(StudyFileError) in
                    try demandEqualScreens(arm, twin, entry)
                }
            }
            arms.append(arm)
        }
        return arms
    }

    private func arm(_ value: YAMLValue) throws(StudyFileError) -> Arm {
        let table = try value.table([
            "id", "label", "series", "window", "windows", "hanging", "shows",
        ])
        let id = ArmID(try Name.plain(try table.required("id"), what: "An arm's name"))
        let label = try shortText(try table.required("label"), what: "A label")
        let rules = try rules(try table.required("series"))
        let windows = WindowRulesReader(context: context)
        let window =
            try table["window"].map { value throws(StudyFileError) in
                try windows.window(value)
            } ?? "auto"
        let windowRules = try table["windows"].map { value throws(StudyFileError) in
            try windows.rules(value, opening: window)
        }
        let hanging = HangingReader(context: context, series: rules, windows: windowRules)
        return Arm(
            id: id, label: label, series: rules, window: window,
            shows: try shows(table["shows"]), windows: windowRules,
            hanging: try table["hanging"].map { value throws(StudyFileError) in
                try hanging.hanging(value)
            })
    }

    private func rules(_ value: YAMLValue) throws(StudyFileError) -> [SeriesRule] {
        guard value.isList else { return [try rule(value)] }
        var rules: [SeriesRule] = []
        for entry in try value.list() { rules.append(try rule(entry)) }
        guard !rules.isEmpty else { throw value.mistake("An arm shows at least one series.") }
        return rules
    }

    private func rule(_ value: YAMLValue) throws(StudyFileError) -> SeriesRule {
        let table = try value.table(["modality", "description", "title"])
        var rule = SeriesRule()
        if let modality = table["modality"] {
            rule.modality = try Name.plain(modality, what: "A modality")
        }
        if let description = table["description"] {
            rule.descriptionPattern = try pattern(description)
        }
        if let title = table["title"] { rule.title = try shortText(title, what: "A title") }
        guard rule.modality != nil || rule.descriptionPattern != nil else {
            throw value.mistake(
                "A series rule needs a modality, a description or both; without, every series "
                    + "would do.")
        }
        return rule
    }

    private func pattern(_ value: YAMLValue) throws(StudyFileError) -> String {
        let text = try value.text()
        guard SeriesMatcher.isPattern(text) else {
            throw value.mistake(
                "\(text) is no regular expression. Look at its brackets and backslashes.")
        }
        return text
    }

    private func shows(_ value: YAMLValue?) throws(StudyFileError) -> [String] {
        guard let value else { return [] }
        var shown: [String] = []
        for entry in try value.list() {
            let technique = try Name.plain(entry, what: "A technique")
            if let techniques, !techniques.contains(technique) {
                throw entry.mistake(unasked(technique, techniques))
            }
            shown.append(technique)
        }
        return shown
    }

    private func unasked(_ technique: String, _ techniques: [String]) -> String {
        let known =
            techniques.isEmpty ? "about none" : "only about \(techniques.joined(separator: ", "))"
        return "The instrument never asks about \(technique), \(known)."
            + Suggestion.sentence(for: technique, among: techniques)
    }

    /// One line that fits over a picture.
    private func shortText(_ value: YAMLValue, what: String) throws(StudyFileError) -> String {
        let text = try value.text()
        guard text.count <= 24, text.unicodeScalars.allSatisfy(Self.isPrintable) else {
            throw value.mistake("\(what) has at most 24 printable characters.")
        }
        return text
    }

    private static func isPrintable(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar.properties.generalCategory {
        case .control, .format, .lineSeparator, .paragraphSeparator, .surrogate, .privateUse,
            .unassigned:
            false
        default: true
        }
    }

    private func demandEqualScreens(
        _ arm: Arm, _ twin: Arm, _ value: YAMLValue
    ) throws(StudyFileError) {
        let differences = [
            arm.series.count != twin.series.count ? "number of series" : nil,
            arm.series.map(\.title) != twin.series.map(\.title) ? "titles" : nil,
            Set(arm.shows) != Set(twin.shows) ? "shows" : nil,
            arm.window != twin.window ? "window" : nil,
            arm.windows != twin.windows ? "windows" : nil,
            arm.hanging != twin.hanging ? "hanging" : nil,
        ].compactMap(\.self)
        guard !differences.isEmpty else { return }
        throw value.mistake(
            "Arms \(twin.id) and \(arm.id) have the label \(arm.label) and differ in "
                + "\(differences.joined(separator: ", ")), so that a reader could tell them apart. "
                + "Make them equal, or choose another label.")
    }
}
