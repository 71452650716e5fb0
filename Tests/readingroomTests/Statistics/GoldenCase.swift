import Foundation
import Testing

/// One file of `Tests/Golden/StatisticsTests`: what R and an independent formula give for a table.
struct GoldenCase: Decodable, CustomTestStringConvertible {
    /// One number of a case.
    struct Number: Decodable {
        let q: String
        let value: Double?
        let tol: Double?
    }

    /// A table by its file, or counts.
    enum Input: Decodable {
        case file(String)
        case counts([String: Int])

        private struct Counts: Decodable { let counts: [String: Int] }

        init(from decoder: any Decoder) throws {
            if let name = try? decoder.singleValueContainer().decode(String.self) {
                self = .file(name)
            } else {
                self = .counts(try Counts(from: decoder).counts)
            }
        }
    }

    /// A parameter, written as a number or as words.
    struct Parameter: Decodable {
        let text: String

        init(from decoder: any Decoder) throws {
            let container = try decoder.singleValueContainer()
            text =
                if let number = try? container.decode(Double.self) { "\(number)" } else {
                    try container.decode(String.self)
                }
        }
    }

    let id: String
    let method: String
    let input: Input?
    let params: [String: Parameter]
    let error: String?
    let expected: [Number]

    var testDescription: String { id }

    static let folder = URL(filePath: #filePath)
        .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
        .appending(path: "Golden/StatisticsTests")

    static var all: [GoldenCase] {
        let files =
            (try? FileManager.default.contentsOfDirectory(
                at: folder, includingPropertiesForKeys: nil))
            ?? []
        return files.filter { $0.pathExtension == "json" }
            .sorted { $0.path < $1.path }
            .compactMap {
                try? JSONDecoder().decode(GoldenCase.self, from: Data(contentsOf: $0))
            }
    }

    /// The table's path.
    var path: String? {
        if case .file(let name) = input { Self.folder.appending(path: name).path } else { nil }
    }

    /// The counts as the command line has them.
    var counts: String? {
        guard case .counts(let counts) = input else { return nil }
        return counts.map { "\($0.key)=\($0.value)" }.joined(separator: ",")
    }

    /// The parameters as the command line has them.
    var parameters: [String] { params.map { "\($0.key)=\($0.value.text)" } }

    /// The command line that computes the case.
    var arguments: [String] {
        ["statistics", method]
            + (path.map { ["--input", $0] } ?? []) + (counts.map { ["--counts", $0] } ?? [])
            + parameters.flatMap { ["--params", $0] }
    }
}
