import Instruments
import Persistence
import StudyFiles

extension Store {
    /// The reading forms of the study, as they were when it was made.
    ///
    /// - Throws: `StoreError` without a study, `Refusal` when this program no longer understands a form.
    func forms() throws -> [Instrument] {
        try Refusal.telling { try demandStudy().instruments() }
    }
}

extension StoredStudy {
    /// The reading forms as they were when the study was made, whatever lies in the folders today, with
    /// the parameters that the study fixes.
    ///
    /// - Throws: `StudyFileError` when this program no longer understands one.
    func instruments() throws(StudyFileError) -> [Instrument] {
        var forms: [Instrument] = []
        for file in created.instruments {
            forms.append(
                try InstrumentFile.parse(
                    file.text, file: "\(file.instrument.text).yaml", settings: study.settings ?? [])
            )
        }
        return forms
    }
}
