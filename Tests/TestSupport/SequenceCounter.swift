import Glibc

/// Counts a sequence in bytes that come in pieces, as fast as the C library finds it.
public struct SequenceCounter {
    private let sequence: [UInt8]
    private var tail: [UInt8] = []

    /// Counts `text`, whose first character does not come again in it.
    public init(_ text: String) { sequence = Array(text.utf8) }

    /// How often the sequence ends in these bytes.
    public mutating func count(in bytes: some Sequence<UInt8>) -> Int {
        let all = tail + Array(bytes)
        tail = Array(all.suffix(sequence.count - 1))
        return all.withUnsafeBytes { all in
            var (count, at) = (0, 0)
            while at < all.count, let base = all.baseAddress,
                let found = memchr(base + at, Int32(sequence[0]), all.count - at)
            {
                at = UnsafeRawPointer(found) - base
                let isHere =
                    all.count - at >= sequence.count
                    && memcmp(base + at, sequence, sequence.count) == 0
                count += isHere ? 1 : 0
                at += isHere ? sequence.count : 1
            }
            return count
        }
    }
}
