import FrameCache
import Imaging
import Instruments
import ReaderStudies

/// Works out the texture of a region that a reader drew, from the store's own frames.
///
/// The store does it, not the screen: the numbers stay where the reader cannot see them before signing, and
/// nothing that a screen sends is taken for them.
struct DrawnTexture {
    let open: OpenCase
    let frames: FrameFolder

    /// The entry with the features of its region; every other entry as it is.
    ///
    /// - Throws: `AccessRefusal.invalidEntry` when the region is not drawn on an acquired slice, too small, or
    ///   has another number of voxels than the answer.
    func completed(_ entry: ReadEntry) throws(AccessRefusal) -> ReadEntry {
        guard case .answer(let key, .value(.integer(let count)), let measured) = entry,
            let rule = open.instrument.textureRule(of: key.item)
        else { return entry }
        guard var measured, let region = Self.region(of: measured), measured.plane == "acquired"
        else {
            throw .invalidEntry("The region has to be drawn on a slice as it was acquired.")
        }
        let texture = try texture(of: region, measured, TextureSettings(rule))
        guard texture.pixelCount == count else {
            throw .invalidEntry(
                "The region has \(texture.pixelCount) pixels, not \(count). Draw it again.")
        }
        let names = Set(TextureQuantities.names)
        measured.quantities.removeAll { names.contains($0.name) }
        measured.quantities += TextureQuantities.all(of: texture)
        return .answer(key, .value(.integer(count)), measured: measured)
    }

    private func texture(
        of region: ImageRegion, _ measured: AnswerMeasurement, _ settings: TextureSettings
    ) throws(AccessRefusal) -> RegionTexture {
        guard let series = open.series.first(where: { $0.token == measured.series }) else {
            throw .invalidEntry("The region lies outside the images of this case.")
        }
        let volume = try FrameDoor(folder: frames).open(series).volume
        do {
            return try volume.texture(of: region, slice: measured.slice, settings: settings)
        } catch { throw .invalidEntry(error.sentence) }
    }

    private static func region(of measured: AnswerMeasurement) -> ImageRegion? {
        let points = measured.points.map { ImagePoint(column: $0.voxel[0], row: $0.voxel[1]) }
        switch measured.kind {
        case .ellipse where points.count == 2: return .ellipse(from: points[0], to: points[1])
        case .rectangle where points.count == 2: return .rectangle(points[0], points[1])
        case .polygon where points.count >= 3, .freehand where points.count >= 3:
            return .polygon(points)
        default: return nil
        }
    }
}

/// The numbers of a texture as they are kept with an answer.
enum TextureQuantities {
    private static let features = ["AngScMom", "InvDfMom", "Entropy", "DifEntrp", "SumEntrp"]
    private static let settings = ["texture bits", "texture distance", "texture symmetric"]
    private static let angles = TextureDirection.allCases.map { direction($0) }

    /// The names that only the store gives.
    static let names = features + features.map(ibsi) + settings + angles

    /// Features to the base 10 as MaZda names them, to the base 2 as IBSI does, then the settings.
    static func all(of texture: RegionTexture) -> [AnswerQuantity] {
        let rows = texture.features.rows
        let settings = texture.settings
        return rows.map { AnswerQuantity(name: $0.name, value: $0.mazda, unit: "") }
            + rows.map { AnswerQuantity(name: ibsi($0.name), value: $0.ibsi, unit: "") }
            + [
                AnswerQuantity(name: "texture bits", value: Double(settings.bits), unit: ""),
                AnswerQuantity(
                    name: "texture distance", value: Double(settings.distance), unit: "pixels"),
                AnswerQuantity(
                    name: "texture symmetric", value: settings.isSymmetric ? 1 : 0, unit: ""),
            ]
            + settings.directions.map {
                AnswerQuantity(name: direction($0), value: Double($0.rawValue), unit: "°")
            }
    }

    private static func ibsi(_ name: String) -> String { "\(name) IBSI" }

    private static func direction(_ direction: TextureDirection) -> String {
        "texture direction \(direction.rawValue)"
    }
}

extension TextureSettings {
    /// The settings of an instrument's rule, which holds nothing that means nothing.
    fileprivate init(_ rule: TextureRule) {
        let normalisation: TextureNormalisation =
            switch rule.normalisation {
            case .threeSigma: .threeSigma
            case .range: .range
            case .percentiles: .percentiles(1, 99)
            }
        self.init(
            normalisation: normalisation, bits: rule.bits, distance: rule.distance,
            directions: rule.directions.compactMap(TextureDirection.init),
            isSymmetric: rule.isSymmetric)
    }
}

extension AnswerSheet {
    /// The answers without the numbers that the store worked out and a reader does not see while reading.
    var withoutComputed: AnswerSheet {
        var sheet = self
        let names = Set(TextureQuantities.names)
        for key in sheet.measurements.keys {
            sheet.measurements[key]?.quantities.removeAll { names.contains($0.name) }
        }
        return sheet
    }
}
