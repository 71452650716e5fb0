import Imaging

/// What an original Enhanced CT image says about its acquisition: a spiral that a scanner could run, at the tube voltage
/// of the series.
///
/// Source: DICOM PS3.3 C.8.15.3.
struct EnhancedCTAcquisition {
    let series: DICOMSeries
    let writer: ElementWriter
    let kilovolts: Double

    /// Writes what holds for the whole object.
    func writeModule() { writer.put([0x0018_9073: "5000"]) }  // Acquisition Duration, ms

    /// Writes what all frames share.
    func writeGroups() {
        writeScan()
        writeReconstruction()
        writeExposure()
    }

    /// Writes where the table stood for one frame.
    func writePosition(_ position: Vector3) {
        let center =
            position + series.rowDirection
            * (Double(series.columns - 1) / 2 * series.columnSpacingMM)
            + series.columnDirection * (Double(series.rows - 1) / 2 * series.rowSpacingMM)
        writer.item(0x0018_9326) {
            writer.put(0x0018_9327, position.z)  // Table Position
            writer.put(0x0018_9313, center.x, center.y, center.z)  // Data Collection Center
            writer.put(0x0018_9318, center.x, center.y, center.z)  // Reconstruction Target Center
        }
    }

    private func writeScan() {
        // Acquisition Type, Constant Volume Flag, Fluoroscopy Flag
        writer.item(
            0x0018_9301, [0x0018_9302: "SPIRAL", 0x0018_9333: "NO", 0x0018_9334: "NO"])
        writer.item(
            0x0018_9304,
            [
                0x0018_0090: "500",  // Data Collection Diameter, mm
                0x0018_1120: "0",  // Gantry/Detector Tilt
                0x0018_1130: "0",  // Table Height
                0x0018_1140: "CW",  // Rotation Direction
                0x0018_9305: "0.5",  // Revolution Time, s
                0x0018_9306: "0.75",  // Single Collimation Width, mm
                0x0018_9307: "24",  // Total Collimation Width, mm
            ])
        // Table Speed (mm/s), Table Feed per Rotation (mm), Spiral Pitch Factor
        writer.item(0x0018_9308, [0x0018_9309: "48", 0x0018_9310: "24", 0x0018_9311: "1"])
        // Distance Source to Detector and to Data Collection Center, mm
        writer.item(0x0018_9312, [0x0018_1110: "1000", 0x0018_9335: "550"])
    }

    private func writeReconstruction() {
        writer.item(0x0018_9314) {
            writer.put(0x0018_1100, Double(series.columns) * series.columnSpacingMM)  // Diameter
            writer.put(0x0018_9322, series.rowSpacingMM, series.columnSpacingMM)  // Pixel Spacing
            writer.put([
                0x0018_1210: "NONE",  // Convolution Kernel
                0x0018_9315: "FILTER_BACK_PROJ",  // Reconstruction Algorithm
                0x0018_9316: "SOFT_TISSUE",  // Convolution Kernel Group
                0x0018_9319: "360",  // Reconstruction Angle
                0x0018_9320: "NONE",  // Image Filter
            ])
        }
    }

    private func writeExposure() {
        writer.item(0x0018_9321) {
            writer.put([
                0x0018_9323: "NONE",  // Exposure Modulation Type
                0x0018_9328: "500",  // Exposure Time, ms
                0x0018_9330: "100",  // X-Ray Tube Current, mA
                0x0018_9332: "50",  // Exposure, mAs
                0x0018_9345: "3",  // CTDIvol, mGy
            ])
            writer.item(
                0x0018_9346,
                [
                    DICOMTag.codeValue: "113691", DICOMTag.codingScheme: "DCM",
                    DICOMTag.codeMeaning: "IEC Body Dosimetry Phantom",
                ])
        }
        writer.item(0x0018_9325) {
            writer.put(DICOMTag.kilovolts, kilovolts)
            // Filter Type, Focal Spots, Filter Material
            writer.put([0x0018_1160: "FLAT", 0x0018_1190: "1", 0x0018_7050: "ALUMINUM"])
        }
    }
}
