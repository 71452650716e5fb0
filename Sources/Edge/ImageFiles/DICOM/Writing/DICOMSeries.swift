import Imaging

/// One series to write: who, what and the slices.
///
/// Everything that lands in the files is passed in, so that the same values give the same bytes.
public struct DICOMSeries: Sendable {
    /// Patient module.
    public var patient: Patient
    /// General Study module.
    public var study: Study
    /// Series UID, number and description.
    public var series: Series
    /// How the images were made.
    public var technique: Technique
    /// Image Type, its values divided by backslashes.
    public var imageType: String
    /// Rows of a slice.
    public var rows: Int
    /// Columns of a slice.
    public var columns: Int
    /// Bits that carry the value; at most those of a sample.
    public var bitsStored: Int
    /// Distance between rows, millimetres.
    public var rowSpacingMM: Double
    /// Distance between columns, millimetres.
    public var columnSpacingMM: Double
    /// Thickness of a slice, millimetres.
    public var thicknessMM: Double
    /// Direction in which the column index grows.
    public var rowDirection: Vector3
    /// Direction in which the row index grows.
    public var columnDirection: Vector3
    /// Rescale Type, such as `HU`; empty for none.
    public var rescaleType: String
    /// Whether low values are black.
    public var photometric: Photometric
    /// The slices in the order in which they are written.
    public var slices: [Slice]

    /// A series of `slices`, 16-bit `ORIGINAL\PRIMARY` greys unless changed afterwards.
    public init(
        patient: Patient, study: Study, series: Series, technique: Technique,
        geometry: VolumeGeometry, thicknessMM: Double, slices: [Slice]
    ) {
        self.patient = patient
        self.study = study
        self.series = series
        self.technique = technique
        imageType = "ORIGINAL\\PRIMARY" + technique.imageTypeSuffix
        rows = geometry.rows
        columns = geometry.columns
        bitsStored = slices.first?.samples.bitsAllocated ?? 16
        rowSpacingMM = geometry.rowSpacingMM
        columnSpacingMM = geometry.columnSpacingMM
        self.thicknessMM = thicknessMM
        rowDirection = geometry.rowDirection
        columnDirection = geometry.columnDirection
        rescaleType = technique.modality == "CT" ? "HU" : ""
        photometric = .monochrome2
        self.slices = slices
    }
}

extension DICOMSeries {
    /// Who was imaged.
    public struct Patient: Hashable, Sendable {
        /// `Family^Given`.
        public var name: String
        /// Patient ID.
        public var id: String
        /// `YYYYMMDD`, or empty.
        public var birthDate: String
        /// `M`, `F`, `O` or empty.
        public var sex: String

        /// A patient.
        public init(name: String, id: String, birthDate: String = "", sex: String = "") {
            self.name = name
            self.id = id
            self.birthDate = birthDate
            self.sex = sex
        }
    }

    /// The examination.
    public struct Study: Hashable, Sendable {
        /// Study Instance UID.
        public var uid: String
        /// Study ID, at most 16 characters.
        public var id: String
        /// `YYYYMMDD`, or empty.
        public var date: String
        /// `HHMMSS`, or empty.
        public var time: String
        /// Study Description.
        public var description: String
        /// Accession Number, at most 16 characters.
        public var accessionNumber: String
        /// Institution Name.
        public var institution: String
        /// Referring Physician's Name.
        public var referringPhysician: String

        /// An examination.
        public init(
            uid: String, id: String = "", date: String = "", time: String = "",
            description: String = "", accessionNumber: String = "", institution: String = "",
            referringPhysician: String = ""
        ) {
            self.uid = uid
            self.id = id
            self.date = date
            self.time = time
            self.description = description
            self.accessionNumber = accessionNumber
            self.institution = institution
            self.referringPhysician = referringPhysician
        }
    }

    /// The series.
    public struct Series: Hashable, Sendable {
        /// Series Instance UID.
        public var uid: String
        /// Series Number.
        public var number: Int
        /// Series Description.
        public var description: String
        /// Frame of Reference UID.
        public var frameOfReferenceUID: String
        /// Patient Position, such as `HFS`.
        public var patientPosition: String
        /// Body Part Examined, such as `PELVIS`.
        public var bodyPart: String
        /// Protocol Name.
        public var protocolName: String
        /// Manufacturer.
        public var manufacturer: String

        /// A series.
        public init(
            uid: String, number: Int, description: String, frameOfReferenceUID: String,
            patientPosition: String = "HFS", bodyPart: String = "", protocolName: String = "",
            manufacturer: String = "ReadingRoom"
        ) {
            self.uid = uid
            self.number = number
            self.description = description
            self.frameOfReferenceUID = frameOfReferenceUID
            self.patientPosition = patientPosition
            self.bodyPart = bodyPart
            self.protocolName = protocolName
            self.manufacturer = manufacturer
        }
    }

    /// How the images were made.
    public enum Technique: Hashable, Sendable {
        /// Computed tomography at a tube voltage in kV.
        case ct(kilovolts: Double)
        /// Magnetic resonance; times in milliseconds, `scanningSequence` such as `SE` or `GR`.
        case mr(echoTimeMS: Double, repetitionTimeMS: Double, scanningSequence: String)
        /// Positron emission tomography; only in files of one slice.
        case pet(PETAcquisition)

        /// `CT`, `MR` or `PT`.
        public var modality: String {
            switch self {
            case .ct: "CT"
            case .mr: "MR"
            case .pet: "PT"
            }
        }

        /// Whether its images always say how stored values are rescaled.
        var isRescaled: Bool { modality != "MR" }

        var imageTypeSuffix: String {
            switch self {
            case .ct: "\\AXIAL"
            case .mr: "\\OTHER"
            case .pet: ""
            }
        }
    }

    /// One slice.
    public struct Slice: Sendable {
        /// SOP Instance UID (of the first slice: of a multi-frame object).
        public var instanceUID: String
        /// Centre of the first pixel, millimetres.
        public var position: Vector3
        /// `rows × columns` samples, row-major.
        public var samples: Samples
        /// Rescale, windows and tables.
        public var attributes: SliceAttributes

        /// A slice.
        public init(
            instanceUID: String, position: Vector3, samples: Samples,
            attributes: SliceAttributes = SliceAttributes()
        ) {
            self.instanceUID = instanceUID
            self.position = position
            self.samples = samples
            self.attributes = attributes
        }
    }
}
