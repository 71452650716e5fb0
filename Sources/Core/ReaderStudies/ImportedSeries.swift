/// A rule of an arm that an imported series met.
public struct ArmMatch: Hashable, Sendable, Codable {
    /// The arm.
    public let arm: ArmID
    /// Which of the arm's series rules, from 0: the place in hanging order.
    public let rule: Int

    /// The series meets rule number `rule` (from 0) of `arm`.
    public init(arm: ArmID, rule: Int) {
        self.arm = arm
        self.rule = rule
    }
}

/// Whether a series may be shown.
public enum SeriesState: String, Hashable, Sendable, Codable {
    /// Waits for a person to look for burned-in text.
    case waiting
    /// May be shown to readers.
    case approved
}

/// What the store keeps of a series at import: nothing that identifies, no description, no date.
public struct ImportedSeries: Hashable, Sendable, Codable {
    /// Its opaque name in the frame cache.
    public let token: SeriesToken
    /// The case that it belongs to.
    public let caseID: CaseID
    /// DICOM modality, such as `MR`; empty for NIfTI.
    public let modality: String
    /// Columns of a slice.
    public let columns: Int
    /// Rows of a slice.
    public let rows: Int
    /// Number of slices.
    public let slices: Int
    /// Distance of neighbouring columns, in millimetres.
    public let columnSpacingMM: Double
    /// Distance of neighbouring rows, in millimetres.
    public let rowSpacingMM: Double
    /// Distance of neighbouring slices, in millimetres.
    public let sliceSpacingMM: Double
    /// SHA-256 of the frame file's header, in hexadecimal; the header holds the digest of every slice.
    public let framesDigest: String
    /// The arms and rules that the series meets.
    public let matches: [ArmMatch]
    /// Why a person must look before it is shown, in a sentence; `nil` when nobody must.
    public let waitsBecause: String?
    /// `true` when the series was decoded where the kernel could not confine the decoder; else absent.
    public let decodedUnconfined: Bool?

    /// A series as imported; it waits for approval when `waitsBecause` is given.
    public init(
        token: SeriesToken, caseID: CaseID, modality: String, columns: Int, rows: Int, slices: Int,
        columnSpacingMM: Double, rowSpacingMM: Double, sliceSpacingMM: Double,
        framesDigest: String, matches: [ArmMatch], waitsBecause: String? = nil,
        decodedUnconfined: Bool? = nil
    ) {
        self.token = token
        self.caseID = caseID
        self.modality = modality
        self.columns = columns
        self.rows = rows
        self.slices = slices
        self.columnSpacingMM = columnSpacingMM
        self.rowSpacingMM = rowSpacingMM
        self.sliceSpacingMM = sliceSpacingMM
        self.framesDigest = framesDigest
        self.matches = matches
        self.waitsBecause = waitsBecause
        self.decodedUnconfined = decodedUnconfined
    }
}
