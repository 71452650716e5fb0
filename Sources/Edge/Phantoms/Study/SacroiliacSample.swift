import Imaging

/// Sacroiliac joints in T1-weighted MR, synthetic CT and CT of the same anatomy.
struct SacroiliacSample: SampleStudy {
    let name = "sij-sct"
    var caseIDs: [String] { participants.map(\.caseID) }
    private let participants: [Participant]
    private let columns: Int

    fileprivate struct Participant {
        let caseID: String
        let patient: PhantomPatient
        let seed: UInt64
        let tiltDegrees: Double
        let cleftMM: Double
        let findings: SacroiliacFindings
    }

    private static let widthMM = 201.6
    private static let spacingMM = 3.5
    private static let committed = [
        Participant(
            caseID: "C01",
            patient: .init(name: "Sample^Sally Sacrum", sex: "F", birthDate: "19830214"),
            seed: 4101, tiltDegrees: 37, cleftMM: 2.6,
            findings: .init(
                erosions: ["R-IL-U": 2, "R-IL-L": 3, "R-SA-L": 2, "L-IL-L": 2],
                sclerosisDepthMM: ["R-IL-U": 10, "R-IL-L": 12, "R-SA-L": 8])),
        Participant(
            caseID: "C02",
            patient: .init(name: "Sample^Igor Ilium", sex: "M", birthDate: "19790830"),
            seed: 4202, tiltDegrees: 40, cleftMM: 2.4,
            findings: .init(sclerosisDepthMM: ["L-IL-L": 3.5])),
        Participant(
            caseID: "C03",
            patient: .init(name: "Sample^Anka Ankylos", sex: "F", birthDate: "19680105"),
            seed: 4303, tiltDegrees: 39, cleftMM: 2.0,
            findings: .init(
                erosions: ["R-IL-U": 2],
                sclerosisDepthMM: ["R-IL-U": 11, "R-SA-U": 9],
                ankylosis: ["L-U", "L-L", "R-L"], fat: ["L-IL-U", "L-SA-U", "R-SA-L"])),
        Participant(
            caseID: "C04",
            patient: .init(name: "Sample^Jon Jointspace", sex: "M", birthDate: "19910617"),
            seed: 4404, tiltDegrees: 36, cleftMM: 2.8,
            findings: .init(
                erosions: ["L-IL-U": 3, "L-SA-U": 2, "R-SA-L": 2],
                sclerosisDepthMM: ["L-IL-U": 9, "L-SA-U": 12, "R-IL-L": 10],
                fat: ["L-SA-L"])),
    ]

    /// The four participants that are committed with the program.
    init() {
        participants = Self.committed
        columns = 192
    }

    /// `count` participants drawn from `seed`, a quarter as fine.
    init(participants count: Int, seed: UInt64) {
        participants = (1...count).map { Participant(number: $0, seed: seed) }
        columns = 48
    }

    func draw(_ caseID: String, slices: [Int]?) -> PhantomCase? {
        guard let one = participants.first(where: { $0.caseID == caseID }) else { return nil }
        let frame = PelvicFrame(tiltDegrees: one.tiltDegrees)
        let pixelMM = Self.widthMM / Double(columns)
        let full = frame.geometry(
            columns: columns, pixelMM: pixelMM, slices: 14, spacingMM: Self.spacingMM)
        let pelvis = Pelvis(
            seed: one.seed, frame: frame, findings: one.findings, cleftMM: one.cleftMM,
            pixelMM: pixelMM)
        let tissues = TissueVolume(
            slices.map(full.slices) ?? full, thicknessMM: 3.2, depths: 3,
            anatomy: pelvis.tissues)
        return PhantomCase(
            caseID: caseID, truth: Self.truth(one.caseID, one.findings),
            series: [
                Self.magnetic(tissues, seed: one.seed),
                Self.synthetic(tissues, seed: one.seed),
                Self.computed(tissues, seed: one.seed),
            ],
            patient: one.patient, studyDescription: "MRI and CT sacroiliac joints",
            bodyPart: "PELVIS")
    }

    private static func magnetic(
        _ tissues: TissueVolume<PelvicTissue>, seed: UInt64
    ) -> PhantomSeries {
        let picture = tissues.picture(SacroiliacArms.t1).smoothed(sigma: 0.45)
            .biased(strength: 0.16, seed: mixBits(seed &+ 11))
            .magnitude(sigma: 7, seed: mixBits(seed &+ 12))
        return PhantomSeries(
            number: 2, description: "t1 tse semicoronal",
            technique: .mr(echoTimeMS: 11, repetitionTimeMS: 560, scanningSequence: "SE"),
            imageType: "ORIGINAL\\PRIMARY\\OTHER", thicknessMM: 3.2,
            window: VOIWindow(center: 160, width: 320), isMultiFrame: false,
            picture: StoredPicture(picture, slope: 3, intercept: 0))
    }

