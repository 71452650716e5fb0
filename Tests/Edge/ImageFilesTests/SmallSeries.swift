import ImageFiles
import Imaging

/// A small CT series with a slope, noise and both ends of its range.
enum SmallSeries {
    static let rows = 24
    static let columns = 32

    /// 12-bit values of one slice, the same on every machine.
    static func values(slice: Int) -> [Int] {
        var state = UInt64(slice + 1) &* 0x9E37_79B9_7F4A_7C15
        return (0..<rows * columns).map { index in
            state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
            let noise = Int(state >> 59)
            let ramp = (index % columns) * 100 + (index / columns) * 20
            return index == 0 ? 0 : index == 1 ? 4095 : min(ramp + noise, 4095)
        }
    }

    static func geometry(slices: Int, spacingMM: Double = 3) -> VolumeGeometry {
        VolumeGeometry(
            columns: columns, rows: rows, rowDirection: Vector3(1, 0, 0),
            columnDirection: Vector3(0, 1, 0), columnSpacingMM: 0.5, rowSpacingMM: 0.75,
            positions: (0..<slices).map { Vector3(-8, -9, 30 + Double($0) * spacingMM) })
    }

    /// A series whose samples `make` builds from the 12-bit values.
    static func series(
        slices: Int = 1, technique: DICOMSeries.Technique = .ct(kilovolts: 120),
        bitsStored: Int = 12,
        make: ([Int]) -> DICOMSeries.Samples = { .uint16($0.map { UInt16($0) }) }
    ) -> DICOMSeries {
        let geometry = geometry(slices: slices)
        var series = DICOMSeries(
            patient: .init(
                name: "Example^Erika", id: "EX-1", birthDate: "19700101", sex: "F"),
            study: .init(
                uid: DICOMUID.derived(from: "study"), id: "S1", date: "20260102", time: "030405",
                description: "Invented study", accessionNumber: "A1", institution: "Nowhere"),
            series: .init(
                uid: DICOMUID.derived(from: "series"), number: 3, description: "Invented series",
                frameOfReferenceUID: DICOMUID.derived(from: "frame"), bodyPart: "PELVIS"),
            technique: technique, geometry: geometry, thicknessMM: 3,
            slices: (0..<slices).map { index in
                DICOMSeries.Slice(
                    instanceUID: DICOMUID.derived(from: "instance", String(index)),
                    position: geometry.positions[index], samples: make(values(slice: index)),
                    attributes: SliceAttributes(
                        slope: 1, intercept: -1024, windows: [VOIWindow(center: 40, width: 400)]))
            })
        series.bitsStored = bitsStored
        return series
    }
}

extension ImageFile {
    /// The samples of a frame as integers.
    func integers(frame: Int = 0) throws -> [Int] {
        let bytes = try samples(ofFrame: frame)
        return bytes.withUnsafeBytes { raw in
            switch header.pixels.sample {
            case .int16: raw.bindMemory(to: Int16.self).map { Int($0) }
            case .uint16: raw.bindMemory(to: UInt16.self).map { Int($0) }
            case .int32: raw.bindMemory(to: Int32.self).map { Int($0) }
            case .uint32: raw.bindMemory(to: UInt32.self).map { Int($0) }
            case .float32: raw.bindMemory(to: Float.self).map { Int($0) }
            }
        }
    }
}
