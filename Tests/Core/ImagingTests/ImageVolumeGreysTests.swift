import Imaging
import Testing

@Suite struct ImageVolumeGreysTests {
    private let window = VOI.window(VOIWindow(center: 50, width: 100, function: .linearExact))

    @Test func `each slice is shown with its own rescale`() {
        let volume = TestGeometry.volume(
            [0, 50, 100, 0, 50, 100],
            slices: [SliceAttributes(), SliceAttributes(slope: 0.5, intercept: 0)])

        let greys = (0..<2).map {
            volume.greys(
                slice: $0, through: GreyTable(volume.greyMapping(slice: $0, voi: window))
            ).pixels
        }

        #expect(greys == [[0, 128, 255], [0, 64, 128]])
    }

    @Test func `MONOCHROME1 volumes are turned round`() {
        let volume = TestGeometry.volume([0, 100], photometric: .monochrome1)

        let table = GreyTable(volume.greyMapping(slice: 0, voi: window))

        #expect(volume.greys(slice: 0, through: table).pixels == [255, 0])
    }

    @Test func `a voxel tells its stored and its modality value`() {
        let volume = TestGeometry.volume(
            [-7, 3], slices: [SliceAttributes(slope: 2, intercept: 1)])

        #expect(volume.storedValue(column: 0, row: 0, slice: 0) == -7)
        #expect(volume.modalityValue(column: 1, row: 0, slice: 0) == 7)
    }

    @Test(arguments: [(-1, 0, 0), (2, 0, 0), (0, -1, 0), (0, 1, 0), (0, 0, -1), (0, 0, 1)])
    func `there is no value outside the volume`(column: Int, row: Int, slice: Int) {
        let volume = TestGeometry.volume([-7, 3])

        #expect(volume.modalityValue(column: column, row: row, slice: slice) == nil)
    }

    @Test func `samples of all types are read`() {
        let float: [Float] = [1.5, -2.25]
        let unsigned: [UInt16] = [1, 65_535]

        #expect(float.withUnsafeBytes { SampleType.float32.value(at: 1, in: $0) } == -2.25)
        #expect(unsigned.withUnsafeBytes { SampleType.uint16.value(at: 1, in: $0) } == 65_535)
        #expect(unsigned.withUnsafeBytes { SampleType.int16.value(at: 1, in: $0) } == -1)
    }
}
