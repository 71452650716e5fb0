import Imaging

/// Grades of viral pneumonia in one chest.
enum PneumoniaExamples {
    private static let levels = [("upper", 25.0), ("middle", -35), ("lower", -85)]
    private static let pixelMM = 3.2

    private static var geometry: VolumeGeometry {
        VolumeGeometry(
            columns: 104, rows: 76, rowDirection: Vector3(1, 0, 0),
            columnDirection: Vector3(0, 1, 0), columnSpacingMM: pixelMM, rowSpacingMM: pixelMM,
            positions: levels.map { Vector3(-51.5 * pixelMM, 8 - 37.5 * pixelMM, $0.1) })
    }

    static var all: [PhantomExample] {
        [
            example(
                "CT-0", PneumoniaExtent(), "No sign of viral pneumonia. Here: 0 % of each lung."),
            example(
                "CT-1", PneumoniaExtent(rightPercent: 16, leftPercent: 10),
                "Mild: ground-glass areas, at most 25 % of the worse lung. Here: right 16 %, left 10 %."
            ),
            example(
                "CT-2",
                PneumoniaExtent(rightPercent: 38, leftPercent: 30, consolidation: 0.1, paving: 0.2),
                "Moderate: over 25 to 50 % of the worse lung. Here: right 38 %, left 30 %."),
            example(
                "CT-3",
                PneumoniaExtent(
                    rightPercent: 58, leftPercent: 66, consolidation: 0.22, paving: 0.7,
                    preference: 0.8),
                """
                Moderately severe: over 50 to 75 % of the worse lung, ground glass and consolidation. Here: right \
                58 %, left 66 %.
                """),
            example(
                "CT-4",
                PneumoniaExtent(
                    rightPercent: 86, leftPercent: 82, consolidation: 0.3, paving: 1,
                    preference: 0.6),
                """
                Severe: over 75 % of the worse lung, diffuse ground glass with consolidation and crazy paving. Here: \
                right 86 %, left 82 %.
                """),
        ]
    }

    private static func example(
        _ title: String, _ extent: PneumoniaExtent, _ words: String
    ) -> PhantomExample {
        let chest = ChestCase(
            seed: 6303, geometry: geometry, thicknessMM: 1.5,
            build: Thorax.Build(halfWidth: 134, halfDepth: 90, fatMM: 14, domeMM: 4),
            extent: extent)
        let picture = chest.picture.withNoise(
            sigma: 11, correlation: 1.1, air: -990, seed: mixBits(31))
        return PhantomExample(
            title: title, words: words,
            pictures: levels.enumerated().map { slice, level in
                PhantomExample.Picture(
                    title: level.0, greys: picture.greys(slice: slice, center: -600, width: 1500))
            })
    }
}
