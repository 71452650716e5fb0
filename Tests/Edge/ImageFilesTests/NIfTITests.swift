import Imaging
import Testing

@testable import ImageFiles

private let ramp = (0..<24).map { Int16($0 * 100 - 1000) }

@Test(arguments: [false, true], [false, true])
func `voxels come back in both formats and byte orders`(isSecond: Bool, isBigEndian: Bool) throws {
    var maker = NIfTIMaker(isSecond: isSecond, isBigEndian: isBigEndian)
    maker.fill(ramp)

    let file = try ImageFileOpener.open(bytes: maker.bytes())

    #expect(file.header.pixels.columns == 4)
    #expect(file.header.pixels.rows == 3)
    #expect(file.header.pixels.frames == 2)
    #expect(try file.integers(frame: 0) == ramp[..<12].map { Int($0) })
    #expect(try file.integers(frame: 1) == ramp[12...].map { Int($0) })
}

@Test func `the affine of right, front and head becomes left, back and head`() throws {
    var maker = NIfTIMaker()
    maker.fill(ramp)

    let stack = SeriesGrouping([try NIfTIFile(bytes: maker.bytes()).header]).series[0].stacks[0]

    let geometry = try #require(stack.geometry)
    #expect(geometry.positions == [Vector3(-10, -20, 30), Vector3(-10, -20, 34)])
    #expect(geometry.rowDirection == Vector3(-1, 0, 0))
    #expect(geometry.columnDirection == Vector3(0, -1, 0))
    #expect(geometry.columnSpacingMM == 2)
    #expect(geometry.rowSpacingMM == 3)
}

@Test func `slices that run against the normal are turned round`() throws {
    var maker = NIfTIMaker()
    maker.affine = [[2, 0, 0, 10], [0, 3, 0, 20], [0, 0, -4, 30]]
    maker.fill(ramp)

    let stack = SeriesGrouping([try NIfTIFile(bytes: maker.bytes()).header]).series[0].stacks[0]

    #expect(stack.frames.map(\.frame) == [1, 0])
    #expect(stack.geometry?.positions.map(\.z) == [26, 30])
}

@Test func `the quaternion serves where there is no affine`() throws {
    var maker = NIfTIMaker()
    maker.affine = nil
    // A quarter turn about the head axis: columns run to the front.
    maker.quaternion = [0, 0, 0.5.squareRoot()]
    maker.quaternionOffset = [1, 2, 3]
    maker.fill(ramp)

    let plane = try #require(NIfTIFile(bytes: maker.bytes()).header.frames[0].plane)

    #expect((plane.rowDirection - Vector3(0, -1, 0)).length < 1e-6)
    #expect((plane.columnDirection - Vector3(1, 0, 0)).length < 1e-6)
    #expect(plane.position == Vector3(-1, -2, 3))
}

@Test func `a negative first pixdim runs the slices against the quaternion`() throws {
    var maker = NIfTIMaker()
    maker.affine = nil
    maker.quaternion = [0, 0, 0]
    maker.pixdim[0] = -1
    maker.fill(ramp)

    let frames = try NIfTIFile(bytes: maker.bytes()).header.frames

    #expect(frames[1].plane?.position.z == -4)
}

@Test func `an image without orientation says so`() throws {
    var maker = NIfTIMaker()
    maker.affine = nil
    maker.fill(ramp)

    let header = try NIfTIFile(bytes: maker.bytes()).header

    #expect(header.remarks == ["The image does not say how it lies in the patient."])
    #expect(header.frames[0].columnSpacingMM == 2)
}

@Test func `metres and micrometres become millimetres`() throws {
    var maker = NIfTIMaker()
    maker.units = 3
    maker.affine = [[2000, 0, 0, 0], [0, 3000, 0, 0], [0, 0, 4000, 0]]
    maker.fill(ramp)

    let frames = try NIfTIFile(bytes: maker.bytes()).header.frames

    #expect(frames[0].columnSpacingMM == 2)
    #expect(frames[1].plane?.position.z == 4)
}

@Test(arguments: [(0.0, 7.0, 1.0, 0.0), (.nan, 7, 1, 0), (2.5, -3, 2.5, -3)])
func `a slope of 0 means none`(
    slope: Double, intercept: Double, expectedSlope: Double, expectedIntercept: Double
) throws {
    var maker = NIfTIMaker()
    maker.slope = slope
    maker.intercept = intercept
    maker.fill(ramp)

    let slice = try NIfTIFile(bytes: maker.bytes()).header.frames[0].slice

    #expect(slice.slope == expectedSlope)
    #expect(slice.intercept == expectedIntercept)
}

@Test func `the display range becomes a window`() throws {
    var maker = NIfTIMaker()
    maker.displayRange = (-100, 300)
    maker.fill(ramp)

    let windows = try NIfTIFile(bytes: maker.bytes()).header.frames[0].slice.windows

    #expect(windows == [VOIWindow(center: 100, width: 400, function: .linearExact)])
}

