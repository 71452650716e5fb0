import CDCMTK
import Imaging

/// Reads what each frame says about itself: from its functional groups where there are any, else from the data set.
struct FrameReader {
    let elements: ElementReader
    /// Stored values are signed, which is how tables count their inputs.
    let isSigned: Bool

    /// The attributes of one frame, from 0.
    func attributes(ofFrame frame: Int) -> FrameAttributes {
        let groups = Groups(elements: elements, frame: frame)
        var attributes = FrameAttributes()
        attributes.plane = plane(groups)
        readMeasures(groups, into: &attributes)
        readRescale(groups, into: &attributes)
        attributes.slice.windows = windows(groups)
        if let mapping = realWorld(groups) { mapping.apply(to: &attributes) }
        attributes.slice.voiTable = table(groups.place(DICOMTag.voiTableSequence, groups: false))
        attributes.stackKey = stackKey(groups)
        attributes.instanceNumber =
            groups.isEnhanced
            ? frame + 1 : Int(elements.number(DICOMTag.instanceNumber) ?? 0)
        return attributes
    }

    private func plane(_ groups: Groups) -> FramePlane? {
        let position = elements.numbers(
            DICOMTag.imagePosition, at: groups.place(DICOMTag.planePositionSequence))
        let orientation = elements.numbers(
            DICOMTag.imageOrientation, at: groups.place(DICOMTag.planeOrientationSequence))
        return FramePlane(position: position, orientation: orientation)
    }

    private func readMeasures(_ groups: Groups, into attributes: inout FrameAttributes) {
        let place = groups.place(DICOMTag.pixelMeasuresSequence)
        let spacing = elements.numbers(DICOMTag.pixelSpacing, at: place)
        if spacing.count >= 2 {
            attributes.rowSpacingMM = spacing[0]
            attributes.columnSpacingMM = spacing[1]
        }
        attributes.thicknessMM = elements.number(DICOMTag.sliceThickness, at: place)
    }

    private func readRescale(_ groups: Groups, into attributes: inout FrameAttributes) {
        let place = groups.place(DICOMTag.pixelTransformationSequence)
        if let slope = elements.number(DICOMTag.rescaleSlope, at: place) {
            // A slope of 0 would make every pixel equal; writers mean "none".
            attributes.slice.slope = slope == 0 ? 1 : slope
        }
        attributes.slice.intercept = elements.number(DICOMTag.rescaleIntercept, at: place) ?? 0
        // PET says the units of rescaled values in an element of its own (PS3.3 C.8.9.1).
        let units = elements.code(DICOMTag.units)
        attributes.units =
            units.isEmpty ? elements.code(DICOMTag.rescaleType, at: place) : units
        let tablePlace = groups.place(DICOMTag.modalityTableSequence, groups: false)
        attributes.slice.modalityTable = table(tablePlace)
        if attributes.slice.modalityTable != nil {
            attributes.units = elements.code(DICOMTag.tableType, at: tablePlace)
        }
    }

    /// The first mapping of stored values to a unit in which we measure; none for PET, which has units of its own.
    private func realWorld(_ groups: Groups) -> RealWorldMapping? {
        guard elements.code(DICOMTag.units).isEmpty else { return nil }
        for item in 0..<RealWorldMapping.mostItems {
            let place = groups.item(item, of: DICOMTag.realWorldSequence)
            let unit = groups.item(
                item, of: DICOMTag.realWorldSequence, inner: DICOMTag.measurementUnits)
            guard let slope = elements.number(DICOMTag.realWorldSlope, at: place) else { continue }
            let mapping = RealWorldMapping(
                slope: slope,
                intercept: elements.number(DICOMTag.realWorldIntercept, at: place) ?? 0,
                unit: elements.code(DICOMTag.codeValue, at: unit))
            if let mapping { return mapping }
        }
        return nil
    }

