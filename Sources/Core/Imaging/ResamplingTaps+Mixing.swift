extension ResamplingTaps {
    /// Mixes one row of greys into output greys with 8 bits of fraction; 0 where nothing is shown.
    func mix(_ input: UnsafePointer<UInt8>, into output: UnsafeMutablePointer<UInt16>) {
        firsts.withUnsafeBufferPointer { firsts in
            weights.withUnsafeBufferPointer { weights in
                if tapCount == 2 {
                    for index in 0..<firsts.count {
                        let pair = input + firsts[index]
                        let sum =
                            weights[2 &* index] &* Int32(pair[0])
                            &+ weights[2 &* index &+ 1] &* Int32(pair[1])
                        output[index] = UInt16(truncatingIfNeeded: (sum &+ 32) >> 6)
                    }
                } else {
                    for index in 0..<firsts.count {
                        let first = input + firsts[index]
                        var sum: Int32 = 32
                        for tap in 0..<tapCount {
                            sum &+= weights[index &* tapCount &+ tap] &* Int32(first[tap])
                        }
                        output[index] = UInt16(truncatingIfNeeded: sum >> 6)
                    }
                }
            }
        }
    }

    /// Mixes rows of `width` greys with 8 bits of fraction into one row of greys; `rows` begins with input row `first`.
    func mixRows(
        _ rows: UnsafePointer<UInt16>, from first: Int, width: Int, output row: Int,
        sums: UnsafeMutablePointer<UInt32>, into output: UnsafeMutablePointer<UInt8>
    ) {
        // 14 bits of weight and 8 of fraction, rounded.
        sums.update(repeating: 1 << 21, count: width)
        for tap in 0..<tapCount {
            let weight = UInt32(bitPattern: weights[row * tapCount + tap])
            let source = rows + (firsts[row] + tap - first) * width
            for column in 0..<width { sums[column] &+= weight &* UInt32(source[column]) }
        }
        for column in 0..<width {
            output[column] = UInt8(truncatingIfNeeded: sums[column] >> 22)
        }
    }
}
