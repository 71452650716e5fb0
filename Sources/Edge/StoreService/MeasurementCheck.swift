import ReaderStudies

/// Decides whether a measurement belongs to the images of the open read, whatever the screen thinks.
struct MeasurementCheck {
    /// The most points that one measurement may have.
    static let mostPoints = 20_000
    /// The most runs of painted voxels: two lungs in 300 slices of 512 rows have about 400,000.
    static let mostRuns = 1_000_000

    /// The series of the open read.
    let series: [ImportedSeries]

    func check(_ measured: AnswerMeasurement) throws(AccessRefusal) {
        guard let shown = series.first(where: { $0.token == measured.series }) else {
            throw Self.outside
        }
        let coordinates = measured.points.flatMap { $0.voxel + $0.positionMM }
        let numbers =
            coordinates + measured.quantities.map(\.value)
            + [measured.windowCenter, measured.windowWidth, measured.pixelScale]
        guard numbers.allSatisfy(\.isFinite), measured.slice >= 0,
            measured.points.allSatisfy({ $0.voxel.count == 3 && $0.positionMM.count == 3 })
        else { throw .invalidEntry("The measurement holds a number that is not finite.") }
        let painted = (measured.masks ?? []).flatMap(\.slices)
        guard painted.allSatisfy({ Self.fits($0, shown) }) else { throw Self.outside }
        let runs = painted.reduce(0) { $0 + $1.runs.count / 2 }
        guard measured.points.count <= Self.mostPoints, runs <= Self.mostRuns else {
            throw .invalidEntry("The measurement has too many parts to be kept. Draw it simpler.")
        }
    }

    private static let outside = AccessRefusal.invalidEntry(
        "The measurement lies outside the images of this case.")

    /// Runs inside the slice, in order and apart.
    private static func fits(_ painted: PaintedSlice, _ series: ImportedSeries) -> Bool {
        guard (0..<series.slices).contains(painted.slice), painted.runs.count % 2 == 0 else {
            return false
        }
        var end = 0
        for index in stride(from: 0, to: painted.runs.count, by: 2) {
            let (start, count) = (painted.runs[index], painted.runs[index + 1])
            guard start >= end, count > 0, count <= series.columns * series.rows - start else {
                return false
            }
            end = start + count
        }
        return true
    }
}
