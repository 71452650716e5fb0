/// The texture of a region, with all that it depends on.
public struct RegionTexture: Hashable, Sendable {
    /// Pixels of the region with a value.
    public let pixelCount: Int
    /// How it was worked out.
    public let settings: TextureSettings
    /// The mean over the directions.
    public let features: TextureFeatures
}

extension ImageVolume {
    /// Regions below this many pixels have no texture.
    public static var fewestTexturePixels: Int { 16 }

    /// The texture of the pixels of a slice (from 0) whose centres lie in a region.
    ///
    /// - Throws: `TextureError` when the region is too small or too thin.
    public func texture(
        of region: ImageRegion, slice: Int, settings: TextureSettings = TextureSettings()
    ) throws(TextureError) -> RegionTexture {
        let pixels: [(column: Int, row: Int, value: Double)]
        do { pixels = try self.pixels(of: region, slice: slice) } catch { throw .region(error) }
        guard pixels.count >= Self.fewestTexturePixels else {
            throw .fewPixels(count: pixels.count, least: Self.fewestTexturePixels)
        }
        let grey = GreyLevels(pixels, settings.normalisation, levelCount: settings.levelCount)
        return RegionTexture(
            pixelCount: pixels.count, settings: settings, features: try grey.features(settings))
    }
}

extension GreyLevels {
    /// The features of the levels as the mean over the directions; bits and normalisation are done.
    ///
    /// - Throws: `TextureError.noPairs` for a direction without neighbours.
    public func features(_ settings: TextureSettings) throws(TextureError) -> TextureFeatures {
        var all: [TextureFeatures] = []
        for direction in settings.directions {
            let matrix = CooccurrenceMatrix(
                self, direction: direction, distance: settings.distance,
                isSymmetric: settings.isSymmetric)
            guard let features = matrix.features else { throw .noPairs(direction) }
            all.append(features)
        }
        guard let mean = TextureFeatures.mean(all) else { throw .noPairs(.degrees0) }
        return mean
    }
}
