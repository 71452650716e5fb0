import Analysis
import Instruments
import ReaderStudies

/// Reads a plan of analysis from its YAML file.
///
///     plan: sij-primary
///     version: 1.0.0
///     referenceArm: T1w
///     findings:
///       - {item: erosion, positive: ["1"], levels: [joint, exam]}
///       - {item: category_reader, categories: [CT-0, CT-1, CT-2, CT-3, CT-4], from: CT-3, ordered: yes}
///       - {item: erosion_max_mm, unit: mm}
public enum AnalysisPlanFile {
    /// The plan that `text` says; messages call it `file`. `instruments` tell which sites make up larger ones,
    /// and what items are where the plan leaves it out.
    ///
    /// - Throws: `StudyFileError` with every mistake that can be told apart, each with its place.
    public static func parse(
        _ text: String, file: String, instruments: [Instrument] = []
    ) throws(StudyFileError) -> AnalysisPlan {
        let whole = try YAMLValue.parse(text, file: file)
        var mistakes = Mistakes()
        let plan = PlanReader(instruments: instruments).plan(whole, &mistakes)
        guard let plan, mistakes.errors.isEmpty else { throw mistakes.error(in: whole) }
        return plan
    }
}

/// Makes a plan from the tables of its file.
private struct PlanReader {
    let instruments: [Instrument]

    private static let keys: Set<String> = [
        "plan", "version", "revision", "level", "prevalence", "referenceArm", "arms",
        "correlation", "moments", "errors", "findings", "lesions", "serial", "subgroups",
        "bootstrap",
    ]

    func plan(_ whole: YAMLValue, _ mistakes: inout Mistakes) -> AnalysisPlan? {
        let table = mistakes.noting { _ throws(StudyFileError) in try whole.table(Self.keys) }
        guard let table else { return nil }
        var plan = AnalysisPlan()
        _ = mistakes.noting { _ throws(StudyFileError) in
            plan.name = try Name.plain(try table.required("plan"), what: "A plan's name")
        }
        _ = mistakes.noting { _ throws(StudyFileError) in
            plan.version = try version(try table.required("version"))
        }
        _ = mistakes.noting { _ throws(StudyFileError) in try methods(table, &plan) }
        _ = mistakes.noting { _ throws(StudyFileError) in try scope(table, &plan) }
        let entries = mistakes.noting { _ throws(StudyFileError) in
            try table["findings"]?.list() ?? []
        }
        for entry in entries ?? [] {
            _ = mistakes.noting { _ throws(StudyFileError) in
                let finding = try FindingReader(instruments: instruments).finding(entry)
                guard !plan.findings.contains(where: { $0.item == finding.item }) else {
                    throw entry.mistake("\(finding.item) is listed twice. Keep one.")
                }
                plan.findings.append(finding)
            }
        }
        if let lesions = table["lesions"] {
            plan.lesions = mistakes.noting { _ throws(StudyFileError) in try self.lesions(lesions) }
        }
        if let serial = table["serial"] {
            plan.serial = mistakes.noting { _ throws(StudyFileError) in try self.serial(serial) }
        }
        return plan
    }

    private func version(_ value: YAMLValue) throws(StudyFileError) -> String {
        let text = try value.text()
        guard SemanticVersion(text) != nil else {
            throw value.mistake("\(text) is no version. Write three numbers, such as 1.0.0.")
        }
        return text
    }

    private func methods(
        _ table: YAMLTable, _ plan: inout AnalysisPlan
    ) throws(StudyFileError) {
        plan.revision = try table["revision"]?.word(AnalysedRevision.self)
        if let level = table["level"] {
            plan.level = try fraction(level, "level", "0.95 for 95 % intervals")
        }
        if let prevalence = table["prevalence"] {
            plan.prevalence = try fraction(prevalence, "prevalence", "0.1 for 10 %")
        }
        plan.correlation =
            try table["correlation"]?.word(AnalysisPlan.WorkingCorrelation.self) ?? .independence
        plan.moments = try table["moments"]?.word(AnalysisPlan.Moments.self) ?? .geepack
        plan.errors = try table["errors"]?.word(AnalysisPlan.Errors.self) ?? .sandwich
        if let bootstrap = try table["bootstrap"]?.table(["draws", "seed"]) {
            plan.bootstrapDraws = try bootstrap["draws"]?.integer(in: 100...1_000_000) ?? 2000
            if let seed = try bootstrap["seed"]?.integer(in: 0...Int.max) {
                plan.bootstrapSeed = UInt64(seed)
            }
        }
    }

    private func scope(_ table: YAMLTable, _ plan: inout AnalysisPlan) throws(StudyFileError) {
        plan.referenceArm = try table["referenceArm"]?.text()
        plan.arms = try table["arms"]?.texts() ?? []
        if let arm = plan.referenceArm, !plan.arms.isEmpty, !plan.arms.contains(arm),
            let value = table["referenceArm"]
        {
            throw value.mistake("\(arm) is none of the arms \(plan.arms.joined(separator: ", ")).")
        }
        plan.subgroups = try table["subgroups"]?.texts() ?? []
    }

    private func fraction(
        _ value: YAMLValue, _ name: String, _ example: String
    ) throws(StudyFileError) -> Double {
        let number = try value.number()
        guard number > 0, number < 1 else {
            throw value.mistake("The \(name) \(number) is not between 0 and 1. Write \(example).")
        }
        return number
    }

    private func lesions(_ value: YAMLValue) throws(StudyFileError) -> LesionPlan {
        let table = try value.table(
            ["mark", "reference", "diameter", "same", "type", "confidence", "distanceMM"])
        var plan = LesionPlan(mark: try table.required("mark").text())
        if let reference = table["reference"] {
            let items = try reference.texts()
            guard items.count == 3 else {
                throw reference.mistake("A place has three items: [x_mm, y_mm, z_mm].")
            }
            plan.reference = items
        }
        plan.diameter = try table["diameter"]?.text()
        plan.sameItems = try table["same"]?.texts() ?? []
        plan.type = try table["type"]?.text()
        plan.confidence = try table["confidence"]?.text()
        if let distance = table["distanceMM"] {
            plan.distanceMM = try distance.number()
            guard plan.distanceMM > 0 else {
                throw distance.mistake("The distance is more than 0 mm.")
            }
        }
        return plan
    }

    private func serial(_ value: YAMLValue) throws(StudyFileError) -> SerialPlan {
        let table = try value.table(["item", "categories", "cut", "endings"])
        let categories = try table.required("categories").texts()
        let cut = try table.required("cut")
        guard let place = categories.firstIndex(of: try cut.text()), place > 0 else {
            throw cut.mistake(
                "The cut is one of \(categories.dropFirst().joined(separator: ", ")).")
        }
        return SerialPlan(
            item: try table.required("item").text(), categories: categories,
            cut: categories[place], endings: try table["endings"]?.texts() ?? [])
    }
}
