import Foundation
import ReaderStudies
import TerminalUI

/// What one user chose and saw in each terminal: a small file that only its owner may read.
///
/// It holds conveniences: a file that is missing, damaged or locked away costs a choice, never a read.
struct TerminalMemory {
    /// The file; `nil` keeps nothing.
    let path: String?
    /// Why the file is not used, as a sentence.
    private(set) var warning: String?
    private var terminals: [RememberedTerminal] = []

    /// Terminals that are remembered at most; the ones that answered longest ago go first.
    static let largestCount = 64
    /// A larger file is not ours.
    static let largestFile = 1 << 20

    /// The memory in a file.
    init(path: String?) {
        self.path = path
        guard let path else { return }
        do throws(Refusal) {
            terminals = try Self.load(path)
        } catch {
            warning = error.description
        }
    }

    /// The file of the user: `readingroom/terminals.json` in `$XDG_STATE_HOME` or `~/.local/state`.
    static func standardPath(_ environment: [String: String]) -> String? {
        let named = environment["XDG_STATE_HOME"].flatMap { $0.hasPrefix("/") ? $0 : nil }
        let home = environment["HOME"].flatMap { $0.hasPrefix("/") ? $0 + "/.local/state" : nil }
        return (named ?? home).map { $0 + "/readingroom/terminals.json" }
    }

    /// The memory of the user who runs the program.
    static var standard: TerminalMemory {
        TerminalMemory(path: standardPath(ProcessInfo.processInfo.environment))
    }

    /// What is known of a terminal; `nil` for one that did not answer, or never before.
    subscript(key: String?) -> RememberedTerminal? { terminals.first { $0.key == key } }

    /// How long a terminal may take to answer: two seconds the first time, one later.
    ///
    /// Before it answers nobody knows which it is: one with this `TERM`, over SSH or not, must have answered
    /// in half a second whenever it was asked.
    func probeLimit(term: String, overSSH: Bool) -> Duration {
        let times = terminals.filter { $0.term == term && $0.overSSH == overSSH }.map(\.fenceMS)
        guard let slowest = times.max() else { return .seconds(2) }
        return slowest <= 500 ? .seconds(1) : .seconds(2)
    }

    /// Notes that a terminal answered; nothing is written when that is known already.
    mutating func note(_ finding: TerminalFinding) throws(Refusal) {
        guard let key = finding.answers.key, let time = finding.fenceTime else { return }
        let surroundings = finding.surroundings
        let milliseconds = (time / .milliseconds(1)).rounded(.up)
        if let known = self[key], known.term == surroundings.term,
            known.overSSH == surroundings.isRemote, known.fenceMS >= milliseconds
        {
            return
        }
        try change(key) {
            $0.term = surroundings.term
            $0.overSSH = surroundings.isRemote
            $0.fenceMS = max($0.fenceMS, milliseconds)
        }
    }

    /// Remembers a choice by hand; `nil` forgets it.
    mutating func remember(_ graphics: GraphicsMode?, in key: String?) throws(Refusal) {
        if graphics == nil, self[key]?.graphics == nil { return }
        try change(key) { $0.graphics = graphics?.rawValue }
    }

    /// Keeps what was seen of the test pattern.
    mutating func keep(_ pattern: PatternTest, in key: String?) throws(Refusal) {
        try change(key) { $0.pattern = pattern }
    }

    /// Changes what is remembered of a terminal, beside what other sessions wrote meanwhile.
    private mutating func change(
        _ key: String?, _ change: (inout RememberedTerminal) -> Void
    ) throws(Refusal) {
        guard let key else {
            throw Refusal("The terminal did not say what it is, so nothing is remembered for it.")
        }
        var newest = terminals
        if let path, let loaded = try? Self.load(path) { newest = loaded }
        var entry = newest.first { $0.key == key } ?? RememberedTerminal(key: key)
        change(&entry)
        newest.removeAll { $0.key == key }
        newest.insert(entry, at: 0)
        terminals = Array(newest.prefix(Self.largestCount))
        try save()
    }

    private func save() throws(Refusal) {
        guard let path else {
            throw Refusal(
                "Neither XDG_STATE_HOME nor HOME names a folder, so nothing is remembered.")
        }
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.prettyPrinted, .sortedKeys, .withoutEscapingSlashes]
        guard let bytes = try? encoder.encode(File(terminals: terminals)) else {
            throw Refusal("\(path) was not written: a number in it is not finite.")
        }
        try PrivateFile.write(bytes, to: path)
    }

    private struct File: Codable {
        var terminals: [RememberedTerminal]
    }

    private static func load(_ path: String) throws(Refusal) -> [RememberedTerminal] {
        guard FileManager.default.fileExists(atPath: path) else { return [] }
        // Anything but a plain file could make reading it wait for ever.
        let kind = try? FileManager.default.attributesOfItem(atPath: path)[.type]
        guard kind as? FileAttributeType == .typeRegular,
            let file = FileHandle(forReadingAtPath: path),
            let bytes = try? file.read(upToCount: largestFile + 1) ?? Data()
        else { throw Refusal("\(path) cannot be read, so choices for terminals are not known.") }
        guard bytes.count <= largestFile,
            let content = try? JSONDecoder().decode(File.self, from: bytes)
        else {
            throw Refusal(
                "\(path) is damaged, so choices for terminals are not known. It is replaced when the next one is made."
            )
        }
        return content.terminals
    }
}
