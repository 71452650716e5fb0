import Foundation
import Glibc

/// A file that only its owner may read, replaced whole or not at all.
enum PrivateFile {
    /// Writes `bytes`; the folder is made when it is missing.
    ///
    /// - Throws: `Refusal` with the reason.
    static func write(_ bytes: Data, to path: String) throws(Refusal) {
        let folder = URL(filePath: path).deletingLastPathComponent().path
        do {
            try FileManager.default.createDirectory(
                atPath: folder, withIntermediateDirectories: true,
                attributes: [.posixPermissions: 0o700])
        } catch {
            throw Refusal("\(folder) cannot be made: \(error.localizedDescription)")
        }
        let new = "\(path).\(getpid()).new"
        unlink(new)
        do throws(Refusal) {
            try fill(new, with: bytes)
            guard rename(new, path) == 0 else { throw problem(path) }
        } catch {
            unlink(new)
            throw error
        }
    }

    private static func fill(_ path: String, with bytes: Data) throws(Refusal) {
        let file = open(path, O_WRONLY | O_CREAT | O_EXCL | O_NOFOLLOW | O_CLOEXEC, 0o600)
        guard file >= 0 else { throw problem(path) }
        defer { close(file) }
        var rest = bytes[...]
        while !rest.isEmpty {
            let count = rest.withUnsafeBytes { Glibc.write(file, $0.baseAddress, $0.count) }
            guard count >= 0 || errno == EINTR else { throw problem(path) }
            rest = rest.dropFirst(max(0, count))
        }
        guard fsync(file) == 0 else { throw problem(path) }
    }

    private static func problem(_ path: String) -> Refusal {
        Refusal("\(path) was not written: \(String(cString: strerror(errno))).")
    }
}
