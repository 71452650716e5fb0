import Imaging
import ReaderStudies
import TerminalUI
import Testing

@testable import Workstation

/// Planes, slabs, the crosshair and linked scrolling.
@Suite struct PlaneTests {
    private func axial(slices: Int = 30, stepMM: Double = 3, tilt: Double = 0) -> VolumeGeometry {
        VolumeGeometry(
            columns: 40, rows: 50, rowDirection: Vector3(1, 0, 0),
            columnDirection: Vector3(0, 1, 0), columnSpacingMM: 1, rowSpacingMM: 1,
            positions: (0..<slices).map {
                Vector3(-20, -25 + Double($0) * tilt, Double($0) * stepMM)
            })
    }

    /// Coronal slices that lean back by 30 degrees.
    private var semicoronal: VolumeGeometry {
        let plane = PlaneDirections(.coronal).tilted(aroundRows: 30)
        return VolumeGeometry(
            columns: 40, rows: 60, rowDirection: plane.right, columnDirection: plane.down,
            columnSpacingMM: 1, rowSpacingMM: 1,
            positions: (0..<20).map {
                Vector3(-20, -20, 70) + plane.normal * (Double($0) * 4)
            })
    }

    private func reader(
        _ geometries: VolumeGeometry..., size: Size = Size(width: 200, height: 60)
    ) throws -> TestReader {
        TestReader(
            try SampleHangings.state(geometries.map { SampleHangings.ramp($0) }, size: size))
    }

    private func viewer(_ reader: TestReader) throws -> Viewer {
        try #require(reader.state.reading?.viewer)
    }

    @Test(arguments: [
        ("C", "coronal", "R", "L", "H"), ("L", "sagittal", "A", "P", "H"),
    ])
    func `planes hang radiologically, with their letters and names`(
        _ key: Character, _ name: String, _ left: String, _ right: String, _ top: String
    ) throws {
        var reader = try reader(axial())

        reader.press(KeyPress(key))

        let viewer = try viewer(reader)
        let letters = EdgeLetters(viewer.geometry, viewer.orientation)
        #expect(letters.left == left && letters.right == right && letters.top == top)
        #expect(reader.text().contains(name))
        reader.press(KeyPress("F"))
        #expect(try self.viewer(reader).isAcquired)
    }

    @Test func `the acquired plane is shown as acquired, not computed`() throws {
        var reader = try reader(axial())

        reader.press(KeyPress("C"), KeyPress("A"))

        #expect(try viewer(reader).plane == .acquired)
    }

    @Test(arguments: ["A", "C", "L"] as [Character])
    func `pane pixels, patient and voxels agree in every plane`(_ key: Character) throws {
        var reader = try reader(axial(tilt: 0.2), semicoronal)
        reader.press(KeyPress(key))
        let viewer = try viewer(reader)
        let geometry = try #require(reader.state.reading?.geometry(reader.state))
        let (width, height) = (geometry.mapping.pane.width, geometry.mapping.pane.height)

        for (x, y) in [(0.5, 0.5), (0.3, 0.6), (0.7, 0.4)] {
            let pixel = (x: Double(width) * x, y: Double(height) * y)
            let place = geometry.position(x: pixel.x, y: pixel.y, viewer)
            let back = geometry.panePoint(place, viewer)
            #expect(abs(back.x - pixel.x) < 1e-6 && abs(back.y - pixel.y) < 1e-6)
            let voxel = try #require(viewer.voxel(at: place))
            let middle = viewer.position(of: voxel)
            // Half a voxel along each axis, and half a step of the slices.
            #expect((middle - place).length < 0.71 + 1.6)
            let value = viewer.volume.modalityValue(
                column: voxel.column, row: voxel.row, slice: voxel.slice)
            #expect(value == Double(Float(middle.x + 100 * middle.y + 10_000 * middle.z)))
        }
    }

