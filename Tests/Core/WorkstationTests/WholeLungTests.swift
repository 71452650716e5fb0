import Imaging
import ReaderStudies
import TerminalUI
import Testing

@testable import Workstation

/// A lung painted in all of 300 slices.
@Suite struct WholeLungTests {
    /// An ellipse of voxels as runs, its part the lower third of its rows.
    private func runs(_ slice: Int, part: Bool) -> [Int] {
        let radius = 40 + slice % 9
        return (64 - radius...64 + radius).flatMap { row -> [Int] in
            guard !part || row > 64 + radius / 3 else { return [] }
            let across = Double(radius * radius - (row - 64) * (row - 64)).squareRoot()
            // The heart cuts the lung in two.
            let left = Int(across) / 2 + 1
            return [row * 128 + 60 - left, left, row * 128 + 66, left]
        }
    }

    private func masks() -> [PaintedMask] {
        ["whole", "part"].map { name in
            PaintedMask(
                name: name,
                slices: (0..<300).map {
                    PaintedSlice(slice: $0, runs: runs($0, part: name == "part"))
                })
        }
    }

    @Test func `its percentage answers, is kept whole, and is there again`() throws {
        let volume = SampleReads.volume(columns: 128, rows: 128, slices: 300)
        let opened = SampleReads.opened(slices: 300)
        var state = WorkstationState(
            size: Size(width: 80, height: 24), capabilities: SampleReads.halfBlocks)
        _ = update(&state, .opened(opened, try SampleForms.chest(), ["S0": volume]))
        var reader = TestReader(state)
        reader.press(.plain(.tab), KeyPress(" "), KeyPress("D"), KeyPress("m"))
        let masks = masks()
        let painting = Painting(masks, in: volume.geometry)
        reader.state.reading?.board.change { $0.paintings["S0"] = painting }
        let voxels = masks.map { mask -> Int in
            mask.slices.reduce(0) { sum, slice in
                sum + stride(from: 1, to: slice.runs.count, by: 2).reduce(0) { $0 + slice.runs[$1] }
            }
        }

        reader.press(KeyPress("V"))

        guard case .answer(_, .value(.integer(let percent)), let measured?)? = reader.recorded.last
        else {
            Issue.record("\(reader.state.notice?.sentence ?? "nothing was answered")")
            return
        }
        #expect(percent == Int((Double(voxels[1]) / Double(voxels[0]) * 100).rounded()))
        #expect(
            measured.quantities.map(\.value).dropFirst() == [Double(voxels[0]), Double(voxels[1])])
        #expect(measured.masks == masks)
        #expect(try Painting(#require(measured.masks), in: volume.geometry).whole == painting.whole)
    }
}
