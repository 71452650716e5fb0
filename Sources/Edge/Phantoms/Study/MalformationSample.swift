import Imaging

/// Brains with and without cavernous malformations in T1, T2, GRE and SWI.
struct MalformationSample: SampleStudy {
    let name = "ccm-zabramski"
    var caseIDs: [String] { Self.participants.map(\.caseID) }

    private struct Participant {
        let caseID: String
        let patient: PhantomPatient
        let seed: UInt64
        let ventricleSize: Double
        let sulcusMM: Double
        let lesions: [CavernousMalformation]
    }

    private static let pixelMM = 1.2
    private static let thicknessMM = 5.0
    private static let spacingMM = 6.5
    private static let participants = [
        Participant(
            caseID: "C01",
            patient: .init(name: "Sample^Cora Cortex", sex: "F", birthDate: "19750412"),
            seed: 5101, ventricleSize: 1.0, sulcusMM: 1.6,
            lesions: [
                .init(
                    type: .two, center: level(13, 30, 28), diameterMM: 19,
                    location: "parietal"),
                .init(type: .three, center: level(3, 5, 9), diameterMM: 9, location: "pons"),
                .init(
                    type: .four, center: level(14, -26, -22), diameterMM: 3, location: "frontal"),
            ]),
        Participant(
            caseID: "C02",
            patient: .init(name: "Sample^Theo Thalamus", sex: "M", birthDate: "19881123"),
            seed: 5202, ventricleSize: 0.85, sulcusMM: 1.3, lesions: []),
        Participant(
            caseID: "C03",
            patient: .init(name: "Sample^Gerda Gyrus", sex: "F", birthDate: "19941002"),
            seed: 5303, ventricleSize: 0.9, sulcusMM: 1.4,
            lesions: [
                .init(
                    type: .one, center: level(11, -34, -34), diameterMM: 16, location: "frontal"),
                .init(
                    type: .three, center: level(6, 44, 8), diameterMM: 10, location: "temporal"),
            ]),
        Participant(
            caseID: "C04",
            patient: .init(name: "Sample^Willi Whitematter", sex: "M", birthDate: "19600719"),
            seed: 5404, ventricleSize: 1.25, sulcusMM: 2.0,
            lesions: [
                .init(
                    type: .four, center: level(12, -27, 32), diameterMM: 3, location: "parietal"),
                .init(
                    type: .three, center: level(2, 24, 48), diameterMM: 8,
                    location: "cerebellarHemisphere"),
                .init(
                    type: .susceptibilityOnly, center: level(13, 24, -26), diameterMM: 3,
                    location: "frontal"),
            ]),
    ]

    /// The point (x, y) of a slice.
    private static func level(_ slice: Int, _ x: Double, _ y: Double) -> Vector3 {
        Vector3(x, y, lowestMM + Double(slice) * spacingMM)
    }

    private static let lowestMM = -50.0
    private static let geometry: VolumeGeometry = {
        let half = 95.5 * pixelMM
        return VolumeGeometry(
            columns: 192, rows: 192, rowDirection: Vector3(1, 0, 0),
            columnDirection: Vector3(0, 1, 0), columnSpacingMM: pixelMM, rowSpacingMM: pixelMM,
            positions: (0..<19).map { Vector3(-half, -half, lowestMM + Double($0) * spacingMM) })
    }()

    func draw(_ caseID: String, slices: [Int]?) -> PhantomCase? {
        guard let one = Self.participants.first(where: { $0.caseID == caseID }) else { return nil }
        let brain = BrainCase(
            seed: one.seed, geometry: slices.map(Self.geometry.slices) ?? Self.geometry,
            thicknessMM: Self.thicknessMM, ventricleSize: one.ventricleSize,
            sulcusMM: one.sulcusMM, malformations: one.lesions)
        return PhantomCase(
            caseID: caseID, truth: Self.truth(caseID, one.lesions),
            series: BrainSequence.allCases.enumerated().map { number, sequence in
                Self.series(brain, sequence, number: number + 2, seed: one.seed)
            },
            patient: one.patient, studyDescription: "MRI brain, cavernoma protocol",
            bodyPart: "BRAIN")
    }

    private static func series(
        _ brain: BrainCase, _ sequence: BrainSequence, number: Int, seed: UInt64
    ) -> PhantomSeries {
        let key = seed &+ UInt64(number) &* 100
        let picture = brain.picture(sequence).smoothed(sigma: sequence.blur)
            .biased(strength: 0.12, seed: mixBits(seed &+ 21))
            .magnitude(sigma: sequence.noise, seed: mixBits(key))
        return PhantomSeries(
            number: number, description: sequence.description, technique: sequence.technique,
            imageType: "ORIGINAL\\PRIMARY\\OTHER", thicknessMM: thicknessMM,
            window: sequence.window, isMultiFrame: sequence == .swi,
            picture: StoredPicture(picture, slope: 2.5, intercept: 0))
    }

    /// The number of lesions, and for each what the instrument asks and where it lies.
    private static func truth(_ caseID: String, _ lesions: [CavernousMalformation]) -> [TruthRow] {
        let count = TruthRow(caseID, "exam", "lesion_count_total", "\(lesions.count)")
        return [count]
            + lesions.enumerated().flatMap { number, lesion in
                lesion.answers.map {
                    TruthRow(caseID, "L\(number + 1)", $0.item, $0.value, $0.unit)
                }
            }
    }

    var studyFile: String {
        """
        study: ccm-zabramski
        title: Cavernous malformations on gradient echo and on susceptibility weighting
        instruments: [ccm-zabramski@1.0.0]
        arms:
          - id: T1T2GRE
            label: A
            shows: [t1, t2, gre]
            series:
              - {modality: MR, description: "^t1", title: T1}
              - {modality: MR, description: "^t2 tse", title: T2}
              - {modality: MR, description: "^t2star", title: T2*}
            window: auto
          - id: T1T2SWI
            label: B
            shows: [t1, t2, swi]
            series:
              - {modality: MR, description: "^t1", title: T1}
              - {modality: MR, description: "^t2 tse", title: T2}
              - {modality: MR, description: "^swi", title: SWI}
            window: auto
        design: {kind: crossed, seed: 20260602, casesPerSession: 8}
        readers: [R1]
        display: {minimumGreys: 10, minimumScale: 0}
        reveal: []

        """
    }
}
