import Foundation
import Imaging

/// `Tests/Golden/ImagingTests/cooccurrence.json`, made by `cooccurrence.py` beside it.
struct CooccurrenceGolden: Decodable {
    let image5x5: [[UInt16]]
    let phantom: [[[UInt16]]]
    let region: [[UInt16]]
    let vectors: [String: [String: Double]]
    let peers: [String: [String: Double]]

    static func load(file: String = #filePath) throws -> CooccurrenceGolden {
        let tests = URL(filePath: file).deletingLastPathComponent().deletingLastPathComponent()
            .deletingLastPathComponent().deletingLastPathComponent()
        let url = tests.appending(path: "Golden/ImagingTests/cooccurrence.json")
        return try JSONDecoder().decode(Self.self, from: Data(contentsOf: url))
    }
}

extension GreyLevels {
    /// Rows of levels; 0 lies outside of the region.
    init(_ rows: [[UInt16]], levelCount: Int) {
        self.init(
            columns: rows.first?.count ?? 0, rows: rows.count, levels: rows.flatMap { $0 },
            levelCount: levelCount)
    }
}

extension TextureFeatures {
    /// A feature under the name of the golden file: `Entropy_2` is to the base 2.
    func golden(_ name: String) -> Double? {
        let parts = name.split(separator: "_").map(String.init)
        if parts[0] == "Contrast" { return contrast }
        let row = rows.first { $0.name == parts[0] }
        return parts.last == "2" ? row?.ibsi : row?.mazda
    }
}
