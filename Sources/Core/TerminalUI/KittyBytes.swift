/// Commands of the kitty graphics protocol that carry no pixels.
///
/// Source: kitty terminal graphics protocol; answers are suppressed by `q=2`.
enum KittyBytes {
    static let deleteAll = command("a=d,d=A")

    /// Deletes a picture and its data.
    static func delete(_ image: UInt32) -> [UInt8] { command("a=d,d=I,i=\(image)") }

    /// Takes a picture off the screen and keeps its data.
    static func unplace(_ image: UInt32) -> [UInt8] { command("a=d,d=i,i=\(image)") }

    /// Places a picture, or a part of it in pixels, at the cursor.
    ///
    /// - Parameter cells: The cells into which the terminal scales a preview, which lies under full pictures.
    static func place(
        _ image: UInt32, placement: Int = 1, crop: Rect? = nil, cells: Rect? = nil
    ) -> [UInt8] {
        let part = crop.map { ",x=\($0.x),y=\($0.y),w=\($0.width),h=\($0.height)" } ?? ""
        let scale = cells.map { ",c=\($0.width),r=\($0.height)" } ?? ""
        let depth = cells == nil ? -1 : -2
        return command("a=p,i=\(image),p=\(placement)\(scale),C=1,z=\(depth)\(part)")
    }

    private static func command(_ keys: String) -> [UInt8] {
        Array("\u{1B}_G\(keys),q=2\u{1B}\\".utf8)
    }
}
