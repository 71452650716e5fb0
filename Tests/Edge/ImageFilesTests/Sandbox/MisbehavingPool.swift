import CUnix
import Glibc

@testable import ImageFiles

/// A pool of children that do what a file's text tells them.
struct MisbehavingPool {
    let pool: DecoderPool

    init(children: Int = 1, processorSeconds: Int = 1, waitSeconds: Int = 20) throws {
        pool = try DecoderPool(
            program: Self.program,
            policy: DecoderPolicy(
                children: children, processorSeconds: processorSeconds, waitSeconds: waitSeconds))
    }

    /// The helper program, beside the running test program.
    static var program: DecoderProgram {
        DecoderProgram(path: folder + "/MisbehavingDecoder", arguments: [])
    }

    /// The folder of the programs that were built with the tests.
    static var folder: String {
        var buffer = [CChar](repeating: 0, count: 4096)
        let count = readlink("/proc/self/exe", &buffer, buffer.count)
        let bytes = buffer.prefix(max(0, count)).map(UInt8.init(bitPattern:))
        let path = String(decoding: bytes, as: UTF8.self)
        return path.split(separator: "/").dropLast().reduce("") { $0 + "/" + $1 }
    }

    /// A file that holds `text`.
    func file(_ text: String) throws -> OpenFile {
        var descriptor: Int32 = -1
        precondition(cunix_growing_memory(&descriptor) == 0, "no memory")
        precondition(write(descriptor, text, text.utf8.count) == text.utf8.count, "no memory")
        return pool.file(descriptor)
    }

    /// What happens to each file in turn.
    func describe(_ texts: [String]) throws -> [String] {
        let files = try texts.map(file)
        var results: [String] = []
        try pool.run(files.count) { index throws(Never) in
            DecodeJob(file: files[index], verb: .describe, capacity: 1 << 20)
        } deliver: { index, outcome in
            precondition(index == results.count, "out of order")
            results.append(summary(outcome.get()))
        }
        return results
    }

    /// What happens to frames of one file.
    func frames(_ text: String, _ frames: [Int], isSequential: Bool = false) throws -> [String] {
        let file = try file(text)
        var results: [String] = []
        try pool.run(frames.count) { index throws(Never) in
            DecodeJob(
                file: file, verb: .decode, frame: frames[index], capacity: 8,
                isSequential: isSequential)
        } deliver: { _, outcome in
            results.append(summary(outcome.get()))
        }
        return results
    }

    private func summary(_ outcome: DecodeOutcome) -> String {
        switch outcome {
        case .done(let answer):
            let bytes = Array(answer.bytes)
            return bytes.allSatisfy { $0 < 9 } && !bytes.isEmpty
                ? "\(bytes)" : String(decoding: bytes, as: UTF8.self)
        case .refused(let answer):
            return "refused: " + String(decoding: answer.bytes, as: UTF8.self)
        case .quarantined(let reason): return reason.description
        }
    }
}
