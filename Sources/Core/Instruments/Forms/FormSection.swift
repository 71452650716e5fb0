import ReaderStudies

/// A part of the form as the screen draws it: an item over its sites, one question, or one lesion.
public struct FormSection: Sendable {
    /// The heading: the item's label, or the lesion's name.
    public let title: String
    /// How it is drawn.
    public let layout: ItemLayout
    /// The item, or `nil` for a lesion.
    public let item: ItemID?
    /// The lesion, or `nil` for an item.
    public let lesion: SiteID?
    /// The sites with their rows and columns, for a grid; else `nil`.
    public let siteSet: SiteSet?
    /// The questions, in reading order; for a grid one a site, in the order of the set.
    public let questions: [Question]

    /// Number of questions asked now.
    public var askedCount: Int { questions.count(where: \.isAsked) }

    /// Number of asked questions with an answer: the 4 of "4 of 8".
    public var answeredCount: Int {
        questions.count { $0.isAsked && $0.state != .missing }
    }
}

extension Form {
    /// The parts of the form in reading order, also those that a rule skips now.
    public var sections: [FormSection] {
        var sections: [FormSection] = []
        var rest = questions[...]
        while let first = rest.first {
            let isLesion = first.item.placement == .lesions
            let part = rest.prefix {
                $0.item.placement == first.item.placement
                    && (isLesion ? $0.key.site == first.key.site : $0.key.item == first.key.item)
            }
            sections.append(section(Array(part), first: first, isLesion: isLesion))
            rest = rest.dropFirst(part.count)
        }
        return sections
    }

    private func section(
        _ questions: [Question], first: Question, isLesion: Bool
    ) -> FormSection {
        guard !isLesion else {
            return FormSection(
                title: first.siteLabel, layout: .list, item: nil, lesion: first.key.site,
                siteSet: nil, questions: questions)
        }
        var siteSet: SiteSet?
        if case .sites(let id) = first.item.placement { siteSet = instrument.siteSet(id) }
        return FormSection(
            title: first.item.label, layout: first.item.layout, item: first.item.id, lesion: nil,
            siteSet: siteSet, questions: questions)
    }
}