    private func windows(_ groups: Groups) -> [VOIWindow] {
        let place = groups.place(DICOMTag.frameVOISequence)
        let centers = elements.numbers(DICOMTag.windowCenter, at: place)
        let widths = elements.numbers(DICOMTag.windowWidth, at: place)
        let name = elements.code(DICOMTag.windowFunction, at: place)
        let function = VOIFunction(rawValue: name) ?? .linear
        // PS3.3 C.11.2.1.2: LINEAR needs a width of at least 1, the others one above 0.
        return zip(centers, widths).compactMap { center, width in
            let isValid = function == .linear ? width >= 1 : width > 0
            return isValid ? VOIWindow(center: center, width: width, function: function) : nil
        }
    }

    /// Source: DICOM PS3.3 C.11.1.1 and C.11.2.1.1.
    private func table(_ place: cdcmtk_place) -> LookupTable? {
        let descriptor = elements.numbers(DICOMTag.tableDescriptor, at: place, limit: 3)
        guard descriptor.count == 3, (8...16).contains(descriptor[2]) else { return nil }
        let count = descriptor[0] == 0 ? 65536 : Int(descriptor[0]) & 0xFFFF
        let entries = elements.words(DICOMTag.tableData, at: place)
        guard entries.count >= count, count > 0 else { return nil }
        // The second value is signed when the pixels are, whatever representation the file chose.
        let first = Int(descriptor[1])
        let firstInput = isSigned && first > 32767 ? first - 65536 : first
        return LookupTable(
            firstInput: firstInput, bits: Int(descriptor[2]), entries: Array(entries.prefix(count)))
    }

    /// Frames of one series with unlike keys are different images of the same place.
    private func stackKey(_ groups: Groups) -> String {
        let values = [
            elements.code(DICOMTag.stackID, at: groups.place(DICOMTag.frameContentSequence)),
            elements.code(
                DICOMTag.temporalPositionIndex, at: groups.place(DICOMTag.frameContentSequence)),
            elements.code(
                DICOMTag.effectiveEchoTime, at: groups.place(DICOMTag.mrEchoSequence)),
            groups.isEnhanced ? frameType(groups) : elements.code(DICOMTag.imageType),
            groups.isEnhanced ? "" : elements.code(DICOMTag.echoTime),
            groups.isEnhanced ? "" : elements.code(DICOMTag.temporalPosition),
        ]
        // `joined(separator:)` is not specialised: for its first call types are sought for 0.15 ms.
        return values.dropFirst().reduce(values[0]) { $0 + "|" + $1 }
    }

    private func frameType(_ groups: Groups) -> String {
        let mr = elements.code(
            DICOMTag.frameType, at: groups.place(DICOMTag.mrFrameTypeSequence))
        if !mr.isEmpty { return mr }
        return elements.code(DICOMTag.frameType, at: groups.place(DICOMTag.ctFrameTypeSequence))
    }
}

/// Where the elements of one frame lie.
private struct Groups {
    let frame: Int
    let isEnhanced: Bool

    init(elements: ElementReader, frame: Int) {
        self.frame = frame
        isEnhanced = cdcmtk_frame_groups(elements.file) > 0
    }

    /// The item of `sequence` in the functional groups, or the data set itself for an object without them; with
    /// `groups` false, the item of `sequence` in the data set.
    func place(_ sequence: UInt32, groups: Bool = true) -> cdcmtk_place {
        if !groups { return cdcmtk_place(frame: -1, sequence: sequence, item: 0, inner: 0) }
        return isEnhanced
            ? cdcmtk_place(frame: Int32(frame), sequence: sequence, item: 0, inner: 0)
            : ElementReader.dataSet
    }

    /// An item of `sequence` in the functional groups, or in the data set of an object without them; or the first one of
    /// the sequence `inner` in it.
    func item(_ item: UInt32, of sequence: UInt32, inner: UInt32 = 0) -> cdcmtk_place {
        cdcmtk_place(
            frame: isEnhanced ? Int32(frame) : -1, sequence: sequence, item: item, inner: inner)
    }
}
