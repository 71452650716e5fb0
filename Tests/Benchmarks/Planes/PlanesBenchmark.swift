import Glibc
import Imaging

/// Times planes computed from 512 × 512 × 300 voxels, one line of JSON an item, for Scripts/bench-planes.
enum PlanesBenchmark {
    /// Tilts around rows and columns of an axial plane, degrees; Scripts/peers/planes.py has the same.
    private static let tilts = [(30, 20), (45, 0), (0, 45), (90, 0), (60, 35), (10, 10)]

    static func run() throws {
        let volume = volume()
        for (rows, columns) in tilts {
            let oblique = try volume.reformatted(to: plane(volume.geometry, rows, columns))
            measure("oblique \(rows) \(columns)", oblique, slice: 0)
        }
        let tilted = plane(volume.geometry, 30, 20)
        let plain = try volume.reformatted(to: tilted)
        let window = VOI.window(VOIWindow(center: 400, width: 1500))
        measure("greys of oblique 30 20") { _ = plain.greys(slice: 0, voi: window) }
        for projection in SlabProjection.allCases {
            let layers = Slab(thicknessMM: 20 * 0.7, projection: projection)
            let oblique = try volume.reformatted(to: tilted, slab: layers)
            measure("oblique \(projection.rawValue) of 20 layers", oblique, slice: 0)
            // 10 mm to each side of the slice 290 lie 280 to 299: 20 slices, because the series ends there.
            let thick = volume.thickened(Slab(thicknessMM: 20, projection: projection))
            measure("acquired \(projection.rawValue) of 20 slices", thick, slice: 290)
        }
    }

    /// 512 × 512 pixels through the middle.
    private static func plane(
        _ geometry: VolumeGeometry, _ rows: Int, _ columns: Int
    ) -> VolumeGeometry {
        let middle = (geometry.middle(ofSlice: 149) + geometry.middle(ofSlice: 150)) * 0.5
        let directions = PlaneDirections(.axial).tilted(aroundRows: Double(rows))
            .tilted(aroundColumns: Double(columns))
        return .plane(directions, center: middle, columns: 512, rows: 512, pixelMM: 0.7)
    }

    /// The same voxels as in Scripts/peers/planes.py.
    private static func volume() -> ImageVolume {
        let samples = [Int16](unsafeUninitializedCapacity: 512 * 512 * 300) { buffer, count in
            for slice in 0..<300 {
                for row in 0..<512 {
                    for column in 0..<512 {
                        let mixed = column * 37 + row * 113 + slice * 211
                        let value = (mixed + (column * row + slice * column) % 977) % 2003
                        buffer[(slice * 512 + row) * 512 + column] = Int16(value - 500)
                    }
                }
            }
            count = 512 * 512 * 300
        }
        let geometry = VolumeGeometry(
            columns: 512, rows: 512, rowDirection: Vector3(1, 0, 0),
            columnDirection: Vector3(0, 1, 0), columnSpacingMM: 0.7, rowSpacingMM: 0.7,
            positions: (0..<300).map { Vector3(0, 0, Double($0)) })
        return ImageVolume(
            geometry: geometry, storage: MemoryStorage(samples, sliceSampleCount: 512 * 512),
            slices: Array(repeating: SliceAttributes(), count: 300),
            modality: .computedTomography, units: "HU")
    }

    /// Times one slice, and tells the mean and number of its pixels that have a value.
    private static func measure(_ item: String, _ volume: ImageVolume, slice: Int) {
        let values = volume.storage.withSlice(slice) { samples in
            samples.bindMemory(to: Float.self).filter { !$0.isNaN }
        }
        let sum = values.reduce(0.0) { $0 + Double($1) }
        let mean = sum / Double(values.count)
        measure(item, result: ", \"mean\": \(mean), \"pixels\": \(values.count)") {
            volume.storage.withSlice(slice) { _ in }
        }
    }

    /// Prints the median milliseconds of `runs` runs of `work`.
    private static func measure(
        _ item: String, result: String = "", runs: Int = 21, _ work: () -> Void
    ) {
        let times = (0..<runs).map { _ in
            let start = now()
            work()
            return (now() - start) * 1000
        }
        print("{\"item\": \"\(item)\", \"ms\": \(times.sorted()[runs / 2])\(result)}")
    }

    private static func now() -> Double {
        var time = timespec()
        clock_gettime(CLOCK_MONOTONIC, &time)
        return Double(time.tv_sec) + Double(time.tv_nsec) / 1e9
    }
}
