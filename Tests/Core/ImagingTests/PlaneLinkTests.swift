import Imaging
import TestSupport
import Testing

@Suite struct PlaneLinkTests {
    private let axial = TestGeometry.make(columns: 64, rows: 64, slices: 40)
    private var semicoronal: VolumeGeometry {
        let plane = PlaneDirections(.coronal).tilted(aroundRows: 28)
        return VolumeGeometry(
            columns: 60, rows: 50, rowDirection: plane.right, columnDirection: plane.down,
            columnSpacingMM: 0.9, rowSpacingMM: 0.9,
            positions: (0..<16).map {
                Vector3(4, 20, 38) + plane.normal * (Double($0) * 3.3)
            })
    }

    @Test func `a place goes to another series and back`() {
        var random = SplitMix(seed: 5)
        for _ in 0..<200 {
            let point = ImagePoint(
                column: .random(in: 0...63, using: &random),
                row: .random(in: 0...63, using: &random))
            let slice = Int.random(in: 0..<40, using: &random)
            let position = axial.position(point, slice: slice)

            let place = semicoronal.place(of: position)

            let back =
                semicoronal.position(place.point, slice: place.slice)
                + semicoronal.normal * place.distanceMM
            #expect((back - position).length < 1e-9)
            let own = axial.place(of: position)
            #expect(own.slice == slice && abs(own.distanceMM) < 1e-9)
            #expect(abs(own.point.column - point.column) < 1e-9)
        }
    }

    @Test func `scrolling a semicoronal series takes an axial one along, within half a slice`() {
        let link = PlaneLink()
        var followed: Set<Int> = []
        for slice in 0..<semicoronal.slices {
            for point in [ImagePoint(column: 30, row: 25), ImagePoint(column: 20, row: 18)] {
                let position = semicoronal.position(point, slice: slice)
                guard axial.contains(position) else { continue }

                let place = link.place(
                    of: point, slice: slice, in: semicoronal, shownIn: axial)

                #expect(abs(place.distanceMM) <= 0.5)
                let shown = axial.position(place.point, slice: place.slice)
                #expect((shown - position).length <= 0.5 + 1e-9)
                followed.insert(place.slice)
            }
        }
        #expect(followed.count > 5)
    }

    @Test func `scrolling an axial series takes a semicoronal one along, within half a slice`() {
        var count = 0
        for slice in 0..<axial.slices {
            let point = ImagePoint(column: 30, row: 45)
            let position = axial.position(point, slice: slice)
            guard semicoronal.contains(position) else { continue }

            let place = PlaneLink().place(of: point, slice: slice, in: axial, shownIn: semicoronal)

            #expect(abs(place.distanceMM) <= 1.65)
            count += 1
        }
        #expect(count > 5)
    }

    @Test func `a link by hand joins frames of reference, both ways and over a third`() {
        let here = Vector3(10, 20, 30)
        let there = Vector3(-4, 25, 31.5)
        let link = PlaneLink(matching: here, with: there)

        #expect((link.position(here) - there).length < 1e-12)
        #expect((link.reversed.position(there) - here).length < 1e-12)
        let onward = PlaneLink(offset: Vector3(1, 1, 1))
        #expect(link.followed(by: onward).offset == link.offset + Vector3(1, 1, 1))
        let shifted = link.place(
            of: ImagePoint(column: 10, row: 20), slice: 30, in: axial, shownIn: axial)
        #expect(shifted.slice == 31 || shifted.slice == 32)
    }

    @Test func `beyond the first and last slice the nearest one is shown`() {
        #expect(axial.nearestSlice(to: Vector3(0, 0, -90)) == 0)
        #expect(axial.nearestSlice(to: Vector3(0, 0, 900)) == 39)
        #expect(!axial.contains(Vector3(5, 5, -0.6)))
        #expect(axial.contains(Vector3(5, 5, -0.4)))
        #expect(!axial.contains(Vector3(63.6, 5, 5)))
    }

    @Test func `rows and columns that are a little skewed are seen through`() {
        let skewed = VolumeGeometry(
            columns: 8, rows: 8, rowDirection: Vector3(1, 0, 0),
            columnDirection: Vector3(0.009, 0.99996, 0), columnSpacingMM: 2, rowSpacingMM: 3,
            positions: [Vector3(1, 2, 3), Vector3(1, 2, 5)])

        let point = skewed.point(skewed.position(column: 3, row: 6, slice: 1), slice: 1)

        #expect(abs(point.column - 3) < 1e-4 && abs(point.row - 6) < 1e-4)
    }

    @Test func `a slice of another pane shows as a line from edge to edge`() throws {
        let coronal = PlaneDirections(.coronal)

        let line = try #require(
            CutLine(
                planeThrough: Vector3(0, 20, 0), normal: coronal.normal, slice: 3, of: axial))

        #expect(abs(line.start.row - 20) < 1e-9 && abs(line.end.row - 20) < 1e-9)
        #expect([line.start.column, line.end.column].sorted() == [-0.5, 63.5])
    }

    @Test func `a slanting plane cuts where its places have no distance to it`() throws {
        let normal = semicoronal.normal
        let through = semicoronal.middle(ofSlice: 8)

        let line = try #require(
            CutLine(planeThrough: through, normal: normal, slice: 20, of: axial))

        for point in [line.start, line.end] {
            #expect(abs((axial.position(point, slice: 20) - through).dot(normal)) < 1e-9)
        }
        #expect(line.start != line.end)
    }

    @Test func `parallel planes and planes that pass outside have no line`() {
        let axialNormal = Vector3(0, 0, 1)
        #expect(
            CutLine(planeThrough: Vector3(0, 0, 2), normal: axialNormal, slice: 2, of: axial)
                == nil)
        #expect(
            CutLine(
                planeThrough: Vector3(0, 200, 0), normal: Vector3(0, 1, 0), slice: 2, of: axial)
                == nil)
    }
}
