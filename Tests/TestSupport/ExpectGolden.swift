import Foundation
import Testing

/// Expects text to equal the golden file `Tests/Golden/TARGET/NAME.txt` of the test target that
/// calls.
///
/// With `RECORD_SNAPSHOTS=1` in the environment the file is rewritten and the test fails, so that
/// nobody records by mistake.
public func expectGolden(
    _ actual: String, named name: String, file: String = #filePath,
    sourceLocation: SourceLocation = #_sourceLocation
) {
    let golden = goldenFile(name, testFile: file)
    if ProcessInfo.processInfo.environment["RECORD_SNAPSHOTS"] == "1" {
        record(actual, at: golden, sourceLocation: sourceLocation)
        return
    }
    guard let expected = try? String(contentsOf: golden, encoding: .utf8) else {
        Issue.record(
            "Golden file \(golden.path) cannot be read. Run with RECORD_SNAPSHOTS=1 and look at what it holds.",
            sourceLocation: sourceLocation)
        return
    }
    #expect(actual + "\n" == expected, "golden file \(name)", sourceLocation: sourceLocation)
}

/// Expects bytes to equal a golden file, escape bytes made visible.
public func expectGolden(
    _ bytes: some Sequence<UInt8>, named name: String, file: String = #filePath,
    sourceLocation: SourceLocation = #_sourceLocation
) {
    expectGolden(visible(bytes), named: name, file: file, sourceLocation: sourceLocation)
}

/// Bytes as text: printable ASCII as it is, ESC as `\e`, others as `\xNN`; a line ends after each
/// newline.
public func visible(_ bytes: some Sequence<UInt8>) -> String {
    bytes.map { byte in
        switch byte {
        case 0x1B: "\\e"
        case 0x0A: "\\n\n"
        case 0x5C: "\\\\"
        case 0x20..<0x7F: String(UnicodeScalar(byte))
        default: "\\x" + hexadecimal(byte)
        }
    }.joined()
}

private func hexadecimal(_ byte: UInt8) -> String {
    let digits = String(byte, radix: 16, uppercase: true)
    return digits.count == 1 ? "0" + digits : digits
}

private func goldenFile(_ name: String, testFile: String) -> URL {
    var parts = URL(fileURLWithPath: testFile).pathComponents
    let tests = parts.lastIndex(of: "Tests") ?? 0
    let target = parts.dropFirst(tests + 1).first { $0.hasSuffix("Tests") } ?? "Tests"
    parts = Array(parts[...tests]) + ["Golden", target, name + ".txt"]
    return URL(fileURLWithPath: NSString.path(withComponents: parts))
}

private func record(_ actual: String, at golden: URL, sourceLocation: SourceLocation) {
    do {
        try FileManager.default.createDirectory(
            at: golden.deletingLastPathComponent(), withIntermediateDirectories: true)
        try Data((actual + "\n").utf8).write(to: golden)
        Issue.record("Recorded \(golden.path).", sourceLocation: sourceLocation)
    } catch {
        Issue.record("\(golden.path) was not recorded: \(error)", sourceLocation: sourceLocation)
    }
}