    @Test func `the arrows tilt the plane, by one degree and by ten`() throws {
        var reader = try reader(axial())

        reader.press(KeyPress("C"), KeyPress("O"), .shift(.down), .plain(.down))

        guard case .oblique(let directions) = try viewer(reader).plane else {
            Issue.record("The plane is not oblique.")
            return
        }
        let expected = PlaneDirections(.coronal).tilted(aroundRows: 11).normal
        #expect((directions.normal - expected).length < 1e-9)
        #expect(reader.text().contains("TILT"))
        reader.press(.plain(.enter), KeyPress("r"))
        #expect(try viewer(reader).isAcquired)
    }

    @Test func `slabs grow, shrink and change their projection`() throws {
        var reader = try reader(axial())

        reader.press(KeyPress(">"))
        #expect(try viewer(reader).slab == Slab(thicknessMM: 5, projection: .maximum))
        #expect(reader.text().contains("MIP 5 mm"))
        reader.press(KeyPress(">"), KeyPress("I"))
        #expect(try viewer(reader).slab == Slab(thicknessMM: 8, projection: .minimum))
        reader.press(KeyPress("<"), KeyPress("<"))
        #expect(try viewer(reader).slab == nil)
        reader.press(KeyPress("<"))
        #expect(reader.state.notice?.sentence == "There is no slab. > shows one.")
    }

