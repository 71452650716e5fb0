import Imaging

/// Findings at the right sacroiliac joint of one pelvis.
enum SacroiliacExamples {
    private static let frame = PelvicFrame(tiltDegrees: 38)
    private static let pixelMM = 0.9
    private static let columns = 72
    private static let rows = 84

    /// A semicoronal slice around the right joint.
    private static var geometry: VolumeGeometry {
        let corner =
            Vector3(-46 - Double(columns - 1) / 2 * pixelMM, 0, 0)
            + frame.down * (-Double(rows - 1) / 2 * pixelMM) + frame.deep * -5
        return VolumeGeometry(
            columns: columns, rows: rows, rowDirection: Vector3(1, 0, 0),
            columnDirection: frame.down, columnSpacingMM: pixelMM, rowSpacingMM: pixelMM,
            positions: [corner])
    }

    static var all: [PhantomExample] {
        [
            example(
                "normal joint", SacroiliacFindings(),
                """
                The dark line of the cortex runs unbroken on both sides of the joint; dense bone under it stays \
                thinner than 5 mm.
                """),
            example(
                "erosion", SacroiliacFindings(erosions: ["R-IL-U": 2, "R-IL-L": 3, "R-SA-L": 2]),
                """
                The joint surface has defects. T1w: the dark line is interrupted through its whole thickness and the \
                bright marrow beside it is lost. CT: a local breach of the bone plate. Here: ilium upper and lower, \
                sacrum lower.
                """),
            example(
                "sclerosis",
                SacroiliacFindings(sclerosisDepthMM: ["R-IL-U": 12, "R-IL-L": 11, "R-SA-U": 9]),
                """
                Dense bone deeper than 5 mm from the joint surface: dark on T1w, bright on CT. Here: ilium upper and \
                lower, sacrum upper.
                """),
            example(
                "ankylosis",
                SacroiliacFindings(ankylosis: ["R-U", "R-L"], fat: ["R-IL-U", "R-SA-U"]),
                """
                Bone runs through the joint space from ilium to sacrum. T1w: marrow signal bridges, the cortex is \
                lost on both sides. CT: a bridge of bone. Here: both halves, with fat metaplasia above.
                """),
        ]
    }

    private static func example(
        _ title: String, _ findings: SacroiliacFindings, _ words: String
    ) -> PhantomExample {
        let pelvis = Pelvis(
            seed: 4101, frame: frame, findings: findings, cleftMM: 2.5, pixelMM: pixelMM)
        let tissues = TissueVolume(
            geometry, thicknessMM: 3.2, depths: 3, anatomy: pelvis.tissues)
        let t1 = tissues.picture(SacroiliacArms.t1).smoothed(sigma: 0.45)
            .magnitude(sigma: 7, seed: mixBits(12))
        let ct = tissues.picture(SacroiliacArms.ct).smoothed(sigma: 0.4)
            .withNoise(sigma: 10, correlation: 1.1, air: -990, seed: mixBits(14))
        return PhantomExample(
            title: title, words: words,
            pictures: [
                PhantomExample.Picture(title: "T1w", greys: t1.greys(center: 480, width: 960)),
                PhantomExample.Picture(title: "CT", greys: ct.greys(center: 500, width: 2000)),
            ])
    }
}
