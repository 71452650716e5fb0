import Imaging
import Testing

@Suite struct VoxelMaskTests {
    private let geometry = TestGeometry.make(columns: 20, rows: 15, slices: 4)

    private func rectangle(_ column: Double, _ row: Double, _ width: Double, _ height: Double)
        -> ImageRegion
    {
        .rectangle(
            ImagePoint(column: column, row: row),
            ImagePoint(column: column + width - 1, row: row + height - 1))
    }

    @Test func `what is painted on several slices counts once each`() throws {
        var mask = VoxelMask(geometry)

        try mask.paint(rectangle(2, 3, 5, 4), slice: 0)
        try mask.paint(rectangle(2, 3, 5, 4), slice: 0)
        try mask.paint(rectangle(17, 12, 9, 9), slice: 3)

        #expect(mask.count == 20 + 9)
        #expect(mask.contains(column: 6, row: 6, slice: 0))
        #expect(!mask.contains(column: 7, row: 6, slice: 0))
        #expect(!mask.contains(column: 6, row: 6, slice: 1))
        #expect(!mask.contains(column: -1, row: 6, slice: 0))
    }

    @Test func `erasing takes away, and all of it leaves nothing`() throws {
        var mask = VoxelMask(geometry)
        try mask.paint(rectangle(0, 0, 20, 15), slice: 1)

        try mask.erase(rectangle(0, 0, 20, 5), slice: 1)
        #expect(mask.count == 200)

        try mask.erase(rectangle(0, 0, 20, 15), slice: 1)
        #expect(mask == VoxelMask(geometry))
    }

    @Test func `a share of a lung counts what lies inside it`() throws {
        var (lung, disease) = (VoxelMask(geometry), VoxelMask(geometry))
        for slice in 0..<4 { try lung.paint(rectangle(0, 0, 10, 10), slice: slice) }
        try disease.paint(rectangle(5, 0, 10, 10), slice: 1)
        try disease.paint(rectangle(0, 0, 10, 5), slice: 2)

        #expect(disease.count(inCommonWith: lung) == 100)
        #expect(try disease.percentage(of: lung) == 25)
        #expect(try lung.percentage(of: lung) == 100)
    }

    @Test func `a share of nothing is refused, and so is a slice that is not there`() throws {
        let empty = VoxelMask(geometry)

        #expect(throws: MeasureError.noVoxels) { try empty.percentage(of: empty) }
        var mask = empty
        #expect(throws: MeasureError.noSlice(slice: 4)) {
            try mask.paint(rectangle(0, 0, 2, 2), slice: 4)
        }
        #expect("\(MeasureError.noSlice(slice: 4))" == "There is no slice 5.")
    }

    @Test func `runs are the painted voxels, and painting them gives the same mask`() throws {
        let wide = TestGeometry.make(columns: 130, rows: 7, slices: 1)
        var mask = VoxelMask(wide)
        for (column, row, width) in [(0, 0, 1), (129, 0, 1), (0, 1, 64), (63, 2, 67), (5, 6, 125)] {
            try mask.paint(rectangle(Double(column), Double(row), Double(width), 1), slice: 0)
        }

        let runs = mask.runs(slice: 0)

        let painted = stride(from: 0, to: runs.count, by: 2).flatMap {
            Array(runs[$0]..<runs[$0] + runs[$0 + 1])
        }
        let voxels = (0..<130 * 7).filter {
            mask.contains(column: $0 % 130, row: $0 / 130, slice: 0)
        }
        #expect(painted == voxels && painted.count == mask.count)
        // The end of a row and the beginning of the next are one run.
        #expect(Array(runs.prefix(4)) == [0, 1, 129, 65])
        var again = VoxelMask(wide)
        again.insert(runs: runs, slice: 0)
        #expect(again == mask)
    }

    @Test(arguments: [[-1, 3], [910, 4], [3], [5, 0], [0, -2]])
    func `runs that lie outside are left out`(_ runs: [Int]) {
        var mask = VoxelMask(TestGeometry.make(columns: 130, rows: 7, slices: 1))

        mask.insert(runs: runs, slice: 0)
        mask.insert(runs: [0, 4], slice: 1)

        #expect(mask.count == 0 && mask.paintedSlices.isEmpty)
    }
}