    @Test func `a MIP shows the greatest value of its slices`() throws {
        var reader = try reader(axial())
        reader.press(KeyPress(">"), KeyPress(">"), KeyPress("g"), KeyPress("j"))

        let viewer = try viewer(reader)

        // 8 mm around slice 1 hold the slices 0 to 2; the ramp grows with z.
        #expect(
            viewer.shown.modalityValue(column: 5, row: 6, slice: 1)
                == viewer.volume.modalityValue(column: 5, row: 6, slice: 2))
    }

    @Test func `an axial and a semicoronal series scroll to the same place, within half a slice`()
        throws
    {
        var reader = try reader(axial(), semicoronal)

        for _ in 0..<9 {
            reader.press(KeyPress("j"))
            let reading = try #require(reader.state.reading)
            let other = reading.panes[1]
            let depth =
                (reading.focalPoint - other.geometry.positions[other.slice])
                .dot(other.geometry.normal)
            #expect(abs(depth) <= 2.0001)
            #expect(reading.panes[0].isInView(reading.focalPoint))
        }
        let moved = try #require(reader.state.reading)
        #expect(moved.panes[1].slice != 10)
    }

    @Test func `planes at a right angle stay where they are while one scrolls`() throws {
        var reader = try reader(axial())
        reader.press(KeyPress("#"), .plain(.tab), KeyPress("j"), KeyPress("j"))
        let coronal = try #require(reader.state.reading?.panes[1].slice)

        reader.press(.plain(.backTab), KeyPress("j"), KeyPress("j"))

        #expect(reader.state.reading?.panes[1].slice == coronal)
    }

    @Test func `series that lie apart are linked as they stand`() throws {
        let shifted = VolumeGeometry(
            columns: 40, rows: 50, rowDirection: Vector3(1, 0, 0),
            columnDirection: Vector3(0, 1, 0), columnSpacingMM: 1, rowSpacingMM: 1,
            positions: (0..<30).map { Vector3(-20, -25, 1000 + Double($0) * 5) })
        var reader = try reader(axial(), shifted)
        reader.press(KeyPress("y"), KeyPress("g"), .plain(.tab), KeyPress("g"), .plain(.backTab))

        reader.press(KeyPress("Y"))
        #expect(
            reader.state.notice?.sentence == "The panes are linked as shown, 1000.0 mm apart.")
        for _ in 0..<10 { reader.press(KeyPress("j")) }

        // 10 slices of 3 mm are 6 of 5 mm.
        #expect(reader.state.reading?.panes.map(\.slice) == [10, 6])
        reader.press(.plain(.tab), KeyPress("k"))
        #expect(reader.state.reading?.panes.map(\.slice) == [8, 5])
    }

    @Test func `the crosshair shows one place in all panes, and the arrows move it`() throws {
        var reader = try reader(axial())
        reader.press(KeyPress("#"), KeyPress("#"))
        let before = try #require(reader.state.reading)

        reader.press(KeyPress("x"), .shift(.right), .plain(.down))

        let after = try #require(reader.state.reading)
        let moved = after.focalPoint - before.focalPoint
        #expect((moved - Vector3(10, 1, 0)).length < 1e-9)
        for viewer in after.panes { #expect(viewer.isInView(after.focalPoint)) }
        #expect(after.cutLines(in: 0, shown: [0, 1, 2]).count == 2)
        #expect(reader.text().contains("CROSSHAIR"))
        reader.press(.plain(.escape))
        #expect(reader.state.reading?.showsCrosshair == false)
    }

    @Test func `a click moves the crosshair, which stays while one scrolls`() throws {
        var reader = try reader(axial())
        reader.press(KeyPress("#"), KeyPress("x"), .plain(.enter))
        let geometry = try #require(reader.state.reading?.geometry(reader.state))
        let (x, y) = (geometry.area.x + 5, geometry.area.y + 5)
        for kind in [MouseInput.Kind.press, .release] {
            let input = MouseInput(kind: kind, button: 0, x: x, y: y, modifiers: [])
            reader.run(update(&reader.state, .mouse(input, atMS: 9_000)))
        }
        let clicked = try #require(reader.state.reading)
        #expect(clicked.panes.allSatisfy { $0.isInView(clicked.focalPoint) })

        reader.press(KeyPress("j"))

        let scrolled = try #require(reader.state.reading)
        let way = scrolled.focalPoint - clicked.focalPoint
        #expect((way - Vector3(0, 0, 3)).length < 1e-9)
    }

    @Test func `the left button drags the crosshair while the arrows move it, in any pane`() throws
    {
        var reader = try reader(axial())
        reader.press(KeyPress("#"), KeyPress("x"))
        let reading = try #require(reader.state.reading)
        let window = reading.panes.map(\.window)
        let area = try #require(reading.geometry(reader.state, pane: 1)).area
        func mouse(_ kind: MouseInput.Kind, _ right: Int, _ down: Int) {
            let input = MouseInput(
                kind: kind, button: 0, x: area.x + right, y: area.y + down, modifiers: [])
            reader.run(update(&reader.state, .mouse(input, atMS: 9_000)))
        }

        mouse(.press, 2, 2)
        mouse(.move, 4, 4)
        let halfway = try #require(reader.state.reading).focalPoint
        mouse(.move, 8, 8)
        mouse(.release, 8, 8)

        let after = try #require(reader.state.reading)
        #expect(after.pane == 1 && after.mode == .crosshair)
        #expect((after.focalPoint - halfway).length > 1)
        #expect(after.panes.allSatisfy { $0.isInView(after.focalPoint) })
        #expect(after.panes.map(\.window) == window)
        #expect(reader.text().contains("CROSSHAIR"))
    }

    @Test func `a mark placed in a coronal plane lies on the acquired voxel`() throws {
        var reader = TestReader(
            SampleReads.state(try SampleForms.lesions(), size: Size(width: 200, height: 60)))
        reader.press(KeyPress("C"), KeyPress("a"), .plain(.right), .plain(.enter))

        let mark = try #require(reader.state.reading?.allMarks.first?.mark)

        let viewer = try #require(reader.state.reading?.viewer)
        let voxel = AcquiredVoxel(column: mark.column, row: mark.row, slice: mark.slice)
        #expect(viewer.isInView(viewer.position(of: voxel)))
        #expect((0..<24).contains(mark.slice))
        #expect(reader.state.reading.map { $0.marks(in: viewer).count } == 1)
    }

    @Test func `a key image is an acquired slice`() throws {
        var reader = try reader(axial())

        reader.press(KeyPress("C"), KeyPress("K"))

        #expect(
            reader.state.notice?.sentence == "Key images are acquired slices. F shows them.")
    }
}
