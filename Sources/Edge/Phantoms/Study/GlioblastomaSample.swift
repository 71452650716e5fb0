import Imaging

/// Glioblastomas after chemoradiation: growth with much blood volume, and growth with little.
enum GlioblastomaSample {
    /// The study.
    static let study = PaintedSample(
        name: "gbm-psp", studyFile: studyFile, studyDescription: "MRI brain, tumour protocol",
        bodyPart: "BRAIN", seed: 7202,
        participants: [
            participant(
                "C01", .init(name: "Sample^Gustav Glia", sex: "M", birthDate: "19620707"),
                before: (22, 18), now: (34, 26), bloodVolume: 330,
                truth: [("overall", "5"), ("binary", "TP"), ("dsc_cbv", "elevated")]),
            participant(
                "C02", .init(name: "Sample^Mona Myelin", sex: "F", birthDate: "19701019"),
                before: (20, 16), now: (27, 22), bloodVolume: 85,
                truth: [("overall", "1"), ("binary", "PsP"), ("dsc_cbv", "notElevated")]),
        ])

    private static func participant(
        _ caseID: String, _ patient: PhantomPatient, before: (Double, Double),
        now: (Double, Double), bloodVolume: Double, truth: [(item: String, value: String)]
    ) -> PaintedSample.Participant {
        let sizes = [
            ("d1_mm", now.0), ("d2_mm", now.1), ("baseline_d1_mm", before.0),
            ("baseline_d2_mm", before.1),
        ]
        return .init(
            caseID: caseID, patient: patient,
            truth: truth.map { ("exam", $0.item, $0.value, "") }
                + sizes.map { ("T1", $0.0, "\(Int($0.1))", "mm") },
            series: [
                series("t1 post baseline", brain + ring(before), echoTimeMS: 10),
                series("t1 post", brain + ring(now), echoTimeMS: 10),
                series("flair", flair(now), echoTimeMS: 90),
                series("dsc rcbv", volumeMap(now, bloodVolume), echoTimeMS: 30),
            ])
    }

    private static let place = Vector3(30, -12, 0)

    private static func ellipsoid(
        _ size: (long: Double, short: Double), _ value: Double, less: Double = 0
    ) -> PaintedBody.Shape {
        let (long, short) = (size.long / 2 - less, size.short / 2 - less)
        return .init(place, Vector3(short, long, short), value, grain: (0.08, 5))
    }

    /// An enhancing ring around a dark core.
    private static func ring(_ size: (Double, Double)) -> [PaintedBody.Shape] {
        [ellipsoid(size, 640), ellipsoid(size, 170, less: 4)]
    }

    private static func flair(_ size: (Double, Double)) -> [PaintedBody.Shape] {
        brain + [
            .init(place, Vector3(26, 32, 24), 560, edgeMM: 4, grain: (0.08, 8)),
            ellipsoid(size, 430),
        ]
    }

    private static func volumeMap(
        _ size: (Double, Double), _ value: Double
    ) -> [PaintedBody.Shape] {
        [
            .init(Vector3(0, 0, 0), Vector3(64, 80, 52), 180, edgeMM: 3, grain: (0.25, 9)),
            .init(Vector3(0, 0, 4), Vector3(46, 60, 38), 100, edgeMM: 6, grain: (0.15, 9)),
            ellipsoid(size, value), ellipsoid(size, 30, less: 4),
        ]
    }

    private static let brain: [PaintedBody.Shape] = [
        .init(Vector3(0, 0, 0), Vector3(76, 93, 66), 520, grain: (0.1, 12)),
        .init(Vector3(0, 0, 0), Vector3(70, 87, 60), 60),
        .init(Vector3(0, 0, 0), Vector3(65, 82, 55), 250, edgeMM: 2, grain: (0.12, 8)),
        .init(Vector3(0, 0, 4), Vector3(48, 62, 40), 320, edgeMM: 6, grain: (0.05, 10)),
        .init(Vector3(-9, 2, 4), Vector3(6, 26, 9), 110),
        .init(Vector3(9, 2, 4), Vector3(6, 26, 9), 110),
    ]

    private static func series(
        _ description: String, _ shapes: [PaintedBody.Shape], echoTimeMS: Double
    ) -> PaintedSample.Series {
        .init(
            description: description,
            technique: .mr(echoTimeMS: echoTimeMS, repetitionTimeMS: 600, scanningSequence: "SE"),
            geometry: .axial(columns: 96, rows: 96, pixelMM: 2.1, slices: 10, spacingMM: 5),
            body: PaintedBody(shapes: shapes), noise: .magnetic(10),
            window: VOIWindow(center: 320, width: 640))
    }

    private static let studyFile = """
        study: gbm-psp
        title: Progression or pseudoprogression of glioblastoma, with blood volume
        instruments: [gbm-psp@1.0.0]
        arms:
          - id: DSC
            label: A
            shows: [dsc]
            series:
              - {modality: MR, description: "^t1 post baseline", title: T1 baseline}
              - {modality: MR, description: "^t1 post$", title: T1 now}
              - {modality: MR, description: "^flair", title: FLAIR}
              - {modality: MR, description: "^dsc", title: blood volume}
            window: auto
            hanging:
              - layout: 1x2
                panes:
                  - {series: T1 baseline}
                  - {series: T1 now}
              - layout: 2x2
                panes:
                  - {series: T1 now}
                  - {series: FLAIR}
                  - {series: T1 baseline}
                  - {series: blood volume}
        design: {kind: single, seed: 20260612, casesPerSession: 2}
        readers: [R1]
        display: {minimumGreys: 10, minimumScale: 0}
        reveal: []

        """
}
