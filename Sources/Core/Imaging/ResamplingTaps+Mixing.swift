/// Greys between the two passes, with 7 bits of fraction; 128 is added, since bicubic may fall below 0.
enum MixedGrey {
    /// Bits of fraction.
    static let bits: Int32 = 7
    /// What black is.
    static let black: Int32 = 128 << bits
    /// Bits of fraction of a weight.
    static let weightBits: Int32 = 14
}

extension ResamplingTaps {
    /// Mixes one row of greys into output greys between the passes; black where nothing is shown.
    func mix(_ input: UnsafePointer<UInt8>, into output: UnsafeMutablePointer<UInt16>) {
        let shift = MixedGrey.weightBits - MixedGrey.bits
        let start = MixedGrey.black << shift + 1 << (shift - 1)
        firsts.withUnsafeBufferPointer { firsts in
            weights.withUnsafeBufferPointer { weights in
                if tapCount == 2 {
                    for index in 0..<firsts.count {
                        let pair = input + firsts[index]
                        let sum =
                            weights[2 &* index] &* Int32(pair[0])
                            &+ weights[2 &* index &+ 1] &* Int32(pair[1])
                        output[index] = UInt16(truncatingIfNeeded: (sum &+ start) &>> shift)
                    }
                } else {
                    for index in 0..<firsts.count {
                        let first = input + firsts[index]
                        var sum = start
                        for tap in 0..<tapCount {
                            sum &+= weights[index &* tapCount &+ tap] &* Int32(first[tap])
                        }
                        output[index] = UInt16(truncatingIfNeeded: sum &>> shift)
                    }
                }
            }
        }
    }

    /// Mixes rows of `width` greys between the passes into one row of greys; `rows` begins with input row `first`.
    func mixRows(
        _ rows: UnsafePointer<UInt16>, from first: Int, width: Int, output row: Int,
        sums: UnsafeMutablePointer<Int32>, into output: UnsafeMutablePointer<UInt8>
    ) {
        let shift = MixedGrey.weightBits + MixedGrey.bits
        sums.update(
            repeating: 1 << (shift - 1) - MixedGrey.black << MixedGrey.weightBits, count: width)
        for tap in 0..<tapCount {
            let weight = weights[row * tapCount + tap]
            let source = rows + (firsts[row] + tap - first) * width
            for column in 0..<width { sums[column] &+= weight &* Int32(source[column]) }
        }
        for column in 0..<width {
            output[column] = UInt8(truncatingIfNeeded: min(max(sums[column] &>> shift, 0), 255))
        }
    }
}
