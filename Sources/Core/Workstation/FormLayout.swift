import Instruments
import ReaderStudies
import TerminalUI

/// A question that can have the focus, with the cells of its answer.
struct FormField: Hashable {
    /// The question.
    let key: ItemKey
    /// Row in the form, from 0.
    let row: Int
    /// First cell of the answer.
    let column: Int
    /// Cells of the answer.
    let width: Int
    /// Where the answer stands in them.
    let align: TextAlignment

    /// The middle of the answer, for going up and down.
    var middle: Int { column + width / 2 }
}

/// Text of a form that never has the focus: headings, names of sites, units.
struct FormText: Hashable {
    let text: String
    let row: Int
    let column: Int
    let width: Int
    var align = TextAlignment.leading
    var role = Role.dim
    var bold = false
}

/// A drawing of percentages beside each other, filled from below.
struct FormGauge: Hashable {
    let keys: [ItemKey]
    let titles: [String]
    let row: Int
}

/// The form as lines: what stands where, and which answers can have the focus.
///
/// Update and view use the same layout, so that arrows go where the eye sees.
struct FormLayout {
    /// Columns.
    let width: Int
    /// Answers in reading order.
    private(set) var fields: [FormField] = []
    /// Headings and names.
    private(set) var texts: [FormText] = []
    /// Filled outlines.
    private(set) var gauges: [FormGauge] = []
    /// Rows so far.
    private(set) var height = 0

    private let reading: ReadingState
    private let addKey: String
    private var lastGrid: SiteGrid?
    private let isRoomy: Bool

    /// The form of `reading` in `width` columns; `rows` say whether there is room for drawings,
    /// `addKey` adds a lesion.
    init(_ reading: ReadingState, width: Int, rows: Int, addKey: String) {
        self.reading = reading
        self.addKey = addKey
        self.width = width
        isRoomy = rows >= 26
        addClinical()
        let sections = reading.form.sections
        for (index, section) in sections.enumerated() where section.askedCount > 0 {
            let next = sections.dropFirst(index + 1).first { $0.askedCount > 0 }
            add(section, isFollowedByScalar: next?.layout == .scalar)
        }
        addEmptyLesionList()
        addDerived()
    }

    /// The field of a question.
    func field(_ key: ItemKey?) -> FormField? { fields.first { $0.key == key } }

    /// The first row to show, so that the question in focus is among `rows` rows.
    func firstRow(focus: ItemKey?, rows: Int) -> Int {
        guard height > rows, let field = field(focus) else { return 0 }
        return min(max(0, field.row - rows * 2 / 3), height - rows)
    }

    /// What the study reveals of the case, above the questions.
    private mutating func addClinical() {
        guard let facts = reading.blindedCase.clinical, !facts.isEmpty else { return }
        for fact in facts {
            let room = max(0, width - fact.text.count - 3)
            texts.append(FormText(text: fact.label, row: height, column: 1, width: room))
            texts.append(
                FormText(
                    text: fact.text, row: height, column: 1, width: width - 2, align: .trailing,
                    role: .text))
            height += 1
        }
        height += 1
    }

    private mutating func add(_ section: FormSection, isFollowedByScalar: Bool) {
        if section.lesion != nil {
            addLesion(section)
        } else if section.layout == .grid, let set = section.siteSet {
            isRoomy && section.isPercentPair
                ? addGauge(section, set) : addGrid(section, set.grid, set.sites)
        } else if section.questions.count == 1 {
            addLine(section.questions[0], label: section.questions[0].label, indent: 0)
            if !isFollowedByScalar { height += 1 }
        } else {
            addList(section)
        }
    }

    private mutating func addHeading(_ section: FormSection) {
        let count = "\(section.answeredCount) of \(section.askedCount)"
        let room = max(7, count.count)
        texts.append(
            FormText(
                text: section.title, row: height, column: 1, width: width - room - 2, role: .text,
                bold: true))
        texts.append(
            FormText(
                text: count, row: height, column: width - room - 1, width: room, align: .trailing)
        )
        height += 1
    }

    private mutating func addGrid(_ section: FormSection, _ grid: SiteGrid, _ sites: [Site]) {
        addHeading(section)
        let columns = GridColumns(grid, width: width)
        if lastGrid?.columns != grid.columns || lastGrid?.sides != grid.sides {
            addGridHeads(grid, columns)
        }
        lastGrid = grid
        for (row, title) in grid.rows.enumerated() {
            texts.append(FormText(text: title, row: height + row, column: 1, width: columns.head))
        }
        for (site, question) in zip(sites, section.questions) where question.isAsked {
            let place = columns.cells[site.column]
            fields.append(
                FormField(
                    key: question.key, row: height + site.row, column: place.lowerBound,
                    width: place.count, align: .center))
        }
        height += grid.rows.count + 1
    }

