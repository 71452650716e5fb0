import Foundation
import Glibc

/// A folder of its own for one test, removed with its files at the end.
final class TemporaryFolder {
    let path: String

    init() {
        let parent = FileManager.default.temporaryDirectory.path
        var template = Array("\(parent)/readingroom-frames-XXXXXX".utf8CString)
        precondition(mkdtemp(&template) != nil, "no temporary folder")
        path = String(decoding: template.dropLast().map(UInt8.init(bitPattern:)), as: UTF8.self)
    }

    deinit {
        for name in names { unlink(path + "/" + name) }
        rmdir(path)
    }

    /// Names of the files in the folder, sorted.
    var names: [String] {
        guard let folder = opendir(path) else { return [] }
        defer { closedir(folder) }
        var names: [String] = []
        while let entry = readdir(folder) {
            let name = withUnsafePointer(to: entry.pointee.d_name) {
                $0.withMemoryRebound(to: CChar.self, capacity: 256) { String(cString: $0) }
            }
            if name != "." && name != ".." { names.append(name) }
        }
        return names.sorted()
    }

    /// Overwrites the bytes of a file from `offset`.
    func patch(_ name: String, at offset: Int, with bytes: [UInt8]) {
        let descriptor = open(path + "/" + name, O_WRONLY)
        precondition(descriptor >= 0 && pwrite(descriptor, bytes, bytes.count, offset) > 0)
        close(descriptor)
    }
}
