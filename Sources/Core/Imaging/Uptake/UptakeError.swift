/// Why a PET series has no standardised uptake values.
public enum UptakeError: Error, Hashable, Sendable {
    /// The file does not say it, or says 0.
    case missing(UptakeField)
    /// The image is not corrected for attenuation or decay.
    case notCorrected(UptakeCorrection)
    /// Values are in units that do not lead to uptake.
    case unknownUnits(String)
    /// Decay is corrected to neither the start of the scan nor the injection.
    case unknownDecayCorrection(String)
    /// The series was made after its images were acquired, so its time is not that of the scan.
    case seriesAfterAcquisition
    /// The injection came after the scan.
    case injectionAfterScan
    /// Rescaled values do not begin at 0.
    case intercept(Double)
}

/// A field of the file that the uptake needs.
public enum UptakeField: String, Hashable, Sendable {
    case weight = "Patient's Weight"
    case dose = "Radionuclide Total Dose"
    case halfLife = "Radionuclide Half Life"
    case injection = "Radiopharmaceutical Start Date Time"
    case scan = "Series Date and Time"
    case acquisition = "Acquisition Date and Time"
    case philipsFactor = "SUV Scale Factor"
}

/// A correction of the image that the uptake needs.
public enum UptakeCorrection: String, Hashable, Sendable {
    case attenuation
    case decay
}

extension UptakeError: CustomStringConvertible {
    /// What is wrong; values stay as they are.
    public var description: String {
        "Standardised uptake values are not computed: \(reason)."
    }

    private var reason: String {
        switch self {
        case .missing(let field): "the file does not say \(field.rawValue)"
        case .notCorrected(let correction):
            "the image is not corrected for \(correction.rawValue)"
        case .unknownUnits(let units):
            units.isEmpty ? "the file does not say its Units" : "values are in \(units)"
        case .unknownDecayCorrection(let correction):
            correction.isEmpty
                ? "the file does not say its Decay Correction"
                : "decay is corrected to \(correction)"
        case .seriesAfterAcquisition: "the series is dated after its images"
        case .injectionAfterScan: "the injection is dated after the scan"
        case .intercept(let intercept): "the Rescale Intercept is \(intercept) and not 0"
        }
    }
}
