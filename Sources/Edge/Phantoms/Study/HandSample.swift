import Imaging

/// Both hands as at 7 T: the right lunate eroded to 21 to 30 % and wholly oedematous, and sodium with two vials.
enum HandSample {
    /// The study.
    static let study = PaintedSample(
        name: "hand-7t", studyFile: studyFile, studyDescription: "MRI both hands 7 T",
        bodyPart: "HAND", seed: 7505,
        participants: [
            .init(
                caseID: "C01",
                patient: .init(name: "Sample^Hanna Hamate", sex: "F", birthDate: "19670923"),
                truth: [
                    ("R-lunate", "erosion", "3", ""), ("R-lunate", "bme", "3", ""),
                    ("L-lunate", "erosion", "0", ""), ("L-lunate", "bme", "0", ""),
                ], series: [morphology(.t1), morphology(.stir), sodium])
        ])

    private enum Contrast { case t1, stir }

    private static func morphology(_ contrast: Contrast) -> PaintedSample.Series {
        let isT1 = contrast == .t1
        let skin = isT1 ? 420.0 : 240
        let marrow = isT1 ? 760.0 : 130
        let right = hand(side: -1, skin: skin, marrow: marrow)
        let left = hand(side: 1, skin: skin, marrow: marrow)
        let lunate = carpals[1]
        let place = Vector3(-62 + lunate.x, 0, lunate.z)
        let oedema = PaintedBody.Shape(place, Vector3(6, 5, 6), isT1 ? 330 : 720)
        let erosion = PaintedBody.Shape(
            Vector3(place.x + 1.5, 0, place.z + 1.5), Vector3(3.6, 3.6, 3.6), isT1 ? 150 : 860)
        return .init(
            description: isT1 ? "t1 coronal" : "stir coronal",
            technique: .mr(
                echoTimeMS: isT1 ? 9 : 40, repetitionTimeMS: isT1 ? 500 : 4200,
                scanningSequence: "SE"),
            geometry: .coronal(
                columns: 160, rows: 128, pixelMM: 1.5, slices: 7, spacingMM: 2.5),
            body: PaintedBody(shapes: right + left + [oedema, erosion]), noise: .magnetic(12),
            window: VOIWindow(center: 420, width: 840))
    }

    /// The second is the lunate.
    private static let carpals = [
        Vector3(-13, 0, -42), Vector3(-1, 0, -46), Vector3(11, 0, -44), Vector3(19, 0, -42),
        Vector3(-17, 0, -30), Vector3(-7, 0, -31), Vector3(3, 0, -32), Vector3(14, 0, -31),
    ]

    /// A hand whose thumb points away from the other one.
    private static func hand(
        side: Double, skin: Double, marrow: Double
    ) -> [PaintedBody.Shape] {
        let middle = side * 62
        func place(_ x: Double, _ z: Double) -> Vector3 { Vector3(middle - side * x, 0, z) }
        func bone(_ at: Vector3, _ radii: Vector3) -> [PaintedBody.Shape] {
            let rim = Vector3(radii.x + 1, radii.y + 1, radii.z + 1)
            return [.init(at, rim, 60), .init(at, radii, marrow, grain: (0.05, 5))]
        }
        var soft: [PaintedBody.Shape] = [
            .init(place(0, -14), Vector3(40, 13, 48), skin, grain: (0.12, 6)),
            .init(place(0, -68), Vector3(28, 12, 34), skin, grain: (0.12, 6)),
        ]
        var bones = carpals.flatMap {
            bone(place(side < 0 ? -$0.x * side : $0.x, $0.z), Vector3(6, 5, 6))
        }
        bones += bone(place(-10, -72), Vector3(9, 7, 18)) + bone(place(12, -74), Vector3(6, 5, 16))
        for finger in 0..<5 {
            let x = -28 + Double(finger) * 14
            let low = finger == 0 ? -14.0 : 0
            soft.append(.init(place(x, 44 + low), Vector3(8, 8, 48), skin, grain: (0.1, 5)))
            bones += bone(place(x * 0.85, -4 + low), Vector3(4, 4, 18))
            bones += bone(place(x, 32 + low), Vector3(3.6, 3.6, 13))
            bones += bone(place(x, 58 + low), Vector3(3.2, 3.2, 9))
            bones += bone(place(x, 76 + low), Vector3(2.8, 2.8, 6))
        }
        return soft + bones
    }

    /// Sodium in arbitrary units that are proportional to mmol/l: vials of 40 and 120 between the hands.
    private static let sodium = PaintedSample.Series(
        description: "na23 coronal",
        technique: .mr(echoTimeMS: 0.5, repetitionTimeMS: 100, scanningSequence: "GR"),
        geometry: .coronal(columns: 64, rows: 48, pixelMM: 4, slices: 4, spacingMM: 5),
        body: PaintedBody(
            shapes: [-62.0, 62].flatMap { middle -> [PaintedBody.Shape] in
                [
                    .init(Vector3(middle, 0, -14), Vector3(40, 13, 48), 45, edgeMM: 4),
                    .init(Vector3(middle, 0, 40), Vector3(34, 9, 42), 35, edgeMM: 4),
                ]
                    + (0..<4).map { finger in
                        .init(
                            Vector3(middle - 18 + Double(finger) * 12, 0, 18),
                            Vector3(4, 4, 4), 150)
                    }
            } + [
                .init(Vector3(0, 0, 20), Vector3(7, 12, 20), 40),
                .init(Vector3(0, 0, -40), Vector3(7, 12, 20), 120),
            ]), noise: .magnetic(2), window: VOIWindow(center: 80, width: 160))

    private static let studyFile = """
        study: hand-7t
        title: Both hands at 7 T, bones and sodium in sessions of their own
        instruments: [hand-ssc-7t@1.0.0]
        arms:
          - id: MORPH
            label: A
            shows: [morph]
            series:
              - {modality: MR, description: "^t1", title: T1}
              - {modality: MR, description: "^stir", title: STIR}
            window: auto
          - {id: NA23, label: B, shows: [sodium], series: {modality: MR, description: "^na23"}, window: auto}
        design: {kind: crossed, seed: 20260615, casesPerSession: 1}
        readers: [R1]
        display: {minimumGreys: 10, minimumScale: 0}
        reveal: []

        """
}
