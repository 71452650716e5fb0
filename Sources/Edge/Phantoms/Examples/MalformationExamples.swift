import Imaging

/// Types of cavernous malformations at one place of one brain.
enum MalformationExamples {
    private static let center = Vector3(27, -12, 41)
    private static let pixelMM = 0.8
    private static let pixels = 60
    private static let thicknessMM = 5.0

    /// A square around the lesion.
    private static var geometry: VolumeGeometry {
        let half = Double(pixels - 1) / 2 * pixelMM
        return VolumeGeometry(
            columns: pixels, rows: pixels, rowDirection: Vector3(1, 0, 0),
            columnDirection: Vector3(0, 1, 0), columnSpacingMM: pixelMM, rowSpacingMM: pixelMM,
            positions: [center + Vector3(-half, -half, 0)])
    }

    static var all: [PhantomExample] {
        [
            example(
                .one, diameterMM: 15,
                """
                T1w core bright throughout. T2w core bright or dark, with a dark rim. Gradient echo low, blooming. \
                Recent bleeding.
                """),
            example(
                .two, diameterMM: 19,
                """
                T1w and T2w core mixed and reticulated, like popcorn, with a complete dark rim on T2w. Gradient echo: \
                the rim blooms. Thrombosis and bleeding of different ages; pathognomonic.
                """),
            example(
                .three, diameterMM: 9,
                """
                T1w core dark or like brain. T2w core very dark. Gradient echo dark and larger than on T2w. \
                Old, haemosiderin.
                """),
            example(
                .four, diameterMM: 3,
                """
                T1w and T2w: hardly or not seen. Gradient echo: a small dark dot. A tiny malformation or a capillary \
                telangiectasia. What only SWI shows is not type IV for that alone.
                """),
        ]
    }

    private static func example(
        _ type: MalformationType, diameterMM: Double, _ words: String
    ) -> PhantomExample {
        let brain = BrainCase(
            seed: 5101, geometry: geometry, thicknessMM: thicknessMM, ventricleSize: 0.9,
            sulcusMM: 1.3,
            malformations: [
                CavernousMalformation(
                    type: type, center: center, diameterMM: diameterMM, location: "frontal")
            ])
        return PhantomExample(
            title: "type \(type.rawValue)", words: words,
            pictures: [(BrainSequence.t1, "T1w"), (.t2, "T2w"), (.gre, "gradient echo")].map {
                PhantomExample.Picture(title: $0.1, greys: greys(brain, $0.0))
            })
    }

    private static func greys(_ brain: BrainCase, _ sequence: BrainSequence) -> GreyImage {
        let picture = brain.picture(sequence).smoothed(sigma: sequence.blur)
            .magnitude(sigma: sequence.noise, seed: mixBits(7))
        // The window of the files is in stored values, 2.5 units each.
        return picture.greys(
            center: sequence.window.center * 2.5, width: sequence.window.width * 2.5)
    }
}
