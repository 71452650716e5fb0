/// A published list of what a paper must report.
public struct ReportingList: Hashable, Sendable {
    /// One item of a list.
    public struct Item: Hashable, Sendable {
        /// The published number, such as `10a`.
        public let number: String
        /// The part of the paper it belongs to.
        public let part: String
        /// What to report, in our words.
        public let topic: String
        /// Facts that answer it; empty where only an author can.
        public let facts: [ReportingFact]

        init(_ number: String, _ part: String, _ topic: String, _ facts: ReportingFact...) {
            (self.number, self.part, self.topic, self.facts) = (number, part, topic, facts)
        }
    }

    /// One item with what is known of it.
    public struct Entry: Hashable, Sendable {
        /// The item.
        public let item: Item
        /// What is known, as sentences; `nil` where nothing is.
        public let statement: String?

        /// The statement, or "not stated".
        public var text: String { statement ?? "not stated" }
    }

    /// The short name, such as `STARD 2015`.
    public let name: String
    /// What it is for.
    public let purpose: String
    /// The publication.
    public let source: String
    /// Its items in the published order.
    public let items: [Item]

    /// Every item with what `known` tells of it, in order.
    ///
    /// Where several facts answer an item, their sentences follow each other.
    public func filled(with known: [ReportingFact: String]) -> [Entry] {
        items.map { item in
            let sentences = item.facts.compactMap { known[$0] }.filter { !$0.isEmpty }
            return Entry(
                item: item, statement: sentences.isEmpty ? nil : sentences.joined(separator: " "))
        }
    }

    /// All lists.
    public static let all: [ReportingList] = [.stard, .grras, .claim]
}
