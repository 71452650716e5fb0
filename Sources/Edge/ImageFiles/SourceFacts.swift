import Imaging

/// What a file says about person, study and series: for grouping, for selecting series by the study file and for the
/// coordinator at import; never stored, never shown to a reader.
public struct SourceFacts: Hashable, Sendable {
    /// Patient's name.
    public var patientName = ""
    /// Patient ID.
    public var patientID = ""
    /// Patient's birth date.
    public var birthDate = ""
    /// Study Instance UID.
    public var studyUID = ""
    /// Series Instance UID.
    public var seriesUID = ""
    /// Frame of Reference UID.
    public var frameOfReferenceUID = ""
    /// SOP Class UID.
    public var classUID = ""
    /// Modality as the file names it, such as `CT`.
    public var modality = ""
    /// Series Number.
    public var seriesNumber = ""
    /// Series Description.
    public var seriesDescription = ""
    /// Study Description.
    public var studyDescription = ""
    /// Protocol Name.
    public var protocolName = ""
    /// Image Type, its values divided by backslashes.
    public var imageType = ""
    /// Burned In Annotation: `YES`, `NO` or empty.
    public var burnedInAnnotation = ""
    /// Patient Position, such as `HFS`.
    public var patientPosition = ""

    /// A file that says nothing.
    public init() {}

    /// The class of machine.
    public var modalityClass: Modality { Modality(rawValue: modality) ?? .other }
}

extension SourceFacts {
    /// All texts, in one order.
    static var texts: [WritableKeyPath<SourceFacts, String>] {
        [
            \.patientName, \.patientID, \.birthDate, \.studyUID, \.seriesUID,
            \.frameOfReferenceUID, \.classUID, \.modality, \.seriesNumber, \.seriesDescription,
            \.studyDescription, \.protocolName, \.imageType, \.burnedInAnnotation,
            \.patientPosition,
        ]
    }
}
