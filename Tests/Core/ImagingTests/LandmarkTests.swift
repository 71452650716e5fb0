import Imaging
import Testing

@Suite struct LandmarkTests {
    @Test(arguments: Acquisition.all)
    func `every landmark is where it should be in every body plane`(acquisition: Acquisition) throws
    {
        let volume = LandmarkPhantom(acquisition).volume

        for plane in [BodyPlane.axial, .coronal, .sagittal] {
            try expectLandmarks(in: volume.reformatted(to: plane))
        }
    }

    @Test(arguments: Acquisition.all)
    func `every landmark is where it should be in oblique planes`(acquisition: Acquisition) throws {
        let volume = LandmarkPhantom(acquisition).volume
        let oblique = PlaneDirections(.coronal).tilted(aroundRows: 33).tilted(aroundColumns: -21)

        try expectLandmarks(in: volume.reformatted(to: volume.geometry.planes(along: oblique)))
    }

    @Test func `uneven slices put landmarks where they should be`() throws {
        var depth = -24.0
        let depths = (0..<34).map { index in
            depth += index.isMultiple(of: 3) ? 1.8 : 1.2
            return depth
        }
        let volume = LandmarkPhantom(Acquisition.all[0], depthsMM: depths).volume
        #expect(SliceArrangement(volume.geometry).isEven == false)

        for plane in [BodyPlane.axial, .coronal, .sagittal] {
            try expectLandmarks(in: volume.reformatted(to: plane))
        }
    }

    /// Each ball within half a voxel of its place, in each direction of the slices.
    private func expectLandmarks(in volume: ImageVolume) throws {
        let geometry = volume.geometry
        let step = geometry.sliceDepthsMM[1] - geometry.sliceDepthsMM[0]
        for landmark in LandmarkPhantom.landmarks {
            let found = try #require(LandmarkPhantom.pictured(landmark, in: volume))
            let error = found - landmark
            #expect(abs(error.dot(geometry.rowDirection)) < geometry.columnSpacingMM / 2)
            #expect(abs(error.dot(geometry.columnDirection)) < geometry.rowSpacingMM / 2)
            #expect(abs(error.dot(geometry.normal)) < step / 2)
        }
    }
}
