/// The two greys that stand for the pixels of one cell with the least squared error.
struct TwoGreys: Hashable {
    /// The mean of the darker pixels, rounded.
    let dark: UInt8
    /// The mean of the brighter pixels, rounded; equal to `dark` when all pixels are equal.
    let bright: UInt8
    /// Bit by bit whether a pixel is one of the brighter.
    let mask: Int

    /// The best division of `pixels`, 1 or more; of several that are equally good the one with fewest dark pixels.
    init(_ pixels: [UInt8]) {
        let sorted = pixels.sorted()
        let total = sorted.reduce(0) { $0 + Int($1) }
        var (best, count, darkSum) = (0.0, 0, 0)
        var sum = 0
        for (index, pixel) in sorted.enumerated().dropLast() {
            sum += Int(pixel)
            let (below, above) = (index + 1, sorted.count - index - 1)
            let distance = Double(sum) / Double(below) - Double(total - sum) / Double(above)
            // The squared error falls by this much; equal pixels are never divided.
            let gain = distance * distance * Double(below * above)
            if gain > best, pixel < sorted[index + 1] {
                (best, count, darkSum) = (gain, below, sum)
            }
        }
        bright = Self.mean(total - darkSum, sorted.count - count)
        dark = count == 0 ? bright : Self.mean(darkSum, count)
        let least = sorted[count]
        mask = pixels.enumerated().reduce(0) { $1.element >= least ? $0 | 1 << $1.offset : $0 }
    }

    private static func mean(_ sum: Int, _ count: Int) -> UInt8 {
        UInt8((sum * 2 + count) / (count * 2))
    }
}
