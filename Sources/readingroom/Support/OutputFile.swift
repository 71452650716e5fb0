import Foundation

/// A file that a command writes, never over another without being told.
struct OutputFile {
    /// Where.
    let path: String
    /// Whether a file that exists may be replaced.
    let force: Bool

    /// The file beside it: `reads.csv` gives `reads-codebook.csv` for `codebook`.
    func beside(_ name: String) -> OutputFile {
        let ending = ".csv"
        let stem =
            path.lowercased().hasSuffix(ending) ? String(path.dropLast(ending.count)) : path
        return OutputFile(path: "\(stem)-\(name)\(ending)", force: force)
    }

    /// Refuses before any work when the file exists or its folder does not.
    func demandRoom() throws {
        let files = FileManager.default
        var isFolder: ObjCBool = false
        if files.fileExists(atPath: path, isDirectory: &isFolder), isFolder.boolValue {
            throw Refusal("\(path) is a folder. Name a file in it.")
        }
        guard force || !files.fileExists(atPath: path) else {
            throw Refusal("\(path) exists. Choose another name, or add --force to replace it.")
        }
        let folder = URL(filePath: path).deletingLastPathComponent().path
        guard files.fileExists(atPath: folder) else {
            throw Refusal("The folder \(folder) does not exist. Make it first.")
        }
    }

    /// Writes `text` in UTF-8, whole or not at all.
    func write(_ text: String) throws { try write(Array(text.utf8)) }

    /// Writes `bytes`, whole or not at all.
    func write(_ bytes: [UInt8]) throws {
        do {
            try Data(bytes).write(to: URL(filePath: path), options: .atomic)
        } catch {
            throw Refusal("\(path) was not written: \(error.localizedDescription)")
        }
    }
}
