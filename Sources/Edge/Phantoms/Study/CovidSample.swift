import Imaging

/// Chests with viral pneumonia of all five grades.
struct CovidSample: SampleStudy {
    let name = "covid-ct04"
    var caseIDs: [String] { Self.participants.map(\.caseID) }
    /// Whether each chest has a second series with the ill parts marked.
    var isAided = false

    private struct Participant {
        let caseID: String
        let patient: PhantomPatient
        let seed: UInt64
        let build: Thorax.Build
        let extent: PneumoniaExtent
    }

    private static let pixelMM = 1.45
    private static let spacingMM = 11.0
    private static let thicknessMM = 1.5
    private static let participants = [
        // Half of the right lung, as nearly as whole voxels allow: the border of CT-2.
        Participant(
            caseID: "C01",
            patient: .init(name: "Sample^Bella Bronchus", sex: "F", birthDate: "19640909"),
            seed: 6101, build: .init(halfWidth: 126, halfDepth: 82, fatMM: 17),
            extent: .init(
                rightPercent: 50, leftPercent: 34, consolidation: 0.12, paving: 0.15)),
        Participant(
            caseID: "C02",
            patient: .init(name: "Sample^Leo Lungfield", sex: "M", birthDate: "19900321"),
            seed: 6202, build: .init(halfWidth: 136, halfDepth: 88, fatMM: 10, domeMM: -4),
            extent: .init()),
        Participant(
            caseID: "C03",
            patient: .init(name: "Sample^Paul Parenchym", sex: "M", birthDate: "19550513"),
            seed: 6303, build: .init(halfWidth: 134, halfDepth: 90, fatMM: 18, domeMM: 8),
            extent: .init(
                rightPercent: 84, leftPercent: 79, consolidation: 0.30, paving: 1,
                preference: 0.6)),
        Participant(
            caseID: "C04",
            patient: .init(name: "Sample^Hilda Hilum", sex: "F", birthDate: "19811230"),
            seed: 6404, build: .init(halfWidth: 122, halfDepth: 80, fatMM: 14),
            extent: .init(rightPercent: 15, leftPercent: 8)),
        Participant(
            caseID: "C05",
            patient: .init(name: "Sample^Finn Fissure", sex: "M", birthDate: "19711104"),
            seed: 6505, build: .init(halfWidth: 132, halfDepth: 86, fatMM: 15, domeMM: 4),
            extent: .init(
                rightPercent: 57, leftPercent: 66, consolidation: 0.22, paving: 0.7,
                preference: 0.8)),
    ]

    private static let geometry = VolumeGeometry(
        columns: 256, rows: 192, rowDirection: Vector3(1, 0, 0),
        columnDirection: Vector3(0, 1, 0), columnSpacingMM: pixelMM, rowSpacingMM: pixelMM,
        positions: (0..<22).map {
            Vector3(-127.5 * pixelMM, 8 - 95.5 * pixelMM, -132 + Double($0) * spacingMM)
        })

    func draw(_ caseID: String, slices: [Int]?) -> PhantomCase? {
        guard let one = Self.participants.first(where: { $0.caseID == caseID }) else { return nil }
        let chest = ChestCase(
            seed: one.seed, geometry: slices.map(Self.geometry.slices) ?? Self.geometry,
            thicknessMM: Self.thicknessMM, build: one.build, extent: one.extent)
        var series = [Self.series(chest.picture, "CT chest lung 1.5 mm", number: 3, of: one)]
        if isAided {
            series.append(Self.series(chest.marked, "CT chest marked", number: 4, of: one))
        }
        return PhantomCase(
            caseID: caseID, truth: Self.truth(caseID, chest), series: series,
            patient: one.patient, studyDescription: "CT chest, pneumonia", bodyPart: "CHEST")
    }

    private static func series(
        _ plain: FloatVolume, _ description: String, number: Int, of one: Participant
    ) -> PhantomSeries {
        let picture = plain.withNoise(
            sigma: 11, correlation: 1.1, air: -990, seed: mixBits(one.seed &+ 31))
        return PhantomSeries(
            number: number, description: description, technique: .ct(kilovolts: 120),
            imageType: "ORIGINAL\\PRIMARY\\AXIAL", thicknessMM: thicknessMM,
            window: VOIWindow(center: -600, width: 1500), isMultiFrame: one.caseID == "C05",
            picture: StoredPicture(picture, slope: 2, intercept: -1024))
    }

    /// Signs, the percentage of each lung counted in voxels, and the grade.
    private static func truth(_ caseID: String, _ chest: ChestCase) -> [TruthRow] {
        let right = percent(chest.illVoxels.right, of: chest.lungVoxels.right)
        let left = percent(chest.illVoxels.left, of: chest.lungVoxels.left)
        let isIll = chest.illVoxels.right + chest.illVoxels.left > 0
        let signs = TruthRow(caseID, "exam", "viral_signs", isIll ? "yes" : "no")
        let grade = TruthRow(
            caseID, "exam", "category_reader", "CT-\(grade(max(right.value, left.value)))")
        guard isIll else { return [signs, grade] }
        return [
            signs, TruthRow(caseID, "lung-R", "pct", right.text, "%"),
            TruthRow(caseID, "lung-L", "pct", left.text, "%"), grade,
        ]
    }

    /// The grade of the worse lung; intervals are closed on the right.
    private static func grade(_ percent: Double) -> Int {
        switch percent {
        case ...0: 0
        case ...25: 1
        case ...50: 2
        case ...75: 3
        default: 4
        }
    }

    /// A percentage of voxels, and its text with three decimals.
    private static func percent(_ part: Int, of all: Int) -> (value: Double, text: String) {
        let thousandths = all > 0 ? (part * 100_000 + all / 2) / all : 0
        let rest = String(thousandths % 1000 + 1000).dropFirst()
        return (all > 0 ? Double(part) * 100 / Double(all) : 0, "\(thousandths / 1000).\(rest)")
    }

    var studyFile: String {
        """
        study: covid-ct04
        title: Grades of viral pneumonia on chest CT
        instruments: [covid-ct04@1.0.0]
        arms:
          - {id: CT, label: A, series: {modality: CT, description: "lung"}, window: lung}
        design: {kind: single, seed: 20260606, casesPerSession: 5}
        readers: [R1]
        display: {minimumGreys: 10, minimumScale: 0}
        reveal: []

        """
    }
}
