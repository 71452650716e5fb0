import Imaging

/// Commands of the kitty graphics protocol; none of them is answered (`q=2`).
///
/// Source: https://sw.kovidgoyal.net/kitty/graphics-protocol/.
public enum KittyGraphics {
    /// Characters of payload in one command; a multiple of 4.
    static let chunkLength = 4_096

    /// Sends a picture as grey PNG under an id, without showing it.
    ///
    /// - Parameters:
    ///   - image: The picture.
    ///   - id: The number that placements name it by, 1 or more.
    ///   - level: How much time goes into few bytes, as in `GreyPNG`.
    public static func transmit(_ image: GreyImage, as id: UInt32, level: Int = 1) -> [UInt8] {
        send(image, "a=t,f=100,i=\(id),q=2,", level: level)
    }

    /// Sends a picture as grey PNG and shows it at the cursor, which goes to its last row; it has no id.
    public static func display(_ image: GreyImage) -> [UInt8] { send(image, "a=T,f=100,q=2,") }

    private static func send(_ image: GreyImage, _ keys: String, level: Int = 1) -> [UInt8] {
        let payload = Base64.encode(GreyPNG.encode(image, level: level))
        var writer = ByteWriter(capacity: payload.count + payload.count / 400 + 64)
        for start in stride(from: 0, to: payload.count, by: chunkLength) {
            let end = min(start + chunkLength, payload.count)
            writer.add("\u{1B}_G")
            if start == 0 { writer.add(keys.utf8) }
            writer.add(end == payload.count ? "m=0;" : "m=1;")
            writer.add(payload[start..<end])
            writer.add("\u{1B}\\")
        }
        return writer.bytes
    }

    /// Shows a sent picture at the cursor, under text, without moving the cursor.
    public static func place(_ id: UInt32) -> [UInt8] {
        Array("\u{1B}_Ga=p,i=\(id),p=1,C=1,z=-1,q=2\u{1B}\\".utf8)
    }

    /// Shows a sent picture at the cursor, scaled by the terminal to cells, under full pictures: never for reading.
    public static func placePreview(_ id: UInt32, columns: Int, rows: Int) -> [UInt8] {
        Array("\u{1B}_Ga=p,i=\(id),p=1,c=\(columns),r=\(rows),C=1,z=-2,q=2\u{1B}\\".utf8)
    }

    /// Deletes a picture, its placements and its data.
    public static func delete(_ id: UInt32) -> [UInt8] {
        Array("\u{1B}_Ga=d,d=I,i=\(id),q=2\u{1B}\\".utf8)
    }

    /// Deletes all placements on the screen and the data of their pictures.
    public static func deleteAll() -> [UInt8] { Array("\u{1B}_Ga=d,d=A,q=2\u{1B}\\".utf8) }
}
