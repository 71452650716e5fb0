import Imaging

/// An opened NIfTI file (`.nii`, `.nii.gz`, NIfTI-1 or NIfTI-2): slices of its first volume are frames.
public final class NIfTIFile: ImageFile {
    /// What the file says.
    public let header: ImageFileHeader
    /// The shape of its frames.
    public var pixels: PixelShape { header.pixels }
    private let bytes: NIfTIBytes
    private let layout: NIfTIHeader
    private var isKept = false
    private var voxels: [UInt8] = []

    /// Reads a file through a descriptor of a regular file, which must stay open as long as this value lives.
    public convenience init(descriptor: Int32) throws(ImageFileError) {
        try self.init(RawBytes(descriptor: descriptor))
    }

    /// Reads a file in memory.
    public convenience init(bytes: [UInt8]) throws(ImageFileError) {
        try self.init(RawBytes(bytes: bytes))
    }

    init(_ source: RawBytes) throws(ImageFileError) {
        guard source.count > 0 else { throw .empty }
        bytes = NIfTIBytes(source)
        layout = try NIfTIHeader(Self.fields(bytes))
        if let count = bytes.plainCount,
            count < layout.dataOffset + layout.sliceByteCount * layout.slices
        {
            throw .truncated
        }
        header = try Self.header(layout)
    }

    /// Decodes one frame; see `ImageFile`.
    public func decode(
        _ frame: Int, into samples: UnsafeMutableRawBufferPointer
    ) throws(ImageFileError) {
        precondition((0..<layout.slices).contains(frame), "frame \(frame)")
        let size = layout.sliceByteCount
        let start = layout.dataOffset + frame * size
        if !isKept {
            voxels = [UInt8](repeating: 0, count: size)
            try bytes.keep(layout.dataOffset..<layout.dataOffset + size * layout.slices)
            isKept = true
        }
        var failure: ImageFileError?
        voxels.withUnsafeMutableBytes { stored in
            do throws(ImageFileError) { try bytes.read(at: start, into: stored) } catch {
                failure = error
            }
            if failure == nil {
                let target = UnsafeMutableRawBufferPointer(
                    rebasing: samples[..<pixels.frameByteCount])
                NIfTIVoxels(type: layout.type, isBigEndian: layout.isBigEndian)
                    .convert(UnsafeRawBufferPointer(stored), into: target)
            }
        }
        if let failure { throw failure }
    }

    private static func fields(_ bytes: NIfTIBytes) throws(ImageFileError) -> NIfTIFields {
        guard let start = NIfTIFields(try head(bytes, count: 4)) else { throw .notAnImage }
        guard let fields = NIfTIFields(try head(bytes, count: start.size)) else {
            throw .notAnImage
        }
        return fields
    }

    private static func head(_ bytes: NIfTIBytes, count: Int) throws(ImageFileError) -> [UInt8] {
        var head = [UInt8](repeating: 0, count: count)
        var failure: ImageFileError?
        head.withUnsafeMutableBytes { buffer in
            do throws(ImageFileError) { try bytes.read(at: 0, into: buffer) } catch {
                failure = error
            }
        }
        if let failure { throw failure }
        return head
    }

    private static func header(_ layout: NIfTIHeader) throws(ImageFileError) -> ImageFileHeader {
        let pixels = PixelShape(
            rows: layout.rows, columns: layout.columns, frames: layout.slices,
            sample: layout.type.sample, bitsStored: layout.type.byteCount * 8,
            colour: layout.type.isColour ? .colour : .monochrome2, transferSyntax: "NIfTI",
            isLossy: false)
        var remarks: [String] = []
        if layout.volumes > 1 {
            remarks.append("The image has \(layout.volumes) volumes; the first is used.")
        }
        if !layout.affine.isOriented {
            remarks.append("The image does not say how it lies in the patient.")
        }
        if layout.type.isColour { remarks.append("Colours are shown as luminance.") }
        return ImageFileHeader(
            facts: SourceFacts(), pixels: pixels,
            frames: (0..<layout.slices).map { attributes(layout, slice: $0) }, remarks: remarks)
    }

    private static func attributes(_ layout: NIfTIHeader, slice: Int) -> FrameAttributes {
        let steps = layout.affine.steps
        let position = layout.affine.origin + steps[2] * Double(slice)
        var attributes = FrameAttributes()
        attributes.plane = FramePlane(
            position: [position.x, position.y, position.z],
            orientation: [steps[0].x, steps[0].y, steps[0].z, steps[1].x, steps[1].y, steps[1].z])
        attributes.columnSpacingMM = steps[0].length
        attributes.rowSpacingMM = steps[1].length
        attributes.thicknessMM = steps[2].length
        attributes.instanceNumber = slice + 1
        if !layout.type.isColour {
            attributes.slice.slope = layout.slope
            attributes.slice.intercept = layout.intercept
        }
        if let range = layout.displayRange {
            let window = VOIWindow(
                center: (range.least + range.greatest) / 2, width: range.greatest - range.least,
                function: .linearExact)
            attributes.slice.windows = [window]
        }
        return attributes
    }
}
