import Crypto
import Foundation

/// SHA-256 of bytes that come piece by piece.
public final class RunningDigest {
    private var hasher = SHA256()

    /// The digest of nothing yet.
    public init() {}

    /// Takes the next bytes.
    public func take(_ bytes: Data) { hasher.update(data: bytes) }

    /// The digest of all bytes so far, 64 hexadecimal digits.
    public var hexadecimal: String { Digest.hexadecimal(Data(hasher.finalize())) }
}