    private mutating func addGridHeads(_ grid: SiteGrid, _ columns: GridColumns) {
        for side in columns.sides {
            texts.append(
                FormText(
                    text: side.title, row: height, column: side.cells.lowerBound,
                    width: side.cells.count, align: .center, role: .text))
        }
        if !columns.sides.isEmpty { height += 1 }
        guard grid.columns != grid.sides, grid.columns.contains(where: { !$0.isEmpty }) else {
            return
        }
        for (title, cells) in zip(grid.columns, columns.cells) {
            texts.append(
                FormText(
                    text: title, row: height, column: cells.lowerBound, width: cells.count,
                    align: .center))
        }
        height += 1
    }

    private mutating func addGauge(_ section: FormSection, _ set: SiteSet) {
        addHeading(section)
        gauges.append(
            FormGauge(
                keys: section.questions.map(\.key), titles: set.grid.columns, row: height))
        height += FormGaugeShape.rows + 2
        let columns = GridColumns(set.grid, width: width)
        for (site, question) in zip(set.sites, section.questions) where question.isAsked {
            let place = columns.cells[site.column]
            fields.append(
                FormField(
                    key: question.key, row: height, column: place.lowerBound, width: place.count,
                    align: .center))
        }
        height += 2
    }

    private mutating func addList(_ section: FormSection) {
        addHeading(section)
        for question in section.questions where question.isAsked {
            addLine(question, label: question.siteLabel, indent: 1)
        }
        height += 1
    }

    private mutating func addLine(_ question: Question, label: String, indent: Int) {
        // Digits to choose from are a courtesy: the name of the question comes first.
        let room = width - label.count - indent - 3
        let answer = AnswerText.text(of: question, width: room).text.count
        let answerWidth = min(max(answer, 3), width * 3 / 5)
        let name = width - answerWidth - indent - 3
        texts.append(
            FormText(
                text: label, row: height, column: 1 + indent, width: name,
                role: indent == 0 ? .text : .dim))
        fields.append(
            FormField(
                key: question.key, row: height, column: width - answerWidth - 1,
                width: answerWidth, align: .trailing))
        height += 1
    }

    /// A lesion in focus shows its questions; the others are one line that opens when the focus comes.
    private mutating func addLesion(_ section: FormSection) {
        guard let lesion = section.lesion, let first = section.questions.first(where: \.isAsked)
        else { return }
        let isOpen = reading.question?.site == lesion
        let words = LesionWords(section)
        texts.append(
            FormText(
                text: isOpen ? words.title : words.summary, row: height,
                column: words.title.count + 2 - words.title.count, width: width - 6,
                role: .text, bold: isOpen))
        texts.append(
            FormText(
                text: words.progress, row: height, column: width - 6, width: 5, align: .trailing,
                role: words.isComplete ? .dim : .attention))
        if isOpen {
            height += 1
            for question in section.questions where question.isAsked {
                addLine(question, label: question.item.label, indent: 1)
            }
        } else {
            fields.append(
                FormField(key: first.key, row: height, column: 1, width: 1, align: .leading))
            height += 1
        }
    }

    private mutating func addEmptyLesionList() {
        guard let list = reading.instrument.lesions, reading.answers.sheet.lesions.isEmpty else {
            return
        }
        texts.append(
            FormText(
                text: "no \(list.label) yet: \(addKey) adds one", row: height, column: 1,
                width: width - 2))
        height += 2
    }

    /// Whether a value belongs to the examination, or to the lesion in focus.
    private func isNear(_ site: SiteID) -> Bool {
        !reading.answers.sheet.lesions.contains(site) || site == reading.question?.site
    }

    /// Derived values that the reader may see before signing.
    private mutating func addDerived() {
        for result in reading.form.derived(for: reading.audience) where isNear(result.key.site) {
            guard let text = AnswerText.text(of: result.state) else { continue }
            // The last line of a long name shares its row with the value.
            let names = TextFitting.wrap(result.label, width: width - text.count - 3)
            for (line, name) in names.enumerated() {
                texts.append(
                    FormText(text: name, row: height + line, column: 1, width: width - 2))
            }
            height += max(0, names.count - 1)
            texts.append(
                FormText(
                    text: text, row: height, column: 1, width: width - 2, align: .trailing,
                    role: .text))
            height += 1
        }
    }
}

extension FormSection {
    /// Whether the section asks one percentage on each of two sides: the two lungs.
    var isPercentPair: Bool {
        questions.count == 2 && siteSet?.grid.columns.count == 2
            && questions.allSatisfy { $0.isAsked && $0.item.kind == .percentage }
    }
}
