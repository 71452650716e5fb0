import Analysis

/// A report as a reader sees it: headings, paragraphs, tables and figures, before any format.
struct ReportDocument: Hashable, Sendable {
    /// The title.
    let title: String
    /// Why the numbers may still change; `nil` when the data are locked.
    let interim: String?
    /// What the numbers come from: names and values.
    let facts: [Fact]
    /// The sections, in order.
    let sections: [Section]

    /// A name with its value.
    struct Fact: Hashable, Sendable {
        /// The name.
        let name: String
        /// The value.
        let value: String
    }

    /// A part under a heading.
    struct Section: Hashable, Sendable {
        /// The heading.
        let title: String
        /// What stands under it.
        let blocks: [Block]
    }

    /// What stands under a heading.
    enum Block: Hashable, Sendable {
        /// A paragraph.
        case paragraph(String)
        /// A note, a warning or a refusal.
        case remark(Remark)
        /// A table.
        case table(ReportTable)
        /// A figure.
        case figure(Figure)
        /// Small figures beside each other.
        case figures([Figure])
    }

    /// All figures, in order.
    var figures: [Figure] {
        sections.flatMap(\.blocks).flatMap { block -> [Figure] in
            switch block {
            case .figure(let figure): [figure]
            case .figures(let figures): figures
            default: []
            }
        }
    }
}
