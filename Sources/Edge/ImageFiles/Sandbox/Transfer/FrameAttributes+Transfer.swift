import Imaging

extension TransferWriter {
    /// Appends what one frame says about itself.
    mutating func write(_ frame: FrameAttributes) {
        write(frame.plane != nil)
        if let plane = frame.plane {
            for vector in [plane.position, plane.rowDirection, plane.columnDirection] {
                write(vector)
            }
        }
        write(frame.rowSpacingMM)
        write(frame.columnSpacingMM)
        write(frame.thicknessMM)
        write(frame.slice)
        write(frame.units)
        write(frame.stackKey)
        write(Int64(frame.instanceNumber))
    }

    private mutating func write(_ vector: Vector3) {
        write(vector.x)
        write(vector.y)
        write(vector.z)
    }

    private mutating func write(_ slice: SliceAttributes) {
        write(slice.slope)
        write(slice.intercept)
        write(slice.windows) { writer, window in
            writer.write(window.center)
            writer.write(window.width)
            writer.write(window.function.rawValue)
        }
        write(slice.voiTable)
        write(slice.modalityTable)
    }
}

extension TransferReader {
    /// Reads what one frame says about itself.
    mutating func frame() throws(ImageFileError) -> FrameAttributes {
        var frame = FrameAttributes()
        if try flag() { frame.plane = try plane() }
        frame.rowSpacingMM = try optionalNumber()
        frame.columnSpacingMM = try optionalNumber()
        frame.thicknessMM = try optionalNumber()
        frame.slice = try slice()
        frame.units = try text()
        frame.stackKey = try text()
        frame.instanceNumber = Int(try integer(Int64.self))
        return frame
    }

    private mutating func plane() throws(ImageFileError) -> FramePlane {
        let plane = FramePlane(
            position: try vector(), rowDirection: try vector(), columnDirection: try vector())
        guard abs(plane.rowDirection.length - 1) < 1e-6,
            abs(plane.columnDirection.length - 1) < 1e-6
        else { throw .badTransfer }
        return plane
    }

    private mutating func vector() throws(ImageFileError) -> Vector3 {
        Vector3(try number(), try number(), try number())
    }

    private mutating func slice() throws(ImageFileError) -> SliceAttributes {
        SliceAttributes(
            slope: try number(), intercept: try number(),
            windows: try elements(upTo: 64) { reader throws(ImageFileError) in
                try reader.window()
            },
            voiTable: try table(), modalityTable: try table())
    }

    private mutating func window() throws(ImageFileError) -> VOIWindow {
        let center = try number()
        let width = try number()
        guard let function = VOIFunction(rawValue: try text()) else { throw .badTransfer }
        return VOIWindow(center: center, width: width, function: function)
    }
}
