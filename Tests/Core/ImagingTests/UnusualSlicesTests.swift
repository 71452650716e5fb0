import Imaging
import Testing

@Suite struct UnusualSlicesTests {
    /// Slices at given heights, all of one value each: its number times 100.
    private func volume(
        depthsMM: [Double], shift: Vector3 = Vector3(0, 0, 0), right: Vector3 = Vector3(1, 0, 0)
    ) -> ImageVolume {
        let geometry = VolumeGeometry(
            columns: 6, rows: 5, rowDirection: right, columnDirection: Vector3(0, 1, 0),
            columnSpacingMM: 1, rowSpacingMM: 1,
            positions: depthsMM.enumerated().map { Vector3(0, 0, $1) + shift * Double($0) })
        let samples = depthsMM.indices.flatMap { Array(repeating: Int16($0 * 100), count: 30) }
        return ImageVolume(
            geometry: geometry, storage: MemoryStorage(samples, sliceSampleCount: 30),
            slices: Array(repeating: SliceAttributes(), count: depthsMM.count))
    }

    private func value(_ volume: ImageVolume, z: Double, y: Double = 2) throws -> Double? {
        try volume.value(at: Vector3(2, y, z))
    }

    @Test func `one slice has no other planes, and says so`() {
        #expect(throws: PlaneError.singleSlice) {
            try volume(depthsMM: [0]).reformatted(to: .coronal)
        }
        #expect("\(PlaneError.singleSlice)".contains("one slice"))
    }

    @Test func `without directions there are no other planes`() {
        #expect(throws: PlaneError.noOrientation) {
            try volume(depthsMM: [0, 1], right: Vector3(0, 1, 0)).reformatted(to: .coronal)
        }
        #expect(throws: PlaneError.noOrientation) {
            try volume(depthsMM: [0, 1], right: Vector3(.nan, 0, 0)).reformatted(to: .coronal)
        }
    }

    @Test func `slices at one place or in the wrong order are named`() {
        #expect(throws: PlaneError.slicesOutOfOrder(slice: 2)) {
            try volume(depthsMM: [0, 1, 1, 2]).reformatted(to: .coronal)
        }
        #expect(throws: PlaneError.slicesOutOfOrder(slice: 1)) {
            try volume(depthsMM: [2, 1, 0]).reformatted(to: .coronal)
        }
    }

    @Test func `directions that are one are refused`() {
        #expect(throws: PlaneError.noDirections) {
            try PlaneDirections(right: Vector3(1, 0, 0), down: Vector3(-2, 0, 0))
        }
        #expect(throws: PlaneError.noDirections) {
            try PlaneDirections(right: Vector3(0, 0, 0), down: Vector3(0, 1, 0))
        }
    }

    @Test func `between uneven slices the share counts in millimetres`() throws {
        let volume = volume(depthsMM: [0, 5, 10, 12, 14])

        #expect(try value(volume, z: 2.5) == 50)
        #expect(try value(volume, z: 11) == 250)
        #expect(try value(volume, z: 10) == 200)
        #expect(
            SliceArrangement(volume.geometry).remarks == [
                "Slices lie 2.0 to 5.0 mm apart; other planes are computed from their true places."
            ])
    }

    @Test func `where slices are missing nothing is made up`() throws {
        let volume = volume(depthsMM: [0, 2, 4, 10, 12, 14])

        #expect(SliceArrangement(volume.geometry).gaps == [2])
        #expect(SliceArrangement(volume.geometry).remarks.first?.contains("slice 3") == true)
        #expect(try value(volume, z: 4.9) == 200)
        #expect(try value(volume, z: 7) == nil)
        #expect(try value(volume, z: 9.1) == 300)
        #expect(try value(volume, z: 11) == 350)
        let coronal = try volume.reformatted(to: .coronal)
        let black = (0..<coronal.geometry.rows).filter {
            coronal.storedValue(column: 2, row: $0, slice: 2).isNaN
        }
        #expect(black.count == 4)
    }

    @Test func `the outer slices are half a slice thick`() throws {
        let volume = volume(depthsMM: [0, 2, 4])

        #expect(try value(volume, z: -0.99) == 0)
        #expect(try value(volume, z: 4.99) == 200)
        #expect(try value(volume, z: -1.01) == nil)
        #expect(try value(volume, z: 5.01) == nil)
        #expect(try value(volume, z: 2, y: -0.6) == nil)
    }

    @Test func `a tilted gantry shifts each slice, and is straightened`() throws {
        let volume = volume(depthsMM: [0, 2, 4, 6], shift: Vector3(0, 1, 0))

        #expect(try value(volume, z: 6, y: 2.4) == nil)
        #expect(try value(volume, z: 6, y: 2.6) == 300)
        #expect(try value(volume, z: 3, y: 2) == 150)
        #expect(SliceArrangement(volume.geometry).shiftMM == 1)
        #expect(
            SliceArrangement(volume.geometry).remarks == [
                "The gantry was tilted; other planes are straightened."
            ])
    }

    @Test func `even slices give no remark`() {
        let arrangement = SliceArrangement(volume(depthsMM: [0, 2, 4.01, 6]).geometry)

        #expect(arrangement.isEven && arrangement.remarks.isEmpty)
        #expect(SliceArrangement(volume(depthsMM: [3]).geometry).spacingMM == nil)
    }
}
