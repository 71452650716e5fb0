import Imaging

/// Characters in order of their ink, for terminals that have nothing better.
///
/// The order was measured in four fonts of four sizes each and holds in all of them.
public struct InkRamp: Hashable, Sendable {
    /// Whether dark characters stand on a light ground, so that little ink is bright.
    public let isDarkOnLight: Bool

    /// A ramp for bright characters on a dark ground, or the reverse.
    public init(isDarkOnLight: Bool = false) { self.isDarkOnLight = isDarkOnLight }

    /// The characters from black to white.
    public var characters: [Character] {
        let byInk = Array(" .;/?{eqRB")
        return isDarkOnLight ? byInk.reversed() : byInk
    }

    /// How many greys can be told apart.
    public var greyCount: Int { characters.count }

    /// The level that is meant for each grey 0...255.
    public var shownLevels: [UInt8] {
        let highest = greyCount - 1
        return (0...255).map { UInt8((index(grey: $0) * 510 + highest) / (2 * highest)) }
    }

    /// The picture as characters, row by row: what a `CellGrid` takes.
    public func characterRows(_ image: GreyImage) -> [[Character]] {
        let characters = characters
        return (0..<image.height).map { row in
            (0..<image.width).map { characters[index(grey: Int(image[$0, row]))] }
        }
    }

    /// The picture as bytes, one chunk a row, in the terminal's own colours.
    func tile(_ image: GreyImage) -> PictureTile {
        let characters = characters.compactMap(\.asciiValue)
        let bytes = (0...255).map { characters[index(grey: $0)] }
        let reset = Array("\u{1B}[m".utf8)
        return PictureTile(
            column: 0, row: 0, columns: image.width, rows: image.height,
            chunks: (0..<image.height).map { row in
                reset
                    + image.pixels[row * image.width..<(row + 1) * image.width].map {
                        bytes[Int($0)]
                    }
            })
    }

    private func index(grey: Int) -> Int { grey * greyCount / 256 }
}
