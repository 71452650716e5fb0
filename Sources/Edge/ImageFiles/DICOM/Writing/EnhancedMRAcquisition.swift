/// What an original Enhanced MR image says about its pulse sequence: one that a scanner could run, at the echo and
/// repetition time of the series.
///
/// Source: DICOM PS3.3 C.8.13.4, C.8.13.5.
struct EnhancedMRAcquisition {
    let series: DICOMSeries
    let writer: ElementWriter
    let repetitionTimeMS: Double
    let scanningSequence: String

    private var isGradientEcho: Bool { scanningSequence.contains("GR") }

    /// Writes what holds for the whole object.
    func writeModule() {
        writer.put([
            0x0018_0023: "2D",  // MR Acquisition Type
            0x0018_9005: isGradientEcho ? "gre" : "se",  // Pulse Sequence Name
            0x0018_9008: isGradientEcho ? "GRADIENT" : "SPIN",  // Echo Pulse Sequence
            0x0018_9012: "NO",  // Multi-planar Excitation
            0x0018_9014: "NO",  // Phase Contrast
            0x0018_9015: "NO",  // Time of Flight Contrast
            0x0018_9018: "NO",  // Echo Planar Pulse Sequence
            0x0018_9024: "NO",  // Saturation Recovery
            0x0018_9025: "NONE",  // Spectrally Selected Suppression
            0x0018_9029: "NONE",  // Oversampling Phase
            0x0018_9032: "RECTILINEAR",  // Geometry of k-Space Traversal
            0x0018_9033: "SINGLE",  // Segmented k-Space Traversal
            0x0018_9034: "LINEAR",  // Rectilinear Phase Encode Reordering
            0x0018_9073: "60000",  // Acquisition Duration, ms
            0x0018_9093: "1",  // Number of k-Space Trajectories
        ])
        // Steady state belongs to gradient echoes, the number of spin echoes to the others.
        writer.put(isGradientEcho ? [0x0018_9017: "NONE"] : [0x0018_9011: "NO"])
    }

    /// Writes what all frames share.
    func writeGroups() {
        writeTiming()
        writeGeometry()
        writeModifiers()
        writeCoils()
    }

    private func writeTiming() {
        writer.item(0x0018_9112) {
            writer.put(DICOMTag.repetitionTime, repetitionTimeMS)
            writer.put([
                0x0018_0091: "1",  // Echo Train Length
                0x0018_1314: isGradientEcho ? "15" : "90",  // Flip Angle, degrees
                0x0018_9180: "DB_DT",  // Gradient Output Type
                0x0018_9182: "0",  // Gradient Output
                0x0018_9240: isGradientEcho ? "0" : "1",  // RF Echo Train Length
                0x0018_9241: isGradientEcho ? "1" : "0",  // Gradient Echo Train Length
            ])
            writer.item(0x0018_9176, [0x0018_9177: "STATIC FIELD", 0x0018_9178: "IEC_NORMAL"])
            writer.item(0x0018_9239, [0x0018_9179: "IEC_WHOLE_BODY", 0x0018_9181: "0.1"])
        }
    }

    private func writeGeometry() {
        writer.item(
            0x0018_9125,
            [
                0x0018_0093: "100",  // Percent Sampling
                0x0018_0094: "100",  // Percent Phase Field of View
                0x0018_1312: "COLUMN",  // In-plane Phase Encoding Direction
                0x0018_9058: String(series.columns),  // Frequency Encoding Steps
                0x0018_9231: String(series.rows),  // Phase Encoding Steps in-plane
            ])
        writer.item(0x0018_9119, [0x0018_0083: "1"])  // Number of Averages
    }

    private func writeModifiers() {
        writer.item(
            0x0018_9115,
            [
                0x0018_9009: "NO",  // Inversion Recovery
                0x0018_9010: "NONE",  // Flow Compensation
                0x0018_9016: isGradientEcho ? "RF" : "NONE",  // Spoiling
                0x0018_9021: "NO",  // T2 Preparation
                0x0018_9026: "NONE",  // Spectrally Selected Excitation
                0x0018_9027: "NONE",  // Spatial Pre-saturation
                0x0018_9077: "NO",  // Parallel Acquisition
                0x0018_9081: "NO",  // Partial Fourier
            ])
        writer.item(
            0x0018_9006,
            [
                0x0018_0095: "120",  // Pixel Bandwidth, Hz
                0x0018_9020: "NONE",  // Magnetization Transfer
                0x0018_9022: "NO",  // Blood Signal Nulling
                0x0018_9028: "NONE",  // Tagging
                0x0018_9098: "63.87",  // Transmitter Frequency, MHz
            ])
    }

    private func writeCoils() {
        writer.item(
            0x0018_9042,
            [
                0x0018_1250: "VOLUME",  // Receive Coil Name
                0x0018_9041: "",  // Receive Coil Manufacturer Name
                0x0018_9043: "VOLUME",  // Receive Coil Type
                0x0018_9044: "NO",  // Quadrature Receive Coil
            ])
        writer.item(
            0x0018_9049,
            [
                0x0018_1251: "BODY",  // Transmit Coil Name
                0x0018_9050: "",  // Transmit Coil Manufacturer Name
                0x0018_9051: "BODY",  // Transmit Coil Type
            ])
    }
}
