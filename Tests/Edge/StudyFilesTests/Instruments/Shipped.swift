import BundledResources
import Foundation
import Instruments
import ReaderStudies
import StudyFiles

/// The instruments that come with the program, and forms of them with answers.
enum Shipped {
    static let library = InstrumentLibrary(folders: [BundledResources.instruments])

    /// A form of the instrument `id`; answers are written `site/item` (or `item`) with a code, a whole
    /// number with `#`, a measured number with `~`, or `NA`.
    static func form(
        _ id: InstrumentID, shows: Set<String> = [], lesions: [SiteID] = [],
        _ answers: [String: String] = [:]
    ) throws -> Form {
        var sheet = AnswerSheet(lesions: lesions)
        for (key, text) in answers { sheet.answers[Self.key(key)] = answer(text) }
        return Form(try library.load(named: id), shows: shows, sheet: sheet)
    }

    /// The key written as `site/item`; the examination's items need no site.
    static func key(_ text: String) -> ItemKey {
        let parts = text.split(separator: "/").map(String.init)
        return parts.count == 1
            ? ItemKey(.exam, ItemID(parts[0])) : ItemKey(SiteID(parts[0]), ItemID(parts[1]))
    }

    /// The answer that `text` stands for.
    static func answer(_ text: String) -> Answer {
        switch text.first {
        case "#": .value(.integer(Int(text.dropFirst()) ?? 0))
        case "~": .value(.number(Double(text.dropFirst()) ?? 0))
        default: text == "NA" ? .notAssessable(.motion) : .value(.code(text))
        }
    }
}

extension Form {
    /// The derived value `item` at `site`, as anyone who may see all sees it.
    func derived(_ item: ItemID, at site: SiteID = .exam) -> DerivedState? {
        derived(for: .analysis).first { $0.key == ItemKey(site, item) }?.state
    }

    /// The sentences said about an item.
    func said(_ severity: Severity, _ key: String) -> [String] {
        remarks(at: Shipped.key(key)).filter { $0.severity == severity }.map(\.sentence)
    }
}

/// The YAML of a shipped instrument, to be changed by a test.
func shippedText(_ name: String) throws -> String {
    let url = BundledResources.instruments.appendingPathComponent("\(name).yaml")
    return try String(contentsOf: url, encoding: .utf8)
}

/// Reads instruments from text.
enum InstrumentText {
    static func instrument(_ text: String) throws(StudyFileError) -> Instrument {
        try InstrumentFile.parse(text, file: "test.yaml")
    }

    /// The sentence of the mistake in `text`.
    static func mistake(in text: String) -> String {
        do {
            _ = try instrument(text)
            return "no mistake"
        } catch { return error.sentence }
    }
}
