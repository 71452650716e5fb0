import ImageFiles
import Imaging

/// A small sample study of painted bodies.
struct PaintedSample: SampleStudy {
    /// One participant.
    struct Participant: Sendable {
        let caseID: String
        let patient: PhantomPatient
        /// Sites, items and values that are true.
        let truth: [(site: String, item: String, value: String, unit: String)]
        let series: [Series]
    }

    /// One series of a participant.
    struct Series: Sendable {
        /// How the scanner's noise looks.
        enum Noise: Sendable {
            /// Magnitude of a coil, with this standard deviation in both channels.
            case magnetic(Double)
            /// Normal noise of this standard deviation where there is more than `air`.
            case normal(Double, air: Double)
            /// None: values stay as they are painted.
            case none
        }

        let description: String
        let technique: DICOMSeries.Technique
        let geometry: VolumeGeometry
        let body: PaintedBody
        let noise: Noise
        let window: VOIWindow
        /// Value of one stored step, and of the stored value 0.
        var slope = 1.0
        var intercept = 0.0
    }

    let name: String
    let studyFile: String
    let studyDescription: String
    let bodyPart: String
    let seed: UInt64
    let participants: [Participant]

    var caseIDs: [String] { participants.map(\.caseID) }

    func draw(_ caseID: String, slices: [Int]?) -> PhantomCase? {
        guard let number = caseIDs.firstIndex(of: caseID) else { return nil }
        let one = participants[number]
        let key = seed &+ UInt64(number) &* 1000
        return PhantomCase(
            caseID: caseID,
            truth: one.truth.map { TruthRow(caseID, $0.site, $0.item, $0.value, $0.unit) },
            series: one.series.enumerated().map { index, series in
                Self.draw(
                    series, number: index + 2, seed: key, noiseSeed: key &+ UInt64(index) &* 10,
                    slices: slices)
            }, patient: one.patient, studyDescription: studyDescription, bodyPart: bodyPart)
    }

    private static func draw(
        _ series: Series, number: Int, seed: UInt64, noiseSeed: UInt64, slices: [Int]?
    ) -> PhantomSeries {
        let geometry = slices.map(series.geometry.slices) ?? series.geometry
        let painted = series.body.picture(geometry, seed: seed)
        let picture =
            switch series.noise {
            case .magnetic(let sigma): painted.magnitude(sigma: sigma, seed: mixBits(noiseSeed))
            case .normal(let sigma, let air):
                painted.withNoise(
                    sigma: sigma, correlation: 0.8, air: air, seed: mixBits(noiseSeed))
            case .none: painted
            }
        let spacing =
            series.geometry.slices > 1
            ? (series.geometry.positions[1] - series.geometry.positions[0]).length : 1
        return PhantomSeries(
            number: number, description: series.description, technique: series.technique,
            imageType: "ORIGINAL\\PRIMARY" + (series.technique.modality == "CT" ? "\\AXIAL" : ""),
            thicknessMM: spacing, window: series.window, isMultiFrame: false,
            picture: StoredPicture(picture, slope: series.slope, intercept: series.intercept))
    }
}

extension VolumeGeometry {
    /// Axial slices around a middle, feet first.
    static func axial(
        columns: Int, rows: Int, pixelMM: Double, slices: Int, spacingMM: Double,
        around middle: Vector3 = Vector3(0, 0, 0)
    ) -> VolumeGeometry {
        let corner = Vector3(
            middle.x - Double(columns - 1) / 2 * pixelMM,
            middle.y - Double(rows - 1) / 2 * pixelMM,
            middle.z - Double(slices - 1) / 2 * spacingMM)
        return VolumeGeometry(
            columns: columns, rows: rows, rowDirection: Vector3(1, 0, 0),
            columnDirection: Vector3(0, 1, 0), columnSpacingMM: pixelMM, rowSpacingMM: pixelMM,
            positions: (0..<slices).map {
                Vector3(corner.x, corner.y, corner.z + Double($0) * spacingMM)
            })
    }

    /// Coronal slices around the origin, from front to back, head up.
    static func coronal(
        columns: Int, rows: Int, pixelMM: Double, slices: Int, spacingMM: Double
    ) -> VolumeGeometry {
        VolumeGeometry(
            columns: columns, rows: rows, rowDirection: Vector3(1, 0, 0),
            columnDirection: Vector3(0, 0, -1), columnSpacingMM: pixelMM, rowSpacingMM: pixelMM,
            positions: (0..<slices).map {
                Vector3(
                    -Double(columns - 1) / 2 * pixelMM,
                    (Double($0) - Double(slices - 1) / 2) * spacingMM,
                    Double(rows - 1) / 2 * pixelMM)
            })
    }
}
