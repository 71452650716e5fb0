/// A palette of colours as luminance, 0...255.
///
/// Source: DICOM PS3.3 C.7.6.3.1.5 and C.7.6.3.1.6; weights of ITU-R BT.601.
struct LuminancePalette: Hashable, Sendable {
    /// The index that takes the first entry.
    let firstIndex: Int
    /// Luminance of each entry.
    let greys: [UInt16]

    /// A palette from its three tables, or `nil` if they are empty or unlike.
    init?(firstIndex: Int, bits: Int, red: [UInt16], green: [UInt16], blue: [UInt16]) {
        guard !red.isEmpty, red.count == green.count, red.count == blue.count else { return nil }
        // Entries of 16 bits carry the 8 that are shown in their high byte.
        let divisor = bits > 8 ? 256 : 1
        self.firstIndex = firstIndex
        greys = red.indices.map { entry in
            let sum = 299 * Int(red[entry]) + 587 * Int(green[entry]) + 114 * Int(blue[entry])
            return UInt16((sum / divisor + 500) / 1000)
        }
    }

    /// Replaces indexes (16-bit samples) by luminance; what is outside the table takes its ends.
    func apply(to samples: UnsafeMutableRawBufferPointer) {
        let words = samples.bindMemory(to: UInt16.self)
        for index in words.indices {
            let entry = min(max(Int(words[index]) - firstIndex, 0), greys.count - 1)
            words[index] = greys[entry]
        }
    }
}