    private static func synthetic(
        _ tissues: TissueVolume<PelvicTissue>, seed: UInt64
    ) -> PhantomSeries {
        let picture = tissues.picture(SacroiliacArms.synthetic).smoothed(sigma: 0.8)
            .withNoise(sigma: 4, correlation: 1.3, air: -900, seed: mixBits(seed &+ 13))
        return PhantomSeries(
            number: 5, description: "sCT synthetic bone", technique: .ct(kilovolts: 120),
            imageType: "ORIGINAL\\PRIMARY\\AXIAL", thicknessMM: 3.2,
            window: VOIWindow(center: 500, width: 2000), isMultiFrame: false,
            syntax: .jpeg2000Lossless, picture: StoredPicture(picture, slope: 2, intercept: -1024))
    }

    private static func computed(
        _ tissues: TissueVolume<PelvicTissue>, seed: UInt64
    ) -> PhantomSeries {
        let picture = tissues.picture(SacroiliacArms.ct).smoothed(sigma: 0.4)
            .withNoise(sigma: 10, correlation: 1.1, air: -990, seed: mixBits(seed &+ 14))
        return PhantomSeries(
            number: 7, description: "CT bone semicoronal", technique: .ct(kilovolts: 120),
            imageType: "ORIGINAL\\PRIMARY\\AXIAL", thicknessMM: 3.2,
            window: VOIWindow(center: 500, width: 2000), isMultiFrame: false,
            picture: StoredPicture(picture, slope: 1, intercept: -1024))
    }

    /// Erosion, sclerosis, its depth and fat by quadrant; ankylosis by half.
    private static func truth(_ caseID: String, _ findings: SacroiliacFindings) -> [TruthRow] {
        let quadrants = SacroiliacQuadrant.all.map(\.site)
        let halves = ["R-U", "R-L", "L-U", "L-L"]
        let rows = quadrants.flatMap { site in
            let depth = findings.sclerosisDepthMM[site] ?? 0
            return [
                TruthRow(caseID, site, "erosion", findings.erosions[site] == nil ? "0" : "1"),
                TruthRow(caseID, site, "sclerosis", depth > 5 ? "1" : "0"),
                TruthRow(caseID, site, "fat", findings.fat.contains(site) ? "1" : "0"),
            ]
        }
        return rows
            + halves.map {
                TruthRow(caseID, $0, "ankylosis", findings.ankylosis.contains($0) ? "1" : "0")
            }
    }

    var studyFile: String {
        """
        study: sij-sct
        title: Synthetic CT of the sacroiliac joints
        instruments: [sij-structural@1.0.0]
        arms:
          - {id: T1w, label: A, series: {modality: MR, description: "^t1"}, shows: [t1], window: auto}
          - {id: sCT, label: B, series: {description: "sCT|synthetic"}, window: sij-bone}
          - {id: CT, label: B, series: {modality: CT, description: "^CT"}, window: sij-bone}
        design: {kind: crossed, seed: 20260601, casesPerSession: 12}
        readers: [R1]
        reference: {arm: CT, rule: consensus}
        display: {minimumGreys: 10, minimumScale: 0}
        reveal: []

        """
    }
}

extension SacroiliacSample.Participant {
    /// An invented participant: about every fifth site of each kind has a finding.
    fileprivate init(number: Int, seed: UInt64) {
        var generator = SeededGenerator(seed: mixBits(seed &+ UInt64(number)))
        var findings = SacroiliacFindings()
        for site in SacroiliacQuadrant.all.map(\.site) {
            if generator.uniform() < 0.2 { findings.erosions[site] = 1 + Int(generator.next() % 3) }
            if generator.uniform() < 0.2 {
                findings.sclerosisDepthMM[site] = generator.uniform(in: 6...12)
            }
            if generator.uniform() < 0.15 { findings.fat.insert(site) }
        }
        for site in ["R-U", "R-L", "L-U", "L-L"] where generator.uniform() < 0.2 {
            findings.ankylosis.insert(site)
        }
        self.init(
            caseID: number < 10 ? "C0\(number)" : "C\(number)",
            patient: PhantomPatient(
                name: "Sample^Participant \(number)", sex: number % 2 == 0 ? "M" : "F",
                birthDate: "1980\(String(101 + number % 12).dropFirst())01"),
            seed: generator.next() >> 16, tiltDegrees: generator.uniform(in: 36...40),
            cleftMM: generator.uniform(in: 2...2.8), findings: findings)
    }
}
