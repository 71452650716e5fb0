import Imaging
import Testing

@testable import ImageFiles

/// Syntaxes with each way to write elements.
private let syntaxes: [TransferSyntax] = [
    .explicitLittleEndian, .implicitLittleEndian, .explicitBigEndian, .jpegLosslessSV1,
]

@Suite struct EnhancedFrameTests {
    @Test(arguments: syntaxes)
    func `every frame tells its own place and window`(syntax: TransferSyntax) throws {
        let series = series()

        let header = try DICOMFile(bytes: DICOMWriter.enhancedFile(series, syntax: syntax)).header

        #expect(header.frames.map(\.plane?.position) == series.slices.map(\.position))
        #expect(header.frames.map(\.slice) == series.slices.map(\.attributes))
        #expect(header.frames.map(\.instanceNumber) == Array(1...7))
    }

    @Test(arguments: syntaxes)
    func `frames can be asked for in any order and again`(syntax: TransferSyntax) throws {
        let series = series()
        let bytes = try DICOMWriter.enhancedFile(series, syntax: syntax)
        let handle = try DICOMHandle(bytes: bytes)
        let reader = FrameReader(elements: ElementReader(file: handle.pointer), isSigned: false)

        for frame in [6, 0, 0, 3, 6, 1] {
            let attributes = reader.attributes(ofFrame: frame)
            #expect(attributes.plane?.position == series.slices[frame].position)
            #expect(attributes.slice == series.slices[frame].attributes)
        }
    }

    @Test func `elements behind the functional groups are read`() throws {
        let bytes = try DICOMWriter.enhancedFile(series(), syntax: .explicitLittleEndian)

        let file = try DICOMFile(bytes: bytes)

        #expect(try file.integers(frame: 6) == SmallSeries.values(slice: 6))
    }

    @Test(arguments: [false, true])
    func `sequences of undefined length are read`(isWithoutVR: Bool) throws {
        let bytes = try file(frames: (0..<7).map { place($0, isWithoutVR: isWithoutVR) })

        let frames = try DICOMFile(bytes: bytes).header.frames

        #expect(frames.map(\.plane?.position) == series().slices.map(\.position))
    }

    @Test(arguments: [(16, nil), (17, ImageFileError.tooDeep)])
    func `sequences nested too deep in a frame are refused`(
        levels: Int, error: ImageFileError?
    ) throws {
        var inner: [UInt8] = []
        // The frame's own sequence is the first level.
        for _ in 1..<levels { inner = sequence(0x0008, 0x1140, inner) }
        let bytes = try file(frames: (0..<7).map { place($0) + ($0 == 5 ? inner : []) })

        do throws(ImageFileError) {
            _ = try DICOMFile(bytes: bytes)
            #expect(error == nil)
        } catch let failure {
            #expect(failure == error)
        }
    }

    /// Seven frames, each with a window of its own.
    private func series() -> DICOMSeries {
        var series = SmallSeries.series(slices: 7)
        for index in series.slices.indices {
            series.slices[index].attributes.windows = [
                VOIWindow(center: 40 + Double(index), width: 400)
            ]
        }
        return series
    }

    /// The file of the series with other functional groups, of undefined length.
    private func file(frames: [[UInt8]]) throws -> [UInt8] {
        var bytes = try DICOMWriter.enhancedFile(series(), syntax: .explicitLittleEndian)
        let groups: [UInt8] = [0x00, 0x52, 0x30, 0x92, 0x53, 0x51, 0, 0]
        let start = try #require(bytes.indices.first { bytes[$0...].starts(with: groups) })
        let length = bytes[start + 8..<start + 12].reversed().reduce(0) { $0 << 8 | Int($1) }
        let items = frames.flatMap { item($0) }
        bytes.replaceSubrange(
            start..<start + 12 + length, with: groups + undefined + items + end(0xDD))
        return bytes
    }

    /// Plane Position Sequence of a frame; its Image Position (Patient) says DS or nothing about its VR.
    private func place(_ frame: Int, isWithoutVR: Bool = false) -> [UInt8] {
        let position = series().slices[frame].position
        var value = Array("\(position.x)\\\(position.y)\\\(position.z)".utf8)
        if value.count % 2 == 1 { value.append(0x20) }
        let length = UInt8(value.count)
        let header: [UInt8] =
            isWithoutVR ? [0x55, 0x4E, 0, 0, length, 0, 0, 0] : [0x44, 0x53, length, 0]
        return sequence(0x0020, 0x9113, [0x20, 0, 0x32, 0] + header + value)
    }

    private func sequence(_ group: UInt16, _ element: UInt16, _ content: [UInt8]) -> [UInt8] {
        let tag = [group, element].flatMap { [UInt8($0 & 0xFF), UInt8($0 >> 8)] }
        return tag + [0x53, 0x51, 0, 0] + undefined + item(content) + end(0xDD)
    }

    private func item(_ content: [UInt8]) -> [UInt8] {
        [0xFE, 0xFF, 0x00, 0xE0] + undefined + content + end(0x0D)
    }

    private let undefined: [UInt8] = [0xFF, 0xFF, 0xFF, 0xFF]

    private func end(_ element: UInt8) -> [UInt8] { [0xFE, 0xFF, element, 0xE0, 0, 0, 0, 0] }
}
