import Instruments
import ReaderStudies
import TerminalUI

/// The parts of a study file that may be left out.
struct Rest {
    var adjudicator: ReaderID?
    var reference: ReferencePlan?
    var display = DisplayFloor()
    var revision = AnalysedRevision.firstSigned
    var calendar: StudyCalendar?
    var statements: [ProtocolStatement]?
    var sitting: SittingRules?
    var clinical: [ClinicalField]?
    var practice: Bool?

    init(_ table: YAMLTable, arms: [Arm], readers: [ReaderID], _ mistakes: inout Mistakes) {
        if let value = table["adjudicator"] {
            adjudicator = mistakes.noting { _ throws(StudyFileError) in
                try Self.adjudicator(value, readers)
            }
        }
        if let value = table["reference"] {
            reference = mistakes.noting { _ throws(StudyFileError) in
                try Self.reference(value, arms)
            }
        }
        if let value = table["display"] {
            display =
                mistakes.noting { _ throws(StudyFileError) in try Self.display(value) } ?? display
        }
        if let value = table["analysis"] {
            revision =
                mistakes.noting { _ throws(StudyFileError) in
                    try value.table(["revision"]).required("revision").word(AnalysedRevision.self)
                } ?? revision
        }
        if let value = table["calendar"] {
            calendar = mistakes.noting { _ throws(StudyFileError) in
                try CalendarReader.calendar(value)
            }
        }
        if let value = table["protocol"] {
            statements = mistakes.noting { _ throws(StudyFileError) in
                try Self.statements(value)
            }
        }
        if let value = table["sessions"] {
            sitting = mistakes.noting { _ throws(StudyFileError) in try Self.sitting(value) }
        }
        if let value = table["practice"] {
            let isPractice = mistakes.noting { _ throws(StudyFileError) in try value.truth() }
            practice = isPractice == true ? true : nil
        }
        if let value = table["reveal"] {
            clinical = ClinicalReader(arms: arms).fields(value, &mistakes)
        }
    }

    private static func adjudicator(
        _ value: YAMLValue, _ readers: [ReaderID]
    ) throws(StudyFileError) -> ReaderID {
        let id = ReaderID(try Name.plain(value, what: "An adjudicator's name"))
        guard !readers.contains(id) else {
            throw value.mistake(
                "\(id) is a reader of the study and cannot decide between readers. Name another "
                    + "person.")
        }
        return id
    }

    private static func reference(
        _ value: YAMLValue, _ arms: [Arm]
    ) throws(StudyFileError) -> ReferencePlan {
        let table = try value.table(["arm", "rule"])
        let rule = try table.required("rule").word(ReferenceRule.self)
        guard let arm = table["arm"] else { return ReferencePlan(rule: rule) }
        let name = try arm.text()
        let known = arms.map(\.id.rawValue)
        guard arms.isEmpty || known.contains(name) else {
            throw arm.mistake(
                "There is no arm \(name). The arms are \(known.joined(separator: ", "))."
                    + Suggestion.sentence(for: name, among: known))
        }
        return ReferencePlan(arm: ArmID(name), rule: rule)
    }

    private static func display(_ value: YAMLValue) throws(StudyFileError) -> DisplayFloor {
        let table = try value.table(
            [
                "minimumGreys", "minimumScale", "everySlice", "resampling", "seenPercent",
                "renderers",
            ])
        var floor = DisplayFloor()
        if let greys = table["minimumGreys"] { floor.minimumGreys = try greys.integer(in: 0...256) }
        if let scale = table["minimumScale"] {
            floor.minimumScale = try scale.number()
            guard (0...16).contains(floor.minimumScale) else {
                throw scale.mistake("minimumScale lies outside 0 to 16 screen pixels.")
            }
        }
        floor.everySlice = try table["everySlice"]?.truth() ?? false
        floor.resampling = try table["resampling"]?.word(PictureResampling.self)
        floor.seenPercent = try table["seenPercent"]?.integer(in: 1...100)
        if let names = table["renderers"] { floor.renderers = try renderers(names) }
        return floor
    }

    private static func statements(
        _ value: YAMLValue
    ) throws(StudyFileError) -> [ProtocolStatement] {
        let table = try value.table(Set(ReportingFact.allCases.map(\.rawValue)))
        var statements: [ProtocolStatement] = []
        for topic in ReportingFact.allCases {
            guard let text = try table[topic.rawValue]?.text() else { continue }
            statements.append(ProtocolStatement(topic: topic, text: text))
        }
        return statements
    }

    private static func renderers(_ value: YAMLValue) throws(StudyFileError) -> [String] {
        var names: [String] = []
        for entry in try value.list() { names.append(try entry.word(GraphicsMode.self).rawValue) }
        guard !names.isEmpty else { throw value.mistake("Name at least one, or leave it out.") }
        return names
    }

    private static func sitting(_ value: YAMLValue) throws(StudyFileError) -> SittingRules {
        let table = try value.table(["minutes", "breakMinutes"])
        return SittingRules(
            minutes: try table.required("minutes").integer(in: 5...480),
            breakMinutes: try table.required("breakMinutes").integer(in: 1...1440))
    }
}
