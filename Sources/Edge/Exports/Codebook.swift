import Instruments
import ReaderStudies

/// What every column, status, reason, site, item and code of a long table means.
public struct Codebook: Sendable {
    /// The columns of the codebook.
    public static let header = [
        "part", "instrument", "version", "site", "item", "code", "label", "unit", "definition",
    ]

    private let instruments: [Instrument]

    /// The codebook of tables of reads made with `instruments`.
    public init(instruments: [Instrument]) { self.instruments = instruments }

    /// The rows without the header.
    public var rows: [[String]] {
        CodebookColumns.rows + instruments.flatMap { InstrumentCodes(instrument: $0).rows }
    }

    /// The codebook as CSV with its header.
    public var csv: String { CSVText.line(Self.header) + CSVText.text(rows) }
}

/// The rows of one instrument.
private struct InstrumentCodes {
    let instrument: Instrument

    var rows: [[String]] {
        [row("instrument", label: instrument.title)] + sites + parameters
            + instrument.items.flatMap(rows) + derived
    }

    private var sites: [[String]] {
        let fixed = instrument.siteSets.flatMap { set in
            set.sites.map {
                row("site", site: $0.id.rawValue, label: $0.label, definition: set.label)
            }
        }
        let lesions = instrument.lesions.map { list in
            row(
                "site", site: "\(list.prefix)1, \(list.prefix)2 ...", label: list.label,
                definition:
                    "Numbered in the order of marking; a withdrawn number is not used again.")
        }
        return [row("site", site: "exam", label: "the whole examination")] + fixed
            + [lesions].compactMap(\.self)
    }

    private var parameters: [[String]] {
        instrument.parameters.map { parameter in
            row(
                "parameter", item: parameter.id, code: text(parameter.value), label: parameter.label
            )
        }
    }

    private var derived: [[String]] {
        instrument.derived.map {
            row(
                "derived", site: place($0.placement), item: $0.id.rawValue, label: $0.label,
                definition: "Computed from the answers. \($0.help)")
        }
    }

    private func rows(of item: Item) -> [[String]] {
        let site = place(item.placement)
        if item.kind == .mark {
            return MarkPart.allCases.map { part in
                row(
                    "item", site: site, item: part.item(of: item.id).rawValue,
                    label: "\(item.label) (\(part.rawValue))", unit: part.unit,
                    definition: "\(part.definition) \(item.help)")
            }
        }
        let codes = item.kind.choices.map {
            row("code", site: site, item: item.id.rawValue, code: $0.code, label: $0.label)
        }
        let head = row(
            "item", site: site, item: item.id.rawValue, label: item.label, unit: item.unit,
            definition: item.help)
        return [head] + codes
    }

    private func place(_ placement: Placement) -> String {
        switch placement {
        case .exam: "exam"
        case .sites(let id):
            instrument.siteSet(id)?.sites.map(\.id.rawValue).joined(separator: " ") ?? id
        case .lesions: instrument.lesions.map { "\($0.prefix)1 ..." } ?? ""
        }
    }

    private func text(_ value: Parameter.Value) -> String {
        switch value {
        case .number(let number): NumberText.shortest(number)
        case .truth(let truth): truth ? "yes" : "no"
        case .code(let code, among: _): code
        }
    }

    private func row(
        _ part: String, site: String = "", item: String = "", code: String = "",
        label: String = "", unit: String = "", definition: String = ""
    ) -> [String] {
        let words = definition.split(whereSeparator: \.isWhitespace).joined(separator: " ")
        return [
            part, instrument.id.rawValue, instrument.version.description, site, item, code,
            CSVText.harmless(label), unit, CSVText.harmless(words),
        ]
    }
}
