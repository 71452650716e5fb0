import Instruments
import ReaderStudies

/// Reads which windows a reader may take in an arm, and checks them against the window that it opens in.
struct WindowRulesReader {
    let context: StudyContext

    /// The rules of an arm that opens in `window`.
    func rules(
        _ value: YAMLValue, opening window: String
    ) throws(StudyFileError) -> WindowRules {
        let table = try value.table(["keys", "fixed", "width", "level"])
        var rules = WindowRules(keys: try keys(table["keys"]))
        rules.isFixed = try table["fixed"]?.truth() ?? false
        rules.width = try range(table["width"], least: 0)
        rules.level = try range(table["level"], least: -.greatestFiniteMagnitude)
        if rules.isFixed, rules != WindowRules(isFixed: true) {
            throw value.mistake("A fixed window leaves nothing to choose: keep only fixed: yes.")
        }
        try demandInside(window, rules, value)
        for entry in try table["keys"]?.list() ?? [] {
            try demandInside(try entry.text(), rules, entry)
        }
        return rules
    }

    /// The name of a window, checked.
    func window(_ value: YAMLValue) throws(StudyFileError) -> String {
        let text = try value.text()
        guard context.isWindow(text) else {
            throw value.mistake(
                "\(text) is no window. Known are \(context.windowNames.joined(separator: ", ")), "
                    + "or width and centre as in 2000/500."
                    + Suggestion.sentence(for: text, among: context.windowNames))
        }
        return text
    }

    private func keys(_ value: YAMLValue?) throws(StudyFileError) -> [String] {
        guard let value else { return [] }
        var names: [String] = []
        for entry in try value.list() { names.append(try window(entry)) }
        guard (1...9).contains(names.count) else {
            throw value.mistake("There are keys for 1 to 9 windows, not for \(names.count).")
        }
        return names
    }

    private func range(
        _ value: YAMLValue?, least: Double
    ) throws(StudyFileError) -> WindowRange? {
        guard let value else { return nil }
        let parts = try value.list()
        guard parts.count == 2 else {
            throw value.mistake("Here stand the least and the greatest value: [100, 4000].")
        }
        let range = (try parts[0].number(), try parts[1].number())
        guard range.0 <= range.1, range.0 > least || least < 0 else {
            throw value.mistake(
                "The least value comes first, and a width is more than 0: [100, 4000].")
        }
        return WindowRange(range.0, range.1)
    }

    /// A window by numbers or name must lie inside the limits; one from the images is moved inside.
    func demandInside(
        _ name: String, _ rules: WindowRules, _ value: YAMLValue
    ) throws(StudyFileError) {
        guard let window = context.windowNumbers(name) else { return }
        let isInside =
            rules.width?.contains(window.width) ?? true
            && rules.level?.contains(window.center) ?? true
        guard !isInside else { return }
        throw value.mistake(
            "The window \(name) has width \(NumberText.shortest(window.width)) and level "
                + "\(NumberText.shortest(window.center)), outside of the limits here.")
    }
}
