import ImageFiles
import Imaging

/// One case without anatomy, to try a reading form on: a grey picture that is darker in the middle.
public struct BlankSample: SampleStudy {
    /// The name of the study and of its folder.
    public let name: String
    /// The text of `study.yaml`; its arm takes series of the modality MR.
    public let studyFile: String

    /// A study called `name`.
    public init(name: String, studyFile: String) {
        self.name = name
        self.studyFile = studyFile
    }

    /// The one case.
    public var caseIDs: [String] { ["C01"] }

    private static let size = 128
    private static let geometry = VolumeGeometry(
        columns: size, rows: size, rowDirection: Vector3(1, 0, 0),
        columnDirection: Vector3(0, 1, 0), columnSpacingMM: 1, rowSpacingMM: 1,
        positions: (0..<12).map { Vector3(-64, -64, Double($0) * 4) })

    /// Draws the case, or only some of its slices.
    public func draw(_ caseID: String, slices: [Int]?) -> PhantomCase? {
        guard caseIDs.contains(caseID) else { return nil }
        let geometry = slices.map(Self.geometry.slices) ?? Self.geometry
        let slice = (0..<Self.size * Self.size).map { index in
            let x = Float(index % Self.size - Self.size / 2) / Float(Self.size)
            let y = Float(index / Self.size - Self.size / 2) / Float(Self.size)
            return 400 + 400 * (x * x + y * y)
        }
        let picture = FloatVolume(
            geometry, values: (0..<geometry.slices).flatMap { _ in slice })
        let series = PhantomSeries(
            number: 1, description: "blank",
            technique: .mr(echoTimeMS: 10, repetitionTimeMS: 500, scanningSequence: "SE"),
            imageType: "ORIGINAL\\PRIMARY\\M", thicknessMM: 4,
            window: VOIWindow(center: 500, width: 600), isMultiFrame: false,
            picture: StoredPicture(picture, slope: 1, intercept: 0))
        return PhantomCase(
            caseID: caseID, truth: [], series: [series],
            patient: PhantomPatient(name: "Sample^Blank", sex: "O", birthDate: "19700101"),
            studyDescription: "Blank", bodyPart: "HEAD")
    }
}
