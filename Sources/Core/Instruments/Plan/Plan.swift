import ReaderStudies

/// An instrument made ready for evaluation: every question has a slot, every name a number.
final class Plan: Sendable {
    /// Items in the order of the form, then derived values.
    let entries: [Entry]
    /// Number of items among `entries`.
    let itemCount: Int
    /// Indexes of `entries` such that each comes after all it depends on.
    let order: [Int]
    /// Techniques that the instrument asks about, by number.
    let techniques: [String]
    /// Codes by number.
    let codes: [String]
    /// Slots of questions at fixed sites.
    let fixedSlots: [ItemKey: Int]
    /// The entry of each slot at fixed sites.
    let entryOfSlot: [Int]
    /// Entries of items asked of each lesion, by item.
    let lesionEntries: [ItemID: Int]
    /// Slots of one lesion.
    let lesionStride: Int
    /// When one key may answer all open findings with "not assessable".
    let allNotAssessableIf: Program?

    init(
        entries: [Entry], itemCount: Int, order: [Int], table: SymbolTable,
        allNotAssessableIf: Program?
    ) {
        self.entries = entries
        self.itemCount = itemCount
        self.order = order
        techniques = table.techniques
        codes = table.codes
        self.allNotAssessableIf = allNotAssessableIf
        var slots: [ItemKey: Int] = [:]
        var owners: [Int] = []
        var lesionItems: [ItemID: Int] = [:]
        for (index, entry) in entries.enumerated() {
            owners += Array(repeating: index, count: entry.sites.count)
            guard case .item(let item) = entry.role else { continue }
            if entry.placement == .lesions { lesionItems[item.id] = index }
            for (number, site) in entry.sites.enumerated() {
                slots[ItemKey(site.id, item.id)] = entry.base + number
            }
        }
        fixedSlots = slots
        entryOfSlot = owners
        lesionEntries = lesionItems
        lesionStride = entries.count { $0.placement == .lesions }
    }

    /// Number of slots at fixed sites; the lesions' come after.
    var fixedCount: Int { entryOfSlot.count }
}
