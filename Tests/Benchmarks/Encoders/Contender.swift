import Foundation

/// One way to turn a picture into bytes.
struct Contender {
    /// What it is called.
    let name: String
    /// Does the work once and returns the bytes.
    let run: () throws -> [UInt8]

    /// A command that writes to standard output.
    static func command(_ words: [String]) -> Contender {
        Contender(name: words.joined(separator: " ")) {
            let process = Process()
            process.executableURL = URL(filePath: "/usr/bin/env")
            process.arguments = words
            let pipe = Pipe()
            process.standardOutput = pipe
            process.standardInput = FileHandle.nullDevice
            try process.run()
            let bytes = try pipe.fileHandleForReading.readToEnd() ?? Data()
            process.waitUntilExit()
            return Array(bytes)
        }
    }
}

/// What came of one contender.
struct Outcome {
    /// Median time, milliseconds.
    let medianMS: Double
    /// The bytes, the same in every round.
    let bytes: [UInt8]

    /// Times contenders in turns, so that what else the machine does falls on all of them.
    ///
    /// Each gets `rounds`, or as many as fit into three seconds, but five at least.
    static func inTurns(_ contenders: [Contender], rounds: Int) throws -> [Outcome] {
        let clock = ContinuousClock()
        let begin = clock.now
        var times = contenders.map { _ in [Double]() }
        var bytes = contenders.map { _ in [UInt8]() }
        // The first round warms caches and buffers up.
        for round in 0...rounds where round <= 5 || clock.now - begin < .seconds(3) {
            for (index, contender) in contenders.enumerated() {
                let start = clock.now
                bytes[index] = try contender.run()
                if round > 0 { times[index].append((clock.now - start) / .milliseconds(1)) }
            }
        }
        return zip(times, bytes).map { Outcome(medianMS: $0.sorted()[$0.count / 2], bytes: $1) }
    }
}
