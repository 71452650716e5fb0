import Glibc

/// `Benchmarks keys`, `orders`, `next`, `encoders [PATH...]`, `link [MODE...] [MBIT/S...]`, `planes`, `forms`,
/// `statistics FOLDER`, or `analyse-store FOLDER`.
@main
enum Benchmarks {
    static func main() throws {
        let arguments = Array(CommandLine.arguments.dropFirst())
        switch arguments.first {
        case "keys", nil: try KeyBenchmark.run()
        case "encoders": try EncoderBenchmark.run(paths: Array(arguments.dropFirst()))
        case "link": try LinkBenchmark.run(Array(arguments.dropFirst()))
        case "at-once": try AtOnce.run(mode: arguments.dropFirst().first ?? "")
        case "planes": try PlanesBenchmark.run()
        case "reading-files":
            try ReadingBenchmark.write(to: arguments.dropFirst().first ?? ".")
        case "reading" where arguments.count == 3:
            try ReadingBenchmark.run(folder: arguments[1], token: arguments[2])
        case "files": try BenchmarkFiles.write(to: arguments.dropFirst().first ?? ".")
        case "orders": try OrderBenchmark.run()
        case "next": try NextBenchmark.run()
        case "forms": try FormsBenchmark.run()
        case "statistics": try StatisticsBenchmark.run(folder: arguments.dropFirst().first ?? ".")
        case "analyse-store": try AnalyseStore.write(to: arguments.dropFirst().first ?? ".")
        default:
            print(
                """
                usage: Benchmarks keys | encoders [PATH...] | link [MODE...] [MBIT/S...] | planes | forms | files FOLDER | \
                reading-files FOLDER | reading FOLDER TOKEN | \
                statistics FOLDER | analyse-store FOLDER
                """
            )
            exit(64)
        }
    }
}

/// SplitMix64, so that every run times the same picture.
///
/// Source: Steele, Lea and Flood 2014, doi:10.1145/2660193.2660195.
struct SeededGenerator: RandomNumberGenerator {
    var state: UInt64

    mutating func next() -> UInt64 {
        state &+= 0x9E37_79B9_7F4A_7C15
        var z = state
        z = (z ^ (z >> 30)) &* 0xBF58_476D_1CE4_E5B9
        z = (z ^ (z >> 27)) &* 0x94D0_49BB_1331_11EB
        return z ^ (z >> 31)
    }
}

/// Text in columns.
enum Columns {
    /// `text` at the right of `width` characters.
    static func right(_ text: String, _ width: Int) -> String {
        String(repeating: " ", count: max(0, width - text.count)) + text
    }

    /// `text` at the left of `width` characters.
    static func left(_ text: String, _ width: Int) -> String {
        text + String(repeating: " ", count: max(0, width - text.count))
    }

    /// A number of 0 or more with two decimals, or ∞.
    static func fixed(_ value: Double) -> String {
        guard value.isFinite else { return "∞" }
        let hundredths = Int((value * 100).rounded())
        return "\(hundredths / 100).\(hundredths % 100 / 10)\(hundredths % 10)"
    }
}
