import Analysis
import ReaderStudies

/// The reporting lists that fit an analysis, filled with what is known.
struct Checklists {
    /// The analysis.
    let result: AnalysisResult
    /// What the study's own files tell.
    let known: [ReportingFact: String]

    /// Lists that fit: STARD with a reference, GRRAS with agreement, CLAIM where an arm has an aid.
    var lists: [ReportingList] {
        var lists: [ReportingList] = []
        let kinds = Set(result.sections.map(\.kind))
        if !kinds.isDisjoint(with: [.accuracy, .contrast, .roc, .multiReader, .lesionDetection]) {
            lists.append(.stard)
        }
        if !kinds.isDisjoint(with: [.interReader, .intraReader, .measurement]) {
            lists.append(.grras)
        }
        if known[.model] != nil { lists.append(.claim) }
        return lists.isEmpty ? [.stard] : lists
    }

    /// What a study's own files tell better than the data: it stands alone where they tell it.
    private static let planned: Set<ReportingFact> = [
        .identification, .imaging, .instrument, .referenceStandard, .cutoffs, .readerInformation,
        .readers, .ratingProcess,
    ]

    /// Every item of `list` with what is known.
    func entries(of list: ReportingList) -> [ReportingList.Entry] {
        var facts = KnownFacts(result: result).sentences
        for (fact, text) in known where !text.isEmpty {
            let found = Self.planned.contains(fact) ? nil : facts[fact]
            facts[fact] = [text, found].compactMap(\.self).joined(separator: " ")
        }
        return list.filled(with: facts)
    }

    /// The lists as tables.
    var tables: [ReportTable] {
        lists.map { list in
            ReportTable(
                title: "\(list.name), \(list.purpose)",
                columns: [.words("Item"), .words("What to report"), .words("What is known")],
                keys: 3,
                groups: parts(of: list), notes: ["Source: \(list.source)."])
        }
    }

    private func parts(of list: ReportingList) -> [ReportTable.Group] {
        var groups: [(title: String, rows: [[String]])] = []
        for entry in entries(of: list) {
            let row = [entry.item.number, entry.item.topic, entry.text]
            if groups.last?.title == entry.item.part {
                groups[groups.count - 1].rows.append(row)
            } else {
                groups.append((entry.item.part, [row]))
            }
        }
        return groups.map { .init(title: $0.title, rows: $0.rows) }
    }
}
