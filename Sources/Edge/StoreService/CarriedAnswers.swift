import Instruments
import Persistence
import ReaderStudies

/// The answers of a step of a read, as the entries with which the next step begins.
struct CarriedAnswers {
    private let before: StoredRead

    /// The answers of the signed read `before`.
    init(_ before: StoredRead) { self.before = before }

    /// Enters what the next step asks too; returns the entries in the order in which they are valid.
    func enter(_ opened: inout OpenCase) -> [ReadEntry] {
        var entries = lesions
        for entry in entries { opened.sheet.apply(entry) }
        var left = before.sheet.answers.keys.sorted()
        var entered = true
        // A question may be asked only after another is answered: again until nothing more fits.
        while entered {
            entered = false
            for key in left {
                guard let answer = before.sheet.answers[key] else { continue }
                guard let entry = entry(key, answer, in: opened) else { continue }
                opened.sheet.apply(entry)
                entries.append(entry)
                left.removeAll { $0 == key }
                entered = true
            }
        }
        return entries
    }

    /// The answer with what was measured for it, or without where the step does not show that series.
    private func entry(_ key: ItemKey, _ answer: Answer, in opened: OpenCase) -> ReadEntry? {
        [before.sheet.measurements[key], nil].lazy
            .map { ReadEntry.answer(key, answer, measured: $0) }
            .first { (try? EntryCheck(open: opened).check($0)) != nil }
    }

    /// The list with the same numbers: those that were withdrawn are added and withdrawn again.
    private var lesions: [ReadEntry] {
        guard let prefix = before.sheet.lesions.first?.rawValue.prefix(while: { !$0.isNumber })
        else { return [] }
        return (1..<before.nextLesion).flatMap { number -> [ReadEntry] in
            let site = SiteID("\(prefix)\(number)")
            let isKept = before.sheet.lesions.contains(site)
            return isKept ? [.addLesion(site)] : [.addLesion(site), .withdrawLesion(site)]
        }
    }
}
