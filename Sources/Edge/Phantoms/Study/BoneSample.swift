import Imaging

/// CT of the pelvis with a lytic lesion of the left ilium, 18 × 12 × 12 mm.
enum BoneSample {
    /// The study.
    static let study = PaintedSample(
        name: "bone-lesion", studyFile: studyFile, studyDescription: "CT pelvis",
        bodyPart: "PELVIS", seed: 7404,
        participants: [
            .init(
                caseID: "C01",
                patient: .init(name: "Sample^Ilka Ilium", sex: "F", birthDate: "19960318"),
                truth: [
                    ("exam", "bone", "pelvis", ""), ("exam", "side", "L", ""),
                    ("exam", "solitary", "yes", ""), ("exam", "matrix", "lytic", ""),
                    ("exam", "d1_mm", "18", "mm"), ("exam", "d2_mm", "12", "mm"),
                    ("exam", "d3_mm", "12", "mm"),
                ], series: [series])
        ])

    private static let series = PaintedSample.Series(
        description: "CT pelvis bone", technique: .ct(kilovolts: 120),
        geometry: .axial(columns: 112, rows: 80, pixelMM: 2, slices: 14, spacingMM: 3),
        body: PaintedBody(
            shapes: [
                .init(Vector3(0, 0, 0), Vector3(106, 74, 200), -95, grain: (0.05, 20)),
                .init(Vector3(0, 0, 0), Vector3(96, 62, 180), 45, edgeMM: 2, grain: (0.3, 14)),
            ] + ilium(-62) + ilium(62) + [
                .init(Vector3(0, 38, 0), Vector3(34, 15, 80), 620, grain: (0.1, 6)),
                .init(Vector3(0, 38, 0), Vector3(31, 12, 77), 220, grain: (0.3, 4)),
                .init(Vector3(64, 2, 0), Vector3(6, 9, 6), 40),
            ], air: -1000), noise: .normal(14, air: -990),
        window: VOIWindow(center: 400, width: 1800), slope: 2, intercept: -1024)

    private static func ilium(_ x: Double) -> [PaintedBody.Shape] {
        [
            .init(Vector3(x, 5, 0), Vector3(11, 40, 90), 900, grain: (0.08, 6)),
            .init(Vector3(x, 5, 0), Vector3(8, 37, 87), 260, grain: (0.3, 4)),
        ]
    }

    private static let studyFile = """
        study: bone-lesion
        title: A lesion of the ilium on CT
        instruments: [bone-lesion@1.0.0]
        arms:
          - {id: CT, label: A, shows: [ct], series: {modality: CT, description: "bone"}, window: bone}
        design: {kind: single, seed: 20260614, casesPerSession: 1}
        readers: [R1]
        display: {minimumGreys: 10, minimumScale: 0}
        reveal: []

        """
}
