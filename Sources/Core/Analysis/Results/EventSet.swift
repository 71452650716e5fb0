/// The records behind a number: events of the store, or lines of the file that was analysed.
public struct EventSet: Hashable, Sendable {
    /// The numbers, rising, each once.
    public let numbers: [UInt32]

    /// No record.
    public static let none = EventSet([])

    /// The set of `numbers`, in any order and with repeats.
    public init(_ numbers: some Sequence<UInt32>) {
        var sorted = Array(numbers)
        if !zip(sorted, sorted.dropFirst()).allSatisfy({ $0 < $1 }) {
            sorted.sort()
            var kept = 0
            for number in sorted where kept == 0 || sorted[kept - 1] != number {
                sorted[kept] = number
                kept += 1
            }
            sorted.removeLast(sorted.count - kept)
        }
        self.numbers = sorted
    }

    /// How many records.
    public var count: Int { numbers.count }

    /// The numbers as runs without a gap.
    public var ranges: [ClosedRange<UInt32>] {
        var runs: [ClosedRange<UInt32>] = []
        for number in numbers {
            if let last = runs.last, last.upperBound + 1 == number {
                runs[runs.count - 1] = last.lowerBound...number
            } else {
                runs.append(number...number)
            }
        }
        return runs
    }

    /// The runs as text, such as `12, 14-19`.
    public var text: String {
        var text = ""
        for run in ranges {
            if !text.isEmpty { text += ", " }
            text += String(run.lowerBound)
            if run.count > 1 { text += "-" + String(run.upperBound) }
        }
        return text
    }
}
