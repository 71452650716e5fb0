import ReaderStudies

extension Instrument {
    /// What would make a sound form easier to read with, one sentence each.
    public var advice: [String] {
        var advice: [String] = []
        if sources.isEmpty {
            advice.append("It cites no sources. Say where its wording comes from.")
        }
        if review.isEmpty { advice.append("Nothing is named for a radiologist to review.") }
        if arms.isEmpty { advice.append("It names no arm. Say in which arms it is used.") }
        if items.allSatisfy({ $0.requirement == .optional }) {
            advice.append("No item is required, so an empty read can be signed.")
        }
        for item in items { advice += Self.advice(on: item) }
        return advice
    }

    private static func advice(on item: Item) -> [String] {
        guard case .codes(let choices) = item.kind else { return [] }
        let keys = choices.compactMap(\.key)
        if keys.contains("n") {
            return ["\(item.id): the key n is that of \"not assessable\". Choose another."]
        }
        return keys.isEmpty
            ? ["\(item.id): no key chooses a grade. Give one to each in keys:."] : []
    }
}