@Test func `each integer type is read with its sign`() throws {
    func values<Value: FixedWidthInteger>(_ datatype: Int, _ stored: [Value]) throws -> [Int] {
        var maker = NIfTIMaker()
        maker.dimensions = [3, 2, 1, 1, 1, 1, 1, 1]
        maker.datatype = datatype
        maker.fill(stored)
        return try NIfTIFile(bytes: maker.bytes()).integers()
    }

    #expect(try values(2, [UInt8(0), 255]) == [0, 255])
    #expect(try values(256, [Int8(-128), 127]) == [-128, 127])
    #expect(try values(4, [Int16.min, .max]) == [-32768, 32767])
    #expect(try values(512, [UInt16(0), .max]) == [0, 65535])
    #expect(try values(8, [Int32.min, .max]) == [-2_147_483_648, 2_147_483_647])
    #expect(try values(768, [UInt32(1), .max]) == [1, 4_294_967_295])
    #expect(try values(1024, [Int64(-70000), 70000]) == [-70000, 70000])
    #expect(try values(1280, [UInt64(0), 1 << 40]) == [0, 1 << 40])
}

@Test func `what is not a number becomes 0`() throws {
    var maker = NIfTIMaker()
    maker.dimensions = [3, 3, 1, 1, 1, 1, 1, 1]
    maker.datatype = 64
    maker.fill([Double.nan.bitPattern, (-2.5).bitPattern, Double.infinity.bitPattern])

    let file = try NIfTIFile(bytes: maker.bytes())
    let samples = try file.samples(ofFrame: 0).withUnsafeBytes {
        Array($0.bindMemory(to: Float.self))
    }

    #expect(samples == [0, -2.5, .greatestFiniteMagnitude])
}

@Test func `colours become luminance`() throws {
    var maker = NIfTIMaker()
    maker.dimensions = [3, 2, 1, 1, 1, 1, 1, 1]
    maker.datatype = 128
    maker.voxels = [255, 0, 0, 10, 20, 30]

    let file = try NIfTIFile(bytes: maker.bytes())

    #expect(file.header.pixels.colour == .colour)
    #expect(try file.integers() == [76, 18])
}

@Test func `extensions and the offset of voxels are skipped`() throws {
    var maker = NIfTIMaker()
    maker.extensions = [1, 0, 0, 0] + [UInt8](repeating: 0x41, count: 48)
    maker.offset = 348 + 52
    maker.fill(ramp)

    let file = try NIfTIFile(bytes: maker.bytes())

    #expect(try file.integers(frame: 1) == ramp[12...].map { Int($0) })
}

@Test func `of several volumes the first is used, and that is said`() throws {
    var maker = NIfTIMaker()
    maker.dimensions = [4, 4, 3, 1, 2, 1, 1, 1]
    maker.fill(ramp)

    let file = try NIfTIFile(bytes: maker.bytes())

    #expect(file.header.pixels.frames == 1)
    #expect(file.header.remarks == ["The image has 2 volumes; the first is used."])
    #expect(try file.integers() == ramp[..<12].map { Int($0) })
}

@Test func `gzip is unpacked, in any order of frames`() throws {
    var maker = NIfTIMaker()
    maker.fill(ramp)

    let file = try ImageFileOpener.open(bytes: gzipped(maker.bytes()))

    #expect(try file.integers(frame: 1) == ramp[12...].map { Int($0) })
    #expect(try file.integers(frame: 0) == ramp[..<12].map { Int($0) })
}

@Test func `gzip that ends early is refused`() throws {
    var maker = NIfTIMaker()
    maker.fill(ramp)
    let packed = gzipped(maker.bytes())

    let file = try NIfTIFile(bytes: Array(packed.dropLast(20)))

    #expect(throws: ImageFileError.truncated) { try file.integers(frame: 1) }
}

@Test func `a gzip bomb yields no more than the header declares`() throws {
    var maker = NIfTIMaker()
    maker.fill(ramp)
    maker.voxels += [UInt8](repeating: 0, count: 32 << 20)

    let file = try NIfTIFile(bytes: gzipped(maker.bytes()))

    #expect(try file.samples(ofFrame: 0).count == 24)
}

@Test func `headers that contradict themselves are refused`() throws {
    func error(_ change: (inout NIfTIMaker) -> Void) -> ImageFileError? {
        var maker = NIfTIMaker()
        maker.fill(ramp)
        change(&maker)
        do {
            _ = try NIfTIFile(bytes: maker.bytes())
            return nil
        } catch {
            return error
        }
    }

    #expect(error { $0.dimensions[0] = 9 } == .badNIfTI(reason: "declares 9 dimensions"))
    #expect(
        error { $0.dimensions[1] = 0 }
            == .outOfLimits(rows: 3, columns: 0, frames: 2, samples: 1))
    #expect(
        error { $0.dimensions[2] = -5 }
            == .outOfLimits(rows: -5, columns: 4, frames: 2, samples: 1))
    #expect(error { $0.datatype = 32 } == .unsupportedPixels)
    #expect(error { $0.voxels.removeLast() } == .truncated)
    #expect(
        error { $0.offset = .infinity }
            == .badNIfTI(reason: "places the voxels at an impossible offset"))
    #expect(
        error { $0.magic = "ni1" }
            == .badNIfTI(reason: "belongs to a pair of .hdr and .img, which is not read"))
    #expect(
        error { $0.magic = "xyz" }
            == .badNIfTI(reason: "lacks the mark of NIfTI, as in Analyze files"))
}
