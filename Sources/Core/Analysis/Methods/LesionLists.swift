/// Gathers the lesions of reads and of the reference.
struct LesionLists {
    let table: ReadTable
    let reference: Reference
    let plan: LesionPlan

    /// The lesions of each signed read, by the read's place; a read without lesions has an empty list.
    ///
    /// Lesions without a place are counted in the second value: they cannot be matched.
    func marked() -> (lists: [Int: [MarkedLesion]], withoutPlace: Int) {
        var lists: [Int: [MarkedLesion]] = [:]
        for (place, read) in table.reads.enumerated() where read.isSigned { lists[place] = [] }
        var withoutPlace = 0
        for (read, sites) in answersBySite() where table.reads[read].isSigned {
            for (site, answers) in sites.sorted(by: { $0.key < $1.key }) {
                if let lesion = lesion(table.sites[site], answers, at: plan.markItems) {
                    lists[read, default: []].append(lesion)
                } else {
                    withoutPlace += 1
                }
            }
        }
        return (lists, withoutPlace)
    }

    /// The lesions of each case of which the reference says anything; a case without lesions has an empty list.
    ///
    /// Lesions without a place are counted in the second value: they cannot be found.
    func references() -> (lists: [String: [MarkedLesion]], withoutPlace: Int) {
        var sites: [String: [String: [String: (String, UInt32)]]] = [:]
        for (key, value) in reference.values {
            guard items.contains(key.item), case .value(let text) = value else {
                sites[key.caseID] = sites[key.caseID] ?? [:]
                continue
            }
            sites[key.caseID, default: [:]][key.site, default: [:]][key.item] = (text, 0)
        }
        let lists = sites.mapValues { own in
            own.sorted { $0.key < $1.key }.compactMap {
                lesion($0.key, $0.value, at: plan.referenceItems)
            }
        }
        let found = lists.values.reduce(0) { $0 + $1.count }
        return (lists, sites.values.reduce(0) { $0 + $1.count } - found)
    }

    private var items: Set<String> {
        Set(
            plan.markItems + plan.referenceItems + plan.sameItems
                + [plan.diameter, plan.type, plan.confidence].compactMap(\.self))
    }

    private func answersBySite() -> [Int: [Int: [String: (String, UInt32)]]] {
        let wanted = Set(items.compactMap { table.items.find($0) })
        let marks = Set(plan.markItems.compactMap { table.items.find($0) })
        var places: Set<[Int]> = []
        for answer in table.answers where marks.contains(Int(answer.item)) {
            places.insert([Int(answer.read), Int(answer.site)])
        }
        var found: [Int: [Int: [String: (String, UInt32)]]] = [:]
        for answer in table.answers where wanted.contains(Int(answer.item)) {
            let (read, site) = (Int(answer.read), Int(answer.site))
            guard places.contains([read, site]) else { continue }
            if answer.state == .value {
                found[read, default: [:]][site, default: [:]][table.items[Int(answer.item)]] = (
                    table.values[Int(answer.value)], answer.event
                )
            } else {
                found[read, default: [:]][site, default: [:]] =
                    found[read]?[site] ?? [:]
            }
        }
        return found
    }

    private func lesion(
        _ site: String, _ answers: [String: (String, UInt32)], at items: [String]
    ) -> MarkedLesion? {
        let center = items.compactMap { answers[$0].flatMap { Double($0.0) } }
        guard center.count == 3, center.allSatisfy(\.isFinite) else { return nil }
        func number(_ item: String?) -> Double? {
            item.flatMap { answers[$0]?.0 }.flatMap(Double.init).flatMap { $0.isFinite ? $0 : nil }
        }
        return MarkedLesion(
            center: center, diameter: number(plan.diameter) ?? 0,
            same: plan.sameItems.map { answers[$0]?.0 },
            type: plan.type.flatMap { answers[$0]?.0 }, confidence: number(plan.confidence),
            site: site, record: answers[items[0]]?.1 ?? 0)
    }
}
