/// Voxels of a series that a reader painted.
public struct PaintedMask: Hashable, Sendable, Codable {
    /// What was painted: `whole` or `part`.
    public let name: String
    /// The slices that were painted on, in order.
    public let slices: [PaintedSlice]

    /// A mask.
    public init(name: String, slices: [PaintedSlice]) {
        self.name = name
        self.slices = slices
    }
}

/// Painted voxels of one slice.
///
/// Coded, the runs are a text (see `RunText`), or the list itself where they overlap; older stores have lists.
public struct PaintedSlice: Hashable, Sendable {
    /// The slice, from 0.
    public let slice: Int
    /// Runs of voxels, row-major from 0: where each begins and how many it has, in turns.
    public let runs: [Int]

    /// A slice.
    public init(slice: Int, runs: [Int]) {
        self.slice = slice
        self.runs = runs
    }
}

extension PaintedSlice: Codable {
    private enum Key: String, CodingKey { case slice, runs }

    /// The slice of a record.
    ///
    /// - Throws: `DecodingError` for a text that is none of runs.
    public init(from decoder: any Decoder) throws {
        let values = try decoder.container(keyedBy: Key.self)
        slice = try values.decode(Int.self, forKey: .slice)
        guard let text = try? values.decode(String.self, forKey: .runs) else {
            runs = try values.decode([Int].self, forKey: .runs)
            return
        }
        guard let runs = RunText.runs(text) else {
            throw DecodingError.dataCorruptedError(
                forKey: .runs, in: values,
                debugDescription: "The painted runs of slice \(slice) are no runs.")
        }
        self.runs = runs
    }

    /// The slice for a record.
    public func encode(to encoder: any Encoder) throws {
        var values = encoder.container(keyedBy: Key.self)
        try values.encode(slice, forKey: .slice)
        if let text = RunText.text(of: runs) {
            try values.encode(text, forKey: .runs)
        } else {
            try values.encode(runs, forKey: .runs)
        }
    }
}

/// Runs of voxels as a short text: the voxels left free before each run and those in it, in turns, each number in digits
/// of five bits, the lowest first; all but its last digit have 32 added. The 64 digits are those of Base64.
enum RunText {
    private static let digits = Array(
        "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/".utf8)
    private static let values = Dictionary(
        uniqueKeysWithValues: digits.enumerated().map { ($0.element, $0.offset) })

    /// The text of runs as in `PaintedSlice`; `nil` where they overlap or have no voxels.
    static func text(of runs: [Int]) -> String? {
        guard runs.count.isMultiple(of: 2) else { return nil }
        var (text, end): ([UInt8], Int) = ([], 0)
        for index in stride(from: 0, to: runs.count, by: 2) {
            let (start, count) = (runs[index], runs[index + 1])
            guard start >= end, count > 0, start <= Int.max - count else { return nil }
            append(start - end, to: &text)
            append(count, to: &text)
            end = start + count
        }
        return String(decoding: text, as: UTF8.self)
    }

    /// The runs of a text; `nil` for any other text.
    static func runs(_ text: String) -> [Int]? {
        var (runs, number, shift, end): ([Int], Int, Int, Int) = ([], 0, 0, 0)
        for digit in text.utf8 {
            guard let value = values[digit], shift < 60 else { return nil }
            number |= (value & 31) << shift
            shift += 5
            guard value < 32 else { continue }
            let (sum, isTooLarge) = end.addingReportingOverflow(number)
            guard !isTooLarge else { return nil }
            runs.append(runs.count.isMultiple(of: 2) ? sum : number)
            (end, number, shift) = (sum, 0, 0)
        }
        return shift == 0 && runs.count.isMultiple(of: 2) ? runs : nil
    }

    private static func append(_ number: Int, to text: inout [UInt8]) {
        var rest = number
        while rest >= 32 {
            text.append(digits[32 + rest % 32])
            rest /= 32
        }
        text.append(digits[rest])
    }
}
