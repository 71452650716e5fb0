import CDCMTK
import Imaging

extension UptakeFacts {
    /// Reads what a PET file says. Weight, dose, dates and times are used at once for the factor and not kept.
    init(_ elements: ElementReader) {
        self.init()
        units = elements.code(DICOMTag.units)
        corrections = elements.code(DICOMTag.correctedImage).split(separator: "\\").map(String.init)
        decayCorrection = elements.code(DICOMTag.decayCorrection)
        intercept = elements.number(DICOMTag.rescaleIntercept) ?? 0
        weightKG = elements.number(DICOMTag.patientWeight)
        readDrug(elements)
        seriesDate = elements.code(DICOMTag.seriesDate)
        seriesTime = elements.code(DICOMTag.seriesTime)
        acquisitionDate = elements.code(DICOMTag.acquisitionDate)
        acquisitionTime = elements.code(DICOMTag.acquisitionTime)
        privateScanDateTime = elements.code(DICOMTag.geScanDateTime)
        privateUptakeScale = elements.number(DICOMTag.philipsUptakeScale)
        privateActivityScale = elements.number(DICOMTag.philipsActivityScale)
    }

    private mutating func readDrug(_ elements: ElementReader) {
        let drug = cdcmtk_place(
            frame: -1, sequence: DICOMTag.radiopharmaceuticals, item: 0, inner: 0)
        doseBQ = elements.number(DICOMTag.radionuclideDose, at: drug)
        halfLifeSeconds = elements.number(DICOMTag.radionuclideHalfLife, at: drug)
        injectionDateTime = elements.code(DICOMTag.injectionDateTime, at: drug)
        injectionTime = elements.code(DICOMTag.injectionTime, at: drug)
    }
}
