import Imaging

/// The modules of Enhanced CT and Enhanced MR: all slices in one multi-frame object, original or derived as the series
/// says.
///
/// Source: DICOM PS3.3 C.7.6.16, C.7.6.17, C.8.13, C.8.15.
struct EnhancedModules {
    let series: DICOMSeries
    let writer: ElementWriter

    func write() {
        writer.put(DICOMTag.classUID, classUID)
        writer.put(DICOMTag.imageType, imageType)
        writer.put(DICOMTag.instanceNumber, 1)
        writer.put(DICOMTag.numberOfFrames, series.slices.count)
        writeEquipment()
        writeContent()
        writeAcquisition()
        writeDimensions()
        writeShared()
        for index in series.slices.indices { writeFrame(index) }
    }

    private var isCT: Bool { series.technique.modality == "CT" }

    private var classUID: String {
        isCT ? "1.2.840.10008.5.1.4.1.1.2.1" : "1.2.840.10008.5.1.4.1.1.4.1"
    }

    /// Only what an image acquired as it is may call itself original; then the acquisition has to be told.
    private var isOriginal: Bool { series.imageType.hasPrefix("ORIGINAL\\PRIMARY") }

    private var imageType: String {
        (isOriginal ? "ORIGINAL" : "DERIVED") + "\\PRIMARY\\VOLUME\\NONE"
    }

    private var mr: EnhancedMRAcquisition? {
        guard isOriginal, case .mr(_, let repetition, let sequence) = series.technique else {
            return nil
        }
        return EnhancedMRAcquisition(
            series: series, writer: writer, repetitionTimeMS: repetition,
            scanningSequence: sequence)
    }

    private var ct: EnhancedCTAcquisition? {
        guard isOriginal, case .ct(let kilovolts) = series.technique else { return nil }
        return EnhancedCTAcquisition(series: series, writer: writer, kilovolts: kilovolts)
    }

    private func writeEquipment() {
        writer.put(DICOMTag.modelName, "ReadingRoom")
        writer.put(DICOMTag.deviceSerialNumber, "1")
        writer.put(DICOMTag.softwareVersions, "1")
        writer.put(DICOMTag.burnedInAnnotation, "NO")
        writer.put(DICOMTag.lossyCompression, "00")
        writer.put(DICOMTag.presentationShape, "IDENTITY")
        writer.putEmpty(DICOMTag.acquisitionContextSequence)
    }

    private var date: String { series.study.date.isEmpty ? "20000101" : series.study.date }

    private var time: String { series.study.time.isEmpty ? "000000" : series.study.time }

    private func writeAcquisition() {
        mr?.writeModule()
        ct?.writeModule()
    }

    private func writeContent() {
        writer.put(DICOMTag.contentDate, date)
        writer.put(DICOMTag.contentTime, time)
        writer.put(DICOMTag.acquisitionDateTime, date + time)
        writer.put(DICOMTag.contentQualification, "RESEARCH")
        writer.put(DICOMTag.pixelPresentation, "MONOCHROME")
        writer.put(DICOMTag.volumetricProperties, "VOLUME")
        writer.put(DICOMTag.volumeBasedCalculation, "NONE")
        if !isCT {
            writer.put(DICOMTag.complexImageComponent, "MAGNITUDE")
            writer.put(DICOMTag.acquisitionContrast, "UNKNOWN")
            writer.put(DICOMTag.magneticFieldStrength, 1.5)
            writer.put(DICOMTag.resonantNucleus, "1H")
            writer.put(DICOMTag.kSpaceFiltering, "NONE")
            writer.put(DICOMTag.applicableSafetyStandard, "IEC")
        }
    }

    private func writeDimensions() {
        let uid = DICOMUID.derived(from: "dimensions", series.series.uid)
        writer.item(DICOMTag.dimensionOrganizationSequence) {
            writer.put(DICOMTag.dimensionOrganizationUID, uid)
        }
        for pointer in ["00209056", "00209057"] {
            writer.item(DICOMTag.dimensionIndexSequence) {
                writer.put(DICOMTag.dimensionOrganizationUID, uid)
                writer.put(
                    DICOMTag.dimensionIndexPointer, "(\(pointer.prefix(4)),\(pointer.suffix(4)))")
                writer.put(DICOMTag.functionalGroupPointer, "(0020,9111)")
            }
        }
    }

