import Imaging

/// How a kitty picture is sent.
///
/// Alternate two ids: the new picture is transmitted and placed before the old one goes, so nothing flickers.
public struct KittyOptions: Hashable, Sendable {
    /// The id of the picture, 1 or more.
    public var image: UInt32
    /// The id of the picture that is deleted with its data afterwards, or `nil`.
    public var replaces: UInt32?
    /// How much time goes into few bytes: 1 (fast) to 12 (small), as libdeflate counts.
    public var level: Int

    /// Options.
    public init(image: UInt32 = 1, replaces: UInt32? = nil, level: Int = 1) {
        precondition(image > 0, "kitty pictures have ids from 1")
        precondition(image != replaces, "picture \(image) cannot replace itself")
        self.image = image
        self.level = level
        self.replaces = replaces
    }

    /// One tile whose chunk transmits the picture, places it and deletes the old one.
    func tile(_ image: GreyImage, cell: CellSize) -> PictureTile {
        PictureTile(
            column: 0, row: 0, columns: (image.width + cell.width - 1) / cell.width,
            rows: (image.height + cell.height - 1) / cell.height,
            chunks: [
                KittyGraphics.transmit(image, as: self.image, level: level)
                    + KittyGraphics.place(self.image)
                    + (replaces.map(KittyGraphics.delete) ?? [])
            ])
    }
}
