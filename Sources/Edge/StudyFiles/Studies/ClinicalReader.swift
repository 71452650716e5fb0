import Instruments
import ReaderStudies

/// Reads which clinical fields a study reveals, in which arms, and refuses what could tell who somebody is.
struct ClinicalReader {
    /// The arms of the study; empty where they could not be read.
    let arms: [Arm]

    private enum Kind: String, CaseIterable {
        case whole, number, code
    }

    /// Parts of names of fields that hold who somebody is, or when something was.
    private static let identifying = [
        "name", "birth", "date", "address", "phone", "mail", "institution", "accession", "mrn",
        "patientid", "insurance", "ssn",
    ]

    /// The fields in the file's order; `nil` for an empty list.
    func fields(_ value: YAMLValue, _ mistakes: inout Mistakes) -> [ClinicalField]? {
        let entries = mistakes.noting { _ throws(StudyFileError) in try value.list() } ?? []
        var fields: [ClinicalField] = []
        for entry in entries {
            let read = mistakes.noting { _ throws(StudyFileError) in try field(entry) }
            guard let read else { continue }
            if fields.contains(where: { $0.id == read.id }) {
                mistakes.add(entry.mistake("Field \(read.id) is listed twice. Keep one."))
            }
            fields.append(read)
        }
        return fields.isEmpty ? nil : fields
    }

    private func field(_ value: YAMLValue) throws(StudyFileError) -> ClinicalField {
        guard (try? value.named()) != nil else {
            throw value.mistake(
                "A field says what it may hold, such as {field: crp, type: number, range: [0, 500], "
                    + "unit: mg/l}.")
        }
        let table = try value.table(["field", "label", "type", "range", "codes", "unit", "arms"])
        let id = try Name.plain(try table.required("field"), what: "A field's name")
        try demandHarmless(id, at: try table.required("field"))
        let kind = try kind(table)
        return ClinicalField(
            id: id, label: try table["label"].map(words) ?? id, kind: kind,
            unit: try table["unit"].map(words) ?? "", arms: try table["arms"].map(shown))
    }

    private func kind(_ table: YAMLTable) throws(StudyFileError) -> ClinicalField.Kind {
        switch try table.required("type").word(Kind.self) {
        case .whole:
            let (least, most) = try range(table)
            guard let low = Int(exactly: least), let high = Int(exactly: most) else {
                throw try table.required("range").mistake(
                    "A range of whole numbers has whole ends.")
            }
            return .whole(low, high)
        case .number:
            let (least, most) = try range(table)
            return .number(least, most)
        case .code:
            let value = try table.required("codes")
            let entries = try value.list()
            var codes: [String] = []
            for entry in entries { codes.append(try Name.plain(entry, what: "A code")) }
            guard codes.count >= 2, codes.count <= 50, Set(codes).count == codes.count else {
                throw value.mistake("A field has 2 to 50 codes, each listed once.")
            }
            return .code(codes)
        }
    }

    private func range(_ table: YAMLTable) throws(StudyFileError) -> (Double, Double) {
        let value = try table.required("range")
        let ends = try value.list()
        guard ends.count == 2 else {
            throw value.mistake("A range has two ends, such as [0, 500].")
        }
        let (least, most) = (try ends[0].number(), try ends[1].number())
        let limit = Double(ClinicalField.largestNumber)
        guard least < most, least >= -limit, most <= limit else {
            throw value.mistake(
                "A range goes up, and lies within -\(ClinicalField.largestNumber) and "
                    + "\(ClinicalField.largestNumber), so that neither a date nor a number of a person "
                    + "fits. Choose another unit.")
        }
        return (least, most)
    }

    /// The arms that show the field; arms with one label show the same, else the field would tell which it is.
    private func shown(_ value: YAMLValue) throws(StudyFileError) -> [ArmID] {
        var shown: [ArmID] = []
        let known = arms.map(\.id.rawValue)
        for entry in try value.list() {
            let name = try entry.text()
            guard arms.isEmpty || known.contains(name) else {
                throw entry.mistake(
                    "There is no arm \(name). The arms are \(known.joined(separator: ", "))."
                        + Suggestion.sentence(for: name, among: known))
            }
            shown.append(ArmID(name))
        }
        for arm in arms where shown.contains(arm.id) {
            guard let twin = arms.first(where: { $0.label == arm.label && !shown.contains($0.id) })
            else { continue }
            throw value.mistake(
                "Arms \(arm.id) and \(twin.id) have the label \(arm.label) and must look equal. Show the "
                    + "field in both, or in neither.")
        }
        return shown
    }

    private func words(_ value: YAMLValue) throws(StudyFileError) -> String {
        let text = try value.text()
        let isPlain = text.unicodeScalars.allSatisfy { $0.properties.generalCategory != .control }
        guard isPlain, !text.isEmpty, text.count <= 40 else {
            throw value.mistake("Labels and units are 1 to 40 characters on one line.")
        }
        return text
    }

    private func demandHarmless(_ id: String, at value: YAMLValue) throws(StudyFileError) {
        let plain = id.lowercased().filter(\.isLetter)
        guard !Self.identifying.contains(where: { plain.contains($0) }) else {
            throw value.mistake(
                "\(id) could tell who somebody is, and is never taken in. Leave it out; give a time as "
                    + "days or weeks since an event.")
        }
    }
}
