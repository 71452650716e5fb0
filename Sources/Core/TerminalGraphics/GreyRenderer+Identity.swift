import Imaging

extension GreyRenderer {
    /// A number that is equal for equal pictures shown in the same way, to tell whether anything must be written.
    ///
    /// The ids of kitty pictures do not count: they change with every picture that is sent.
    public func identity(of image: GreyImage) -> UInt64 {
        var hash = ContentHash()
        switch self {
        case .sixel(let options):
            hash.add(1)
            hash.add(UInt64(SixelRounding.allCases.firstIndex(of: options.rounding) ?? 0))
        case .kitty: hash.add(2)
        case .halfBlocks(let colors):
            hash.add(3)
            hash.add(UInt64(colors.greyCount))
        case .ascii(let ramp): hash.add(ramp.isDarkOnLight ? 5 : 4)
        case .inline: hash.add(6)
        case .quadrants(let colors):
            hash.add(7)
            hash.add(UInt64(colors.greyCount))
        case .sextants(let colors):
            hash.add(8)
            hash.add(UInt64(colors.greyCount))
        case .mono(let shape, let isDarkOnLight):
            hash.add(UInt64(9 + shape.rows * shape.columns))
            hash.add(isDarkOnLight ? 1 : 0)
        }
        hash.add(UInt64(image.width))
        hash.add(UInt64(image.height))
        hash.add(image.pixels)
        return hash.value
    }
}
