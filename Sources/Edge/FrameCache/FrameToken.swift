import CUnix

/// The opaque name of one series in the frame cache: 128 random bits as 32 lower-case hexadecimal digits.
///
/// It tells nothing, because the name of an open file can be seen by whoever holds its descriptor.
public struct FrameToken: Hashable, Sendable, CustomStringConvertible {
    /// The 32 digits.
    public let description: String

    /// A token from its 32 digits.
    ///
    /// - Throws: `FrameCacheError.notAToken`, so that no path can be built from other text.
    public init(_ text: String) throws(FrameCacheError) {
        let isHex = text.utf8.allSatisfy { (48...57).contains($0) || (97...102).contains($0) }
        guard text.utf8.count == 32, isHex else { throw .notAToken(text) }
        description = text
    }

    /// A new token from the system's random source.
    public static func random() throws(FrameCacheError) -> FrameToken {
        var bytes = [UInt8](repeating: 0, count: 16)
        let code = cunix_random(&bytes, 16)
        guard code == 0 else { throw .unreadable(path: "getrandom", cause: systemMessage(code)) }
        let digits = Array("0123456789abcdef")
        let text = bytes.flatMap { [digits[Int($0 >> 4)], digits[Int($0 & 15)]] }
        return try FrameToken(String(text))
    }
}
