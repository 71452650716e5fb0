import Instruments
import ReaderStudies

/// Reads the parameters of the reading form that a study fixes.
struct SettingsReader {
    /// The form; `nil` when the study names none that can be read, and only the text is looked at.
    let instrument: Instrument?

    /// The parameters in the file's order; `nil` when the study leaves all as the form has them.
    func settings(
        _ value: YAMLValue?, _ mistakes: inout Mistakes
    ) throws(StudyFileError) -> [InstrumentSetting]? {
        guard let value else { return nil }
        var settings: [InstrumentSetting] = []
        for (name, place, part) in try value.placed() {
            let read = mistakes.noting { _ throws(StudyFileError) in
                try setting(name, at: place, part)
            }
            if let read { settings.append(read) }
        }
        return settings.isEmpty ? nil : settings
    }

    private func setting(
        _ name: String, at place: TextPosition, _ value: YAMLValue
    ) throws(StudyFileError) -> InstrumentSetting {
        let setting = InstrumentSetting(name, to: try value.text())
        guard let instrument else { return setting }
        do { _ = try instrument.with([setting]) } catch {
            let isKnown = instrument.parameters.contains { $0.id == name }
            throw .mistake(
                file: value.file, isKnown ? value.position : place, error.plainSentence)
        }
        return setting
    }
}

extension InstrumentError {
    /// The sentence without the path in the instrument, for a file that has paths of its own.
    fileprivate var plainSentence: String {
        if case .definition(_, _, let sentence) = self { return sentence }
        return sentence
    }
}
