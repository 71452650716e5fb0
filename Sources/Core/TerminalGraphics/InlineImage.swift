import Imaging

/// Inline images of iTerm2: a grey PNG in an operating system command.
///
/// Source: https://iterm2.com/documentation-images.html.
public enum InlineImage {
    /// Shows a picture at the cursor, pixel by pixel; the cursor goes to its last row.
    public static func display(_ image: GreyImage) -> [UInt8] {
        display(image, width: image.width, height: image.height)
    }

    /// Shows a picture at the cursor, scaled by the terminal to so many pixels.
    static func display(_ image: GreyImage, width: Int, height: Int) -> [UInt8] {
        let file = GreyPNG.encode(image)
        let keys = "inline=1;size=\(file.count);width=\(width)px;height=\(height)px"
        var writer = ByteWriter(capacity: file.count * 4 / 3 + 128)
        writer.add("\u{1B}]1337;File=")
        writer.add(keys.utf8)
        writer.add(";preserveAspectRatio=0:")
        writer.add(Base64.encode(file))
        writer.add(0x07)
        return writer.bytes
    }

    /// One tile whose chunk shows the picture.
    static func tile(_ image: GreyImage, cell: CellSize) -> PictureTile {
        PictureTile(
            column: 0, row: 0, columns: (image.width + cell.width - 1) / cell.width,
            rows: (image.height + cell.height - 1) / cell.height, chunks: [display(image)])
    }
}
