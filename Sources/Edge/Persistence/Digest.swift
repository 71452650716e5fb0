import Crypto
import Foundation

/// SHA-256, as bytes and as text.
public enum Digest {
    /// SHA-256 of `text` in UTF-8, 64 hexadecimal digits.
    public static func hexadecimal(of text: String) -> String {
        hexadecimal(sha256(Data(text.utf8)))
    }

    /// SHA-256 of `bytes`, 32 bytes.
    public static func bytes(of bytes: UnsafeRawBufferPointer) -> [UInt8] {
        var hasher = SHA256()
        hasher.update(bufferPointer: bytes)
        return Array(hasher.finalize())
    }

    /// Two hexadecimal digits for each byte.
    public static func hexadecimal(_ bytes: [UInt8]) -> String { hexadecimal(Data(bytes)) }

    static func sha256(_ bytes: Data) -> Data { Data(SHA256.hash(data: bytes)) }

    static func hexadecimal(_ bytes: Data) -> String {
        bytes.map { byte in
            let digits = String(byte, radix: 16)
            return digits.count == 1 ? "0\(digits)" : digits
        }.joined()
    }
}