    private func writeShared() {
        let row = series.rowDirection
        let column = series.columnDirection
        writer.item(DICOMTag.sharedGroupsSequence) {
            writer.item(DICOMTag.pixelMeasuresSequence) {
                writer.put(DICOMTag.pixelSpacing, series.rowSpacingMM, series.columnSpacingMM)
                writer.put(DICOMTag.sliceThickness, series.thicknessMM)
            }
            writer.item(DICOMTag.planeOrientationSequence) {
                writer.put(
                    DICOMTag.imageOrientation, row.x, row.y, row.z, column.x, column.y, column.z)
            }
            writer.item(isCT ? DICOMTag.ctFrameTypeSequence : DICOMTag.mrFrameTypeSequence) {
                writeFrameType()
            }
            if case .mr(let echoTime, _, _) = series.technique {
                writer.item(DICOMTag.mrEchoSequence) {
                    writer.put(DICOMTag.effectiveEchoTime, echoTime)
                }
            }
            mr?.writeGroups()
            ct?.writeGroups()
            writeAnatomy()
            if isCT { writeIrradiationEvent() }
        }
    }

    private func writeIrradiationEvent() {
        writer.item(DICOMTag.irradiationEventSequence) {
            writer.put(
                DICOMTag.irradiationEventUID,
                DICOMUID.derived(from: "irradiation", series.series.uid))
        }
    }

    private func writeFrameType() {
        writer.put(DICOMTag.frameType, imageType)
        writer.put(DICOMTag.pixelPresentation, "MONOCHROME")
        writer.put(DICOMTag.volumetricProperties, "VOLUME")
        writer.put(DICOMTag.volumeBasedCalculation, "NONE")
        if !isCT {
            writer.put(DICOMTag.complexImageComponent, "MAGNITUDE")
            writer.put(DICOMTag.acquisitionContrast, "UNKNOWN")
        }
    }

    private func writeAnatomy() {
        writer.item(DICOMTag.frameAnatomySequence) {
            writer.put(DICOMTag.frameLaterality, "U")
            writer.item(DICOMTag.anatomicRegionSequence) {
                writer.put(DICOMTag.codeValue, "38266002")
                writer.put(DICOMTag.codingScheme, "SCT")
                writer.put(DICOMTag.codeMeaning, "Entire body")
            }
        }
    }

    private func writeFrame(_ index: Int) {
        let slice = series.slices[index]
        writer.item(DICOMTag.perFrameGroupsSequence) {
            writer.item(DICOMTag.frameContentSequence) {
                writer.put(DICOMTag.stackID, "1")
                writer.put(DICOMTag.inStackPosition, index + 1)
                writer.put(DICOMTag.dimensionIndexValues, "1\\\(index + 1)")
                if isOriginal { writeTime() }
            }
            writer.item(DICOMTag.planePositionSequence) {
                writer.put(
                    DICOMTag.imagePosition, slice.position.x, slice.position.y, slice.position.z)
            }
            ct?.writePosition(slice.position)
            writer.item(DICOMTag.pixelTransformationSequence) {
                writer.put(DICOMTag.rescaleIntercept, slice.attributes.intercept)
                writer.put(DICOMTag.rescaleSlope, slice.attributes.slope)
                writer.put(
                    DICOMTag.rescaleType, series.rescaleType.isEmpty ? "US" : series.rescaleType)
            }
            writeWindows(slice.attributes)
        }
    }

    private func writeTime() {
        writer.put([
            0x0018_9074: date + time,  // Frame Acquisition DateTime
            0x0018_9151: date + time,  // Frame Reference DateTime
            0x0018_9220: "1000",  // Frame Acquisition Duration, ms
        ])
    }

    private func writeWindows(_ attributes: SliceAttributes) {
        guard let first = attributes.windows.first else { return }
        writer.item(DICOMTag.frameVOISequence) {
            writer.put(
                DICOMTag.windowCenter, DecimalString.text(attributes.windows.map(\.center)))
            writer.put(DICOMTag.windowWidth, DecimalString.text(attributes.windows.map(\.width)))
            if first.function != .linear {
                writer.put(DICOMTag.windowFunction, first.function.rawValue)
            }
        }
    }
}
