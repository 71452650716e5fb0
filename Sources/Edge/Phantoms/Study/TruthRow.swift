/// One line of `truth.csv`: what is true of one item at one site of one case.
///
/// The table is long: `case,site,item,value,unit`. Sites, items and values are those of the instrument that
/// the study names; `exam` is the whole examination. A lesion is a site `L1`, `L2` …; its centre
/// is in the items `x_mm`, `y_mm`, `z_mm`, in the patient coordinates of the DICOM files (LPS).
public struct TruthRow: Hashable, Sendable {
    /// The case.
    public let caseID: String
    /// The site.
    public let site: String
    /// The item.
    public let item: String
    /// The value, written as the instrument writes it.
    public let value: String
    /// `mm`, `%` or empty.
    public let unit: String

    /// A line.
    public init(
        _ caseID: String, _ site: String, _ item: String, _ value: String, _ unit: String = ""
    ) {
        self.caseID = caseID
        self.site = site
        self.item = item
        self.value = value
        self.unit = unit
    }

    /// The first line of the file.
    public static let header = "case,site,item,value,unit"

    /// The line; no value holds a comma or a quotation mark.
    public var line: String { "\(caseID),\(site),\(item),\(value),\(unit)" }
}
