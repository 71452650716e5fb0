/// The modules that every image of a series shares.
///
/// Source: DICOM PS3.3 C.7.1.1, C.7.2.1, C.7.3.1, C.7.4.1, C.7.5.1, C.7.6.3, C.12.1.
struct SeriesModules {
    let series: DICOMSeries
    let writer: ElementWriter

    func writeCommon(instanceUID: String) {
        writer.put(DICOMTag.specificCharacterSet, "ISO_IR 192")
        writer.put(DICOMTag.instanceUID, instanceUID)
        writePatient()
        writeStudy()
        writeSeries()
    }

    private func writePatient() {
        writer.put(DICOMTag.patientName, series.patient.name)
        writer.put(DICOMTag.patientID, series.patient.id)
        writer.put(DICOMTag.birthDate, series.patient.birthDate)
        writer.put(DICOMTag.sex, series.patient.sex)
    }

    private func writeStudy() {
        let study = series.study
        writer.put(DICOMTag.studyUID, study.uid)
        writer.put(DICOMTag.studyID, study.id)
        writer.put(DICOMTag.studyDate, study.date)
        writer.put(DICOMTag.studyTime, study.time)
        writer.put(DICOMTag.accessionNumber, study.accessionNumber)
        writer.put(DICOMTag.referringPhysician, study.referringPhysician)
        if !study.description.isEmpty { writer.put(DICOMTag.studyDescription, study.description) }
    }

    private func writeSeries() {
        let values = series.series
        writer.put(DICOMTag.modality, series.technique.modality)
        writer.put(DICOMTag.seriesUID, values.uid)
        writer.put(DICOMTag.seriesNumber, values.number)
        writer.put(DICOMTag.seriesDescription, values.description)
        writer.put(DICOMTag.frameOfReferenceUID, values.frameOfReferenceUID)
        writer.put(DICOMTag.positionReference, "")
        writer.put(DICOMTag.patientPosition, values.patientPosition)
        writer.put(DICOMTag.manufacturer, values.manufacturer)
        if !values.bodyPart.isEmpty { writer.put(DICOMTag.bodyPart, values.bodyPart) }
        if !values.protocolName.isEmpty { writer.put(DICOMTag.protocolName, values.protocolName) }
        if !series.study.institution.isEmpty {
            writer.put(DICOMTag.institution, series.study.institution)
        }
    }

    func writePixelDescription(_ samples: DICOMSeries.Samples) {
        writer.put(DICOMTag.samplesPerPixel, samples.samplesPerPixel)
        writer.put(DICOMTag.photometric, photometric(samples))
        writer.put(DICOMTag.rows, series.rows)
        writer.put(DICOMTag.columns, series.columns)
        writer.put(DICOMTag.bitsAllocated, samples.bitsAllocated)
        if samples.samplesPerPixel == 3 { writer.put(DICOMTag.planarConfiguration, 0) }
        if samples.isFloat { return }
        let bits = min(series.bitsStored, samples.bitsAllocated)
        writer.put(DICOMTag.bitsStored, bits)
        writer.put(DICOMTag.highBit, bits - 1)
        writer.put(DICOMTag.pixelRepresentation, samples.isSigned ? 1 : 0)
    }

    private func photometric(_ samples: DICOMSeries.Samples) -> String {
        if samples.samplesPerPixel == 3 { return "RGB" }
        return series.photometric == .monochrome1 ? "MONOCHROME1" : "MONOCHROME2"
    }
}
