import Imaging

/// A rectum after chemoradiation on T2w: once a thin dark scar, once a mass of middle signal that is left.
enum RectumSample {
    /// The study.
    static let study = PaintedSample(
        name: "rectal-t2", studyFile: studyFile, studyDescription: "MRI rectum after treatment",
        bodyPart: "PELVIS", seed: 7101,
        participants: [
            .init(
                caseID: "C01",
                patient: .init(name: "Sample^Rita Rectum", sex: "F", birthDate: "19580214"),
                truth: [
                    ("exam", "mrTRG", "2", ""), ("exam", "pattern", "linearScar", ""),
                    ("exam", "cr_call", "2", ""), ("exam", "scar_length_mm", "24", "mm"),
                ], series: [series(bed: scar)]),
            .init(
                caseID: "C02",
                patient: .init(name: "Sample^Max Mesorectum", sex: "M", birthDate: "19490830"),
                truth: [
                    ("exam", "mrTRG", "4", ""), ("exam", "pattern", "residualMass", ""),
                    ("exam", "cr_call", "5", ""), ("exam", "scar_length_mm", "28", "mm"),
                ], series: [series(bed: residue)]),
        ])

    /// The scar: dark and even, 24 mm long and 5 mm thick, at the back of the wall.
    private static let scar = [
        PaintedBody.Shape(Vector3(0, 15, 0), Vector3(12, 2.5, 9), 120, grain: (0.08, 4))
    ]

    /// What is left of the tumour: uneven, of middle signal, 28 mm long, in a dark bed.
    private static let residue = [
        PaintedBody.Shape(Vector3(3, 15, 0), Vector3(16, 6, 12), 130, grain: (0.1, 5)),
        PaintedBody.Shape(Vector3(4, 14, 0), Vector3(14, 7, 11), 390, grain: (0.35, 5)),
    ]

    private static func series(bed: [PaintedBody.Shape]) -> PaintedSample.Series {
        .init(
            description: "t2 tse oblique",
            technique: .mr(echoTimeMS: 101, repetitionTimeMS: 4300, scanningSequence: "SE"),
            geometry: .axial(columns: 128, rows: 128, pixelMM: 1, slices: 12, spacingMM: 3),
            body: PaintedBody(shapes: pelvis + bed), noise: .magnetic(14),
            window: VOIWindow(center: 350, width: 700))
    }

    private static let pelvis: [PaintedBody.Shape] = [
        .init(Vector3(0, 0, 0), Vector3(60, 58, 90), 620, edgeMM: 2, grain: (0.05, 14)),
        .init(Vector3(-48, 10, 0), Vector3(9, 32, 60), 150, grain: (0.2, 6)),
        .init(Vector3(48, 10, 0), Vector3(9, 32, 60), 150, grain: (0.2, 6)),
        .init(Vector3(0, 46, 0), Vector3(18, 8, 60), 230, grain: (0.1, 6)),
        .init(Vector3(0, -34, 0), Vector3(24, 15, 40), 230),
        .init(Vector3(0, -34, 0), Vector3(21, 12, 37), 900),
        .init(Vector3(0, 4, 0), Vector3(17, 15, 60), 260, grain: (0.08, 5)),
        .init(Vector3(0, 3, 0), Vector3(10, 8, 58), 40),
    ]

    private static let studyFile = """
        study: rectal-t2
        title: Texture of the rectum on T2w after chemoradiation
        instruments: [rectal-t2-texture@1.0.0]
        arms:
          - {id: T2, label: A, series: {modality: MR, description: "^t2"}, window: auto}
        design: {kind: single, seed: 20260611, casesPerSession: 2}
        readers: [R1]
        display: {minimumGreys: 10, minimumScale: 0}
        reveal: []

        """
}
