import CUnix
import CZip
import Glibc

/// A ZIP archive that is open for reading. Names of entries are only shown and compared, never used as paths.
///
/// The directory is read and entries are unpacked in this process: what comes out are bytes that only a decoding child
/// parses, each entry is held to the size that the directory claims, and both to the limits below.
final class ZIPArchive {
    /// The most entries that are looked at.
    static let mostEntries = 200_000
    /// The most bytes of one unpacked entry.
    static let largestEntry = 4 << 30
    /// The most bytes of all unpacked entries together.
    static let largestTotal = 64 << 30
    /// Entries above this are unpacked into an unnamed file instead of memory.
    static let largestInMemory = 16 << 20

    /// The archive as messages name it.
    let name: String
    private let archive: OpaquePointer

    /// Opens the archive at `path`.
    init(path: String) throws(SourceError) {
        name = SafeText.path(path)
        var code: Int32 = 0
        guard let opened = zip_open(path, ZIP_RDONLY, &code) else {
            throw .badArchive(name, cause: Self.message(code))
        }
        archive = opened
    }

    deinit { zip_discard(archive) }

    /// Whether a file begins like a ZIP archive.
    static func isArchive(_ source: ImageSource) -> Bool {
        guard let descriptor = try? source.open() else { return false }
        defer { close(descriptor) }
        var bytes = [UInt8](repeating: 0, count: 4)
        guard pread(descriptor, &bytes, 4, 0) == 4 else { return false }
        return bytes == [0x50, 0x4B, 3, 4] || bytes == [0x50, 0x4B, 5, 6]
    }

    /// The archive's files, sorted by name; refuses an archive that would unpack to more than is allowed.
    func listing() throws(SourceError) -> MediumListing {
        let count = Int(zip_get_num_entries(archive, 0))
        guard count <= Self.mostEntries else {
            throw .tooManyEntries(name, count: count, limit: Self.mostEntries)
        }
        var listing = MediumListing()
        var total = 0
        for index in 0..<UInt64(max(0, count)) {
            guard let status = status(index), let entry = status.name.map(String.init(cString:))
            else {
                listing.problems.append(.unreadable("\(name): entry \(index)", cause: lastMessage))
                continue
            }
            let components = entry.split(whereSeparator: { $0 == "/" || $0 == "\\" })
            guard let last = components.last, !entry.hasSuffix("/"), !last.hasPrefix("."),
                !components.contains("__MACOSX")
            else { continue }
            total += Int(clamping: min(status.size, UInt64(Self.largestTotal) + 1))
            guard total <= Self.largestTotal else {
                throw .tooLarge(name, bytes: total, limit: Self.largestTotal)
            }
            listing.files.append(
                .init(
                    components: components.map(String.init),
                    source: ImageSource(entry: index, named: entry, of: self)))
        }
        listing.files.sort { left, right in
            left.components.joined(separator: "/") < right.components.joined(separator: "/")
        }
        return listing
    }

    /// Unpacks one entry and gives a descriptor to read it from its start.
    func unpack(_ index: UInt64, _ entryName: String) throws(SourceError) -> Int32 {
        guard let status = status(index) else {
            throw .unreadable(entryName, cause: lastMessage)
        }
        guard status.encryption_method == UInt16(ZIP_EM_NONE) else { throw .encrypted(entryName) }
        guard status.size <= UInt64(Self.largestEntry) else {
            throw .tooLarge(
                entryName, bytes: Int(clamping: status.size), limit: Self.largestEntry)
        }
        guard let entry = zip_fopen_index(archive, index, 0) else {
            throw .unreadable(entryName, cause: lastMessage)
        }
        defer { zip_fclose(entry) }
        let descriptor = try Self.place(for: Int(status.size), entryName)
        do throws(SourceError) {
            try copy(entry, Int(status.size), to: descriptor, entryName)
        } catch {
            close(descriptor)
            throw error
        }
        return descriptor
    }

    private func copy(
        _ entry: OpaquePointer, _ size: Int, to descriptor: Int32, _ entryName: String
    ) throws(SourceError) {
        var buffer = [UInt8](repeating: 0, count: 1 << 16)
        var done = 0
        while true {
            let count = Int(zip_fread(entry, &buffer, UInt64(buffer.count)))
            guard count >= 0 else { throw .unreadable(entryName, cause: "the entry is damaged") }
            if count == 0 { break }
            // The size in the directory is only a claim.
            guard done + count <= size else {
                throw .tooLarge(entryName, bytes: done + count, limit: size)
            }
            guard pwrite(descriptor, buffer, count, done) == count else {
                throw .unreadable(entryName, cause: systemMessage(errno))
            }
            done += count
        }
        guard done == size else { throw .unreadable(entryName, cause: "the entry ends too early") }
    }

    /// Memory for small entries, an unnamed file for large ones, so that memory stays small.
    private static func place(for size: Int, _ entryName: String) throws(SourceError) -> Int32 {
        var descriptor: Int32 = -1
        if size <= largestInMemory {
            let code = cunix_growing_memory(&descriptor)
            guard code == 0 else { throw .unreadable(entryName, cause: systemMessage(code)) }
            return descriptor
        }
        var template = Array("/var/tmp/readingroom-XXXXXX".utf8CString)
        descriptor = mkstemp(&template)
        guard descriptor >= 0 else { throw .unreadable(entryName, cause: systemMessage(errno)) }
        unlink(&template)
        _ = fcntl(descriptor, F_SETFD, FD_CLOEXEC)
        return descriptor
    }

    private func status(_ index: UInt64) -> zip_stat_t? {
        var status = zip_stat_t()
        zip_stat_init(&status)
        let wanted = UInt64(ZIP_STAT_NAME | ZIP_STAT_SIZE)
        guard zip_stat_index(archive, index, 0, &status) == 0, status.valid & wanted == wanted
        else { return nil }
        return status
    }

    private var lastMessage: String {
        SafeText.path(String(cString: zip_strerror(archive)))
    }

    private static func message(_ code: Int32) -> String {
        var error = zip_error_t()
        zip_error_init_with_code(&error, code)
        defer { zip_error_fini(&error) }
        return SafeText.path(String(cString: zip_error_strerror(&error)))
    }
}

// Used by one thread at a time: the import that opened it.
extension ZIPArchive: @unchecked Sendable {}
