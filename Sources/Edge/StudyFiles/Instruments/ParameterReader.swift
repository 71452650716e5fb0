import Instruments

/// Reads the settings that a study may change.
enum ParameterReader {
    static func parameters(
        _ value: YAMLValue?, _ places: inout Places
    ) throws(StudyFileError) -> [Parameter] {
        guard let value else { return [] }
        var parameters: [Parameter] = []
        for (name, part) in try value.named() {
            places.note(["parameters", name], part)
            let table = try part.table(["label", "value", "among"])
            parameters.append(
                Parameter(
                    id: name, label: try table.required("label").text(),
                    value: try setting(try table.required("value"), among: table["among"])))
        }
        return parameters
    }

    private static func setting(
        _ value: YAMLValue, among choices: YAMLValue?
    ) throws(StudyFileError) -> Parameter.Value {
        let text = try value.text()
        if let choices {
            let codes = try choices.texts()
            guard codes.contains(text) else {
                throw value.mistake(
                    "\(text) is none of \(codes.joined(separator: ", "))."
                        + Suggestion.sentence(for: text, among: codes))
            }
            return .code(text, among: codes)
        }
        if let number = Double(text), number.isFinite { return .number(number) }
        switch text {
        case "yes", "true": return .truth(true)
        case "no", "false": return .truth(false)
        default:
            throw value.mistake("A setting is a number, yes or no, or one of the codes in among:.")
        }
    }
}
