/// What a PET file says that its standardised uptake values depend on. Read, used and forgotten at import: only the factor is kept.
public struct UptakeFacts: Hashable, Sendable {
    /// Units (0054,1001): `BQML`, `CNTS` or `GML`.
    public var units = ""
    /// Corrected Image (0028,0051), such as `DECY` and `ATTN`.
    public var corrections: [String] = []
    /// Decay Correction (0054,1102): `START` or `ADMIN`.
    public var decayCorrection = ""
    /// Rescale Intercept (0028,1052).
    public var intercept = 0.0
    /// Patient's Weight (0010,1030), kilograms.
    public var weightKG: Double?
    /// Radionuclide Total Dose (0018,1074), becquerels.
    public var doseBQ: Double?
    /// Radionuclide Half Life (0018,1075), seconds.
    public var halfLifeSeconds: Double?
    /// Radiopharmaceutical Start Date Time (0018,1078).
    public var injectionDateTime = ""
    /// Radiopharmaceutical Start Time (0018,1072), used where there is no date.
    public var injectionTime = ""
    /// Series Date (0008,0021).
    public var seriesDate = ""
    /// Series Time (0008,0031).
    public var seriesTime = ""
    /// Acquisition Date (0008,0022).
    public var acquisitionDate = ""
    /// Acquisition Time (0008,0032).
    public var acquisitionTime = ""
    /// Start of the scan as GE writes it (0009,100D), a date and time.
    public var privateScanDateTime = ""
    /// SUV Scale Factor of Philips (7053,1000), grams per millilitre for a count.
    public var privateUptakeScale: Double?
    /// Activity Concentration Scale Factor of Philips (7053,1009), becquerels per millilitre for a count.
    public var privateActivityScale: Double?

    /// A file that says nothing.
    public init() {}
}
