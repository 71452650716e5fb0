import CDCMTK
import Glibc

/// Reads the records of a DICOMDIR.
///
/// Source: DICOM PS3.3 F.3.2.2.
struct DirectoryReader {
    private static let records: UInt32 = 0x0004_1220
    private static let recordType: UInt32 = 0x0004_1430
    private static let referencedFileID: UInt32 = 0x0004_1500
    private static let mostRecords: UInt32 = 1_000_000

    private let handle: DICOMHandle

    /// Parses the file behind `descriptor`.
    init(descriptor: Int32) throws(ImageFileError) {
        handle = try DICOMHandle(descriptor: descriptor)
    }

    /// The files that a list names, read in this process.
    static func references(in source: ImageSource) throws(FileProblem) -> [String] {
        let descriptor: Int32
        do throws(SourceError) { descriptor = try source.open() } catch { throw .source(error) }
        defer { close(descriptor) }
        do throws(ImageFileError) {
            return try DirectoryReader(descriptor: descriptor).references()
        } catch {
            throw .refused(name: source.name, error)
        }
    }

    /// The files that the records name, components divided by backslashes.
    func references() throws(ImageFileError) -> [String] {
        let elements = ElementReader(file: handle.pointer)
        var references: [String] = []
        for item in 0..<Self.mostRecords {
            let place = cdcmtk_place(frame: -1, sequence: Self.records, item: item, inner: 0)
            if elements.code(Self.recordType, at: place).isEmpty { break }
            let reference = elements.code(Self.referencedFileID, at: place)
            if !reference.isEmpty { references.append(reference) }
        }
        guard !references.isEmpty else { throw .noPixels }
        return references
    }
}
