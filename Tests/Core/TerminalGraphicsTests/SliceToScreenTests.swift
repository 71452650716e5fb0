import Imaging
import Testing

@testable import TerminalGraphics

/// From stored values to what a terminal shows, through all steps.
@Suite struct SliceToScreenTests {
    /// A slice of 24 × 18 values that rise from −100 by one.
    private let volume: ImageVolume = {
        let geometry = VolumeGeometry(
            columns: 24, rows: 18, rowDirection: Vector3(-1, 0, 0),
            columnDirection: Vector3(0, 1, 0), columnSpacingMM: 0.7, rowSpacingMM: 0.7,
            positions: [Vector3(0, 0, 0)])
        return ImageVolume(
            geometry: geometry,
            storage: MemoryStorage((0..<432).map { Int16($0 - 100) }, sliceSampleCount: 432),
            slices: [SliceAttributes(slope: 2, intercept: -50)])
    }()

    @Test func `each screen pixel of a sixel picture shows the grey of its own voxel`() throws {
        let window = VOIWindow(center: 100, width: 400)
        let renderer = GreyRenderer.sixel(SixelOptions(rounding: .floor))
        let cell = CellSize(width: 8, height: 6)
        let pane = renderer.pane(columns: 7, rows: 8, cell: cell)
        let mapping = PaneMapping(
            volume.geometry, pane: pane,
            orientation: volume.geometry.radiologicalOrientation, zoom: .wholeNumberFit)
        let table = GreyTable(volume.greyMapping(slice: 0, voi: .window(window)))

        let shown = volume.greys(slice: 0, through: table).shown(through: mapping)
        let screen = try SixelDecoder(renderer.encode(shown, cell: cell)[0].chunks[0])

        #expect(mapping.orientation.flippedHorizontally && mapping.scale == 2)
        let registers = SixelPalette(.floor).registers
        for y in 0..<pane.height {
            for x in 0..<pane.width {
                var grey: UInt8 = 0
                if let voxel = mapping.voxel(x: x, y: y) {
                    let value = volume.modalityValue(
                        column: voxel.column, row: voxel.row, slice: 0)
                    grey = window.grey(value ?? .nan)
                }
                #expect(screen.percents[y * pane.width + x] == Int(registers[Int(grey)]))
            }
        }
    }
}
