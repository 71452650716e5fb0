/// What was injected into whom, and when the scan began: all that uptake values need.
public struct PETAcquisition: Hashable, Sendable {
    /// The patient's weight, kilograms; not written when `nil`.
    public var weightKG: Double?
    /// Radionuclide Total Dose, becquerels.
    public var doseBQ: Double
    /// Radionuclide Half Life, seconds.
    public var halfLifeSeconds: Double
    /// Radiopharmaceutical Start Time, `HHMMSS`; after midnight it belongs to the day before the scan.
    public var injectionTime: String
    /// Series and Acquisition Date, `YYYYMMDD`.
    public var scanDate: String
    /// Series and Acquisition Time, `HHMMSS`.
    public var scanTime: String

    /// An acquisition with fluorine 18 unless its half-life says otherwise.
    public init(
        weightKG: Double?, doseBQ: Double, halfLifeSeconds: Double = 6586.2,
        injectionTime: String, scanDate: String, scanTime: String
    ) {
        self.weightKG = weightKG
        self.doseBQ = doseBQ
        self.halfLifeSeconds = halfLifeSeconds
        self.injectionTime = injectionTime
        self.scanDate = scanDate
        self.scanTime = scanTime
    }
}

/// The modules of a PET Image that no other image has: values in becquerels per millilitre, corrected for
/// attenuation, and for decay to the start of the scan.
///
/// Source: DICOM PS3.3 C.8.9.1 (PET Series), C.8.9.2 (PET Isotope), C.8.9.4 (PET Image).
struct PETModules {
    let acquisition: PETAcquisition
    let series: DICOMSeries
    let writer: ElementWriter

    func write(_ index: Int) {
        if let weight = acquisition.weightKG { writer.put(DICOMTag.patientWeight, weight) }
        writer.put([
            DICOMTag.seriesDate: acquisition.scanDate, DICOMTag.seriesTime: acquisition.scanTime,
            DICOMTag.acquisitionDate: acquisition.scanDate,
            DICOMTag.acquisitionTime: acquisition.scanTime, DICOMTag.units: "BQML",
            DICOMTag.countsSource: "EMISSION", DICOMTag.petSeriesType: "STATIC\\IMAGE",
            DICOMTag.correctedImage: "ATTN\\DECY", DICOMTag.decayCorrection: "START",
        ])
        writer.put(DICOMTag.numberOfSlices, series.slices.count)
        writer.put(DICOMTag.frameReferenceTime, 0)
        writer.put(DICOMTag.imageIndex, index + 1)
        writer.item(DICOMTag.radiopharmaceuticals) {
            writer.put(DICOMTag.injectionTime, acquisition.injectionTime)
            writer.put(DICOMTag.radionuclideDose, acquisition.doseBQ)
            writer.put(DICOMTag.radionuclideHalfLife, acquisition.halfLifeSeconds)
        }
    }
}
