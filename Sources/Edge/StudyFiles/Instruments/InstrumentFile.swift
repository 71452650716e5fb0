import Foundation
import Instruments
import ReaderStudies

/// Reads an instrument from its YAML file.
public enum InstrumentFile {
    /// The instrument in the file at `url`.
    ///
    /// - Throws: `StudyFileError` with file, line and column of the first mistake.
    public static func load(_ url: URL) throws(StudyFileError) -> Instrument {
        try instrument(try YAMLValue.load(url))
    }

    /// The instrument that `text` says, with the parameters that a study fixes; messages call it `file`.
    public static func parse(
        _ text: String, file: String, settings: [InstrumentSetting] = []
    ) throws(StudyFileError) -> Instrument {
        let value = try YAMLValue.parse(text, file: file)
        let instrument = try instrument(value)
        do { return try instrument.with(settings) } catch { throw value.mistake(error.sentence) }
    }

    private static let keys: Set<String> = [
        "id", "version", "title", "sources", "review", "arms", "reference", "sample", "sites",
        "lesions",
        "parameters", "items", "derived", "aggregation", "agreement", "allNotAssessableIf",
        "windows", "examples",
    ]

    private static func instrument(_ value: YAMLValue) throws(StudyFileError) -> Instrument {
        let table = try value.table(keys)
        var places = Places(whole: value)
        let head = try Head(table)
        let sites = try SiteReader.sets(table["sites"], &places)
        let lesions = try SiteReader.list(table["lesions"], &places)
        let parameters = try ParameterReader.parameters(table["parameters"], &places)
        let items = try ItemReader.items(try table.required("items"), lesions, &places)
        let derived = try DerivedReader.values(table["derived"], lesions, &places)
        let aggregations = try AggregationReader.rules(table["aggregation"], &places)
        let agreement = try AgreementReader(table["agreement"], &places)
        let allNotAssessableIf = try table["allNotAssessableIf"]?.text()
        let windows = try table["windows"]?.texts() ?? []
        let examples = try table["examples"]?.word(ExampleGallery.self)
        places.note(["allNotAssessableIf"], table["allNotAssessableIf"])
        do {
            return try Instrument(
                id: head.id, version: head.version, title: head.title, sources: head.sources,
                review: head.review, arms: head.arms, referenceRule: head.referenceRule,
                sample: head.sample,
                siteSets: sites, lesions: lesions, parameters: parameters, items: items,
                derived: derived, aggregations: aggregations, agreementRules: agreement.rules,
                lesionMatching: agreement.matching, allNotAssessableIf: allNotAssessableIf,
                windows: windows, examples: examples)
        } catch {
            throw places.located(error)
        }
    }
}

/// Where each part of an instrument stands in the file, by the path that the instrument's errors use.
struct Places {
    private let whole: YAMLValue
    private var values: [[String]: YAMLValue] = [:]

    init(whole: YAMLValue) { self.whole = whole }

    /// Remembers the place of a part.
    mutating func note(_ path: [String], _ value: YAMLValue?) {
        if let value { values[path] = value }
    }

    /// The instrument's error at its place in the file: the nearest part that was noted.
    func located(_ error: InstrumentError) -> StudyFileError {
        guard case .definition(let path, let inside, let sentence) = error else {
            return whole.mistake(error.sentence)
        }
        var part = path
        while !part.isEmpty, values[part] == nil { part.removeLast() }
        let value = values[part] ?? whole
        guard let inside, part == path else { return value.mistake(sentence) }
        return .mistake(file: value.file, value.position(inside: inside), sentence)
    }
}

/// The part of the file that describes the instrument itself.
private struct Head {
    let id: InstrumentID
    let version: SemanticVersion
    let title: String
    let sources: [String]
    let review: [String]
    let arms: [ArmAdvice]
    let referenceRule: String
    let sample: String

    init(_ table: YAMLTable) throws(StudyFileError) {
        id = InstrumentID(try Self.name(try table.required("id")))
        let versionText = try table.required("version")
        guard let version = SemanticVersion(try versionText.text()) else {
            throw versionText.mistake("A version is major.minor.patch, such as 1.0.0.")
        }
        self.version = version
        title = try table.required("title").text()
        sources = try table["sources"]?.texts() ?? []
        review = try table["review"]?.texts() ?? []
        referenceRule = try table["reference"]?.text() ?? ""
        sample = try table["sample"]?.text() ?? ""
        arms = try Self.arms(table["arms"])
    }

    private static func name(_ value: YAMLValue) throws(StudyFileError) -> String {
        let name = try value.text()
        let isPlain = name.utf8.allSatisfy {
            (97...122).contains($0) || (48...57).contains($0) || $0 == 45
        }
        guard isPlain else {
            throw value.mistake(
                "An instrument's id has small letters, digits and hyphens, such as sij-structural.")
        }
        return name
    }

    private static func arms(_ value: YAMLValue?) throws(StudyFileError) -> [ArmAdvice] {
        guard let value else { return [] }
        var arms: [ArmAdvice] = []
        for (name, part) in try value.named() {
            let table = try part.table(["shows", "window", "mayBeShown", "hidden"])
            arms.append(
                ArmAdvice(
                    id: name, shows: try table["shows"]?.texts() ?? [],
                    window: try table["window"]?.text() ?? "auto",
                    mayBeShown: try table["mayBeShown"]?.text() ?? "",
                    hidden: try table["hidden"]?.text() ?? ""))
        }
        return arms
    }
}
