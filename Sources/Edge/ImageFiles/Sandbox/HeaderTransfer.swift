import Foundation
import Imaging

/// How a child hands over what it read: JSON, checked on arrival, because the child may have been taken over.
enum HeaderTransfer {
    /// The most bytes of a description.
    static let capacity = 64 << 20

    /// A description as bytes.
    static func encode(_ value: some Encodable) throws(ImageFileError) -> [UInt8] {
        // Only numbers that are not finite cannot be written.
        do { return Array(try JSONEncoder().encode(value)) } catch { throw .malformed }
    }

    /// A refusal as bytes.
    static func refusal(_ error: ImageFileError) -> DecoderRefusal {
        DecoderRefusal((try? encode(error)) ?? [])
    }

    /// The error behind a refusal.
    static func error(_ bytes: [UInt8]) -> ImageFileError {
        (try? decode(ImageFileError.self, bytes)) ?? .badTransfer
    }

    /// A header from a child.
    static func header(_ bytes: [UInt8]) throws(ImageFileError) -> ImageFileHeader {
        let header = try decode(ImageFileHeader.self, bytes)
        guard header.isSane else { throw .badTransfer }
        return header
    }

    /// The references of a DICOMDIR from a child.
    static func references(_ bytes: [UInt8]) throws(ImageFileError) -> [String] {
        try decode([String].self, bytes)
    }

    /// A header with a value in every field, encoded once so that nothing is loaded inside the sandbox.
    static var sample: ImageFileHeader {
        var frame = FrameAttributes()
        frame.plane = FramePlane(position: [1.5, 0, 0], orientation: [1, 0, 0, 0, 1, 0])
        frame.rowSpacingMM = 0.5
        let table = LookupTable(firstInput: 0, bits: 8, entries: [1])
        frame.slice = SliceAttributes(
            slope: 1e-9, intercept: -1024, windows: [VOIWindow(center: 40.5, width: 400)],
            voiTable: table, modalityTable: table)
        let shape = PixelShape(
            rows: 1, columns: 1, frames: 1, sample: .int16, bitsStored: 16, colour: .monochrome2,
            transferSyntax: "1.2", isLossy: false)
        return ImageFileHeader(
            facts: SourceFacts(), pixels: shape, frames: [frame], remarks: ["é"])
    }

    private static func decode<Value: Decodable>(
        _ type: Value.Type, _ bytes: [UInt8]
    ) throws(ImageFileError) -> Value {
        do { return try JSONDecoder().decode(type, from: Data(bytes)) } catch { throw .badTransfer }
    }
}

extension ImageFileHeader {
    /// Whether sizes lie within the limits and fit each other, so that nothing later can trap on them.
    var isSane: Bool {
        (1...8192).contains(pixels.rows) && (1...8192).contains(pixels.columns)
            && (1...20_000).contains(pixels.frames) && frames.count == pixels.frames
            && frames.allSatisfy(\.isSane)
    }
}

extension FrameAttributes {
    fileprivate var isSane: Bool {
        let tables = [slice.voiTable, slice.modalityTable].compactMap { $0 }
        let hasTables = tables.allSatisfy {
            (1...65_536).contains($0.entries.count) && (8...16).contains($0.bits)
                && $0.firstInput.magnitude <= 1 << 32
        }
        guard let plane else { return hasTables }
        return hasTables && abs(plane.rowDirection.length - 1) < 1e-6
            && abs(plane.columnDirection.length - 1) < 1e-6
    }
}
