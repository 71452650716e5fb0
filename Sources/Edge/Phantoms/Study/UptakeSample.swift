import ImageFiles
import Imaging

/// PET with a focus of known uptake: once injected before midnight and scanned after it, once without the weight.
enum UptakeSample {
    /// The study.
    static let study = PaintedSample(
        name: "pet-suv", studyFile: studyFile, studyDescription: "PET pelvis", bodyPart: "PELVIS",
        seed: 7303,
        participants: [
            // 20000 Bq/ml, 70 kg, 370 MBq an hour before: SUV 5.5267336.
            .init(
                caseID: "C01",
                patient: .init(name: "Sample^Peter Positron", sex: "M", birthDate: "19520605"),
                truth: [
                    ("exam", "lesion_count_total", "1", ""), ("exam", "suv_available", "yes", ""),
                    ("L1", "SUVmax", "5.5267336", "g/ml"), ("L1", "length_mm", "43", "mm"),
                ],
                series: [
                    series(
                        PETAcquisition(
                            weightKG: 70, doseBQ: 370_000_000, injectionTime: "234500",
                            scanDate: "20260519", scanTime: "004500"))
                ]),
            .init(
                caseID: "C02",
                patient: .init(name: "Sample^Fanny Fluorine", sex: "F", birthDate: "19790111"),
                truth: [
                    ("exam", "lesion_count_total", "1", ""), ("exam", "suv_available", "no", ""),
                ],
                series: [
                    series(
                        PETAcquisition(
                            weightKG: nil, doseBQ: 312_400_000, injectionTime: "101500",
                            scanDate: "20260518", scanTime: "111705"))
                ]),
        ])

    private static func series(_ acquisition: PETAcquisition) -> PaintedSample.Series {
        .init(
            description: "PET AC", technique: .pet(acquisition),
            geometry: .axial(columns: 64, rows: 64, pixelMM: 5, slices: 16, spacingMM: 5),
            body: PaintedBody(shapes: [
                .init(Vector3(0, 0, 0), Vector3(140, 95, 160), 3000, edgeMM: 8, grain: (0.2, 20)),
                .init(Vector3(0, -40, -20), Vector3(30, 24, 18), 14_000, edgeMM: 6),
                .init(Vector3(-62, 10, 10), Vector3(16, 36, 30), 4200, edgeMM: 6),
                .init(Vector3(62, 10, 10), Vector3(16, 36, 30), 4200, edgeMM: 6),
                .init(Vector3(4, 42, 0), Vector3(14, 21.5, 13), 20_000, edgeMM: 5),
            ]), noise: .none, window: VOIWindow(center: 8000, width: 16_000), slope: 5)
    }

    private static let studyFile = """
        study: pet-suv
        title: Foci on PET with uptake by body weight
        instruments: [pet-lesion@1.0.0]
        arms:
          - {id: PET, label: A, series: {modality: PT, description: "^PET"}, window: auto}
        design: {kind: single, seed: 20260613, casesPerSession: 2}
        readers: [R1]
        display: {minimumGreys: 10, minimumScale: 0}
        reveal: []

        """
}
