import Imaging
import Testing

/// instruments.md section 5.3: settings, normalisation and what is refused.
@Suite struct RegionTextureTests {
    /// A square of 20 x 20 pixels that rise from left to right.
    private let volume = ImageVolume(
        geometry: TestGeometry.make(columns: 20, rows: 20),
        storage: MemoryStorage(
            (0..<400).map { Int16($0 % 20 * 10) }, sliceSampleCount: 400),
        slices: [SliceAttributes()], photometric: .monochrome2, modality: .other)

    private func square(_ size: Double) -> ImageRegion {
        .rectangle(ImagePoint(column: 0, row: 0), ImagePoint(column: size, row: size))
    }

    @Test func `the settings of MaZda are taken unless others are asked for, and are told`() throws
    {
        let texture = try volume.texture(of: square(19), slice: 0)

        #expect(texture.pixelCount == 400 && texture.settings.levelCount == 64)
        #expect(
            texture.settings.text
                == "3 sigma, 6 bits, distance 1, 0 45 90 135 degrees, symmetric")
    }

    @Test func `columns that rise by one step have no entropy of differences`() throws {
        let texture = try volume.texture(
            of: square(19), slice: 0,
            settings: TextureSettings(
                normalisation: .range, bits: 2, distance: 5, directions: [.degrees0]))

        // Four levels of five columns each: five columns on, every pixel is one level higher.
        #expect(texture.features.contrast == 1)
        #expect(texture.features.differenceEntropyNats == 0)
        #expect(texture.features.inverseDifferenceMoment == 0.5)
    }

    @Test func `brighter or more contrast does not change the texture`() throws {
        let brighter = ImageVolume(
            geometry: volume.geometry,
            storage: MemoryStorage(
                (0..<400).map { Int16($0 % 20 * 40 + 300) }, sliceSampleCount: 400),
            slices: [SliceAttributes()], photometric: .monochrome2, modality: .other)

        #expect(
            try volume.texture(of: square(19), slice: 0).features
                == brighter.texture(of: square(19), slice: 0).features)
    }

    @Test func `values beyond the normalisation take the outermost levels`() throws {
        let texture = try volume.texture(
            of: square(19), slice: 0,
            settings: TextureSettings(normalisation: .percentiles(25, 75), bits: 2))

        #expect(texture.features.angularSecondMoment > 0)
        #expect(texture.settings.text.hasPrefix("percentiles 25.0 to 75.0"))
    }

    @Test func `a region of 3 pixels is refused, and a slice that is none`() {
        #expect(throws: TextureError.fewPixels(count: 4, least: 16)) {
            try volume.texture(of: square(1), slice: 0)
        }
        #expect(throws: TextureError.region(.noSlice(slice: 1))) {
            try volume.texture(of: square(19), slice: 1)
        }
        #expect(
            TextureError.fewPixels(count: 3, least: 16).sentence
                == "The region has 3 pixels; texture needs 16 at least. Draw the whole lesion.")
    }

    @Test func `a line of pixels has no neighbours below`() {
        let line = ImageRegion.rectangle(
            ImagePoint(column: 0, row: 5), ImagePoint(column: 19, row: 5.2))

        #expect(throws: TextureError.noPairs(.degrees45)) {
            try volume.texture(of: line, slice: 0)
        }
    }
}
