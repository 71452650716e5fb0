import Imaging

/// The modules of a CT, MR or PET Image: one slice.
///
/// Source: DICOM PS3.3 C.7.6.1, C.7.6.2, C.8.2.1, C.8.3.1, C.8.9, C.11.1, C.11.2.
struct SingleFrameModules {
    let series: DICOMSeries
    let writer: ElementWriter

    func write(_ slice: DICOMSeries.Slice, index: Int) {
        writer.put(DICOMTag.classUID, classUID)
        writer.put(DICOMTag.imageType, series.imageType)
        writer.put(DICOMTag.instanceNumber, index + 1)
        writer.put(DICOMTag.acquisitionNumber, 1)
        writePlane(slice)
        writeTechnique(index)
        writeRescale(slice.attributes)
        writeWindows(slice.attributes)
    }

    private var classUID: String {
        switch series.technique {
        case .ct: "1.2.840.10008.5.1.4.1.1.2"
        case .mr: "1.2.840.10008.5.1.4.1.1.4"
        case .pet: "1.2.840.10008.5.1.4.1.1.128"
        }
    }

    private func writePlane(_ slice: DICOMSeries.Slice) {
        let row = series.rowDirection
        let column = series.columnDirection
        writer.put(DICOMTag.pixelSpacing, series.rowSpacingMM, series.columnSpacingMM)
        writer.put(
            DICOMTag.imageOrientation, row.x, row.y, row.z, column.x, column.y, column.z)
        writer.put(DICOMTag.imagePosition, slice.position.x, slice.position.y, slice.position.z)
        writer.put(DICOMTag.sliceThickness, series.thicknessMM)
    }

    private func writeTechnique(_ index: Int) {
        switch series.technique {
        case .ct(let kilovolts):
            writer.put(DICOMTag.kilovolts, kilovolts)
        case .mr(let echoTime, let repetitionTime, let sequence):
            writer.put(DICOMTag.scanningSequence, sequence)
            writer.put(DICOMTag.sequenceVariant, "NONE")
            writer.put(DICOMTag.scanOptions, "")
            writer.put(DICOMTag.acquisitionType, "2D")
            writer.put(DICOMTag.echoTime, echoTime)
            writer.put(DICOMTag.repetitionTime, repetitionTime)
            writer.put(DICOMTag.echoTrainLength, 1)
        case .pet(let acquisition):
            PETModules(acquisition: acquisition, series: series, writer: writer).write(index)
        }
    }

    private func writeRescale(_ attributes: SliceAttributes) {
        if let table = attributes.modalityTable {
            writer.item(DICOMTag.modalityTableSequence) {
                write(table)
                writer.put(DICOMTag.tableType, "US")
            }
            return
        }
        let isRescaled = attributes.slope != 1 || attributes.intercept != 0
        // MR Image has no rescale unless it is needed; CT and PET Image always have one.
        guard isRescaled || series.technique.isRescaled else { return }
        writer.put(DICOMTag.rescaleIntercept, attributes.intercept)
        writer.put(DICOMTag.rescaleSlope, attributes.slope)
        guard series.technique.modality != "PT" else { return }
        writer.put(DICOMTag.rescaleType, series.rescaleType.isEmpty ? "US" : series.rescaleType)
    }

    private func writeWindows(_ attributes: SliceAttributes) {
        if let table = attributes.voiTable {
            writer.item(DICOMTag.voiTableSequence) { write(table) }
        }
        guard let first = attributes.windows.first else { return }
        writer.put(
            DICOMTag.windowCenter, DecimalString.text(attributes.windows.map(\.center)))
        writer.put(DICOMTag.windowWidth, DecimalString.text(attributes.windows.map(\.width)))
        if first.function != .linear {
            writer.put(DICOMTag.windowFunction, first.function.rawValue)
        }
    }

    private func write(_ table: LookupTable) {
        let count = table.entries.count == 65536 ? 0 : table.entries.count
        writer.put(DICOMTag.tableDescriptor, "\(count)\\\(table.firstInput)\\\(table.bits)")
        writer.put(DICOMTag.tableData, words: table.entries)
    }
}
