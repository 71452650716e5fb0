import Glibc
import Imaging

/// A way to lie in the scanner, as rows and columns of its slices in the patient.
struct Acquisition: Sendable, CustomStringConvertible {
    let description: String
    let right: Vector3
    let down: Vector3
    /// What each slice is shifted against the one before, in its plane, millimetres.
    var shift = Vector3(0, 0, 0)

    static let all: [Acquisition] = [
        Acquisition("head first, supine", Vector3(1, 0, 0), Vector3(0, 1, 0)),
        Acquisition("head first, prone", Vector3(-1, 0, 0), Vector3(0, -1, 0)),
        Acquisition("feet first, supine", Vector3(-1, 0, 0), Vector3(0, 1, 0)),
        Acquisition("feet first, prone", Vector3(1, 0, 0), Vector3(0, -1, 0)),
        Acquisition("decubitus right", Vector3(0, -1, 0), Vector3(1, 0, 0)),
        Acquisition("decubitus left", Vector3(0, 1, 0), Vector3(-1, 0, 0)),
        Acquisition("feet first, decubitus", Vector3(0, 1, 0), Vector3(1, 0, 0)),
        Acquisition("coronal", Vector3(1, 0, 0), Vector3(0, 0, -1)),
        Acquisition("sagittal", Vector3(0, 1, 0), Vector3(0, 0, -1)),
        oblique, semicoronal, tiltedGantry,
    ]

    static let oblique = turned("oblique", PlaneDirections(.axial), 25, -18, 12)
    static let semicoronal = turned("semicoronal", PlaneDirections(.coronal), 28, 0, 0)
    static let tiltedGantry = Acquisition(
        "tilted gantry", Vector3(1, 0, 0), Vector3(0, 1, 0), shift: Vector3(0, 0.8, 0))

    init(
        _ description: String, _ right: Vector3, _ down: Vector3,
        shift: Vector3 = Vector3(0, 0, 0)
    ) {
        self.description = description
        self.right = right
        self.down = down
        self.shift = shift
    }

    private static func turned(
        _ description: String, _ plane: PlaneDirections, _ rows: Double, _ columns: Double,
        _ inPlane: Double
    ) -> Acquisition {
        let plane = plane.tilted(aroundRows: rows).tilted(aroundColumns: columns)
            .turned(inPlane: inPlane)
        return Acquisition(description, plane.right, plane.down)
    }
}

/// Small bright balls at known places of the patient, as any scanner would picture them.
struct LandmarkPhantom {
    /// Centres, patient millimetres.
    static let landmarks = [
        Vector3(9.3, -6.1, 4.2), Vector3(-11.4, 2.7, -8.6), Vector3(3.8, 12.2, 10.9),
        Vector3(-5.5, -12.9, 1.3),
    ]
    /// How fast balls fade, millimetres.
    static let sigmaMM = 1.6

    let volume: ImageVolume

    /// A volume around the middle of the patient whose slices lie as the acquisition says.
    init(
        _ acquisition: Acquisition, depthsMM: [Double] = (0..<32).map { Double($0) * 1.5 - 23.25 }
    ) {
        let (columns, rows) = (44, 40)
        let (columnSpacing, rowSpacing) = (1.1, 1.2)
        let normal = acquisition.right.cross(acquisition.down)
        let corner =
            acquisition.right * (-Double(columns - 1) / 2 * columnSpacing)
            + acquisition.down * (-Double(rows - 1) / 2 * rowSpacing)
        let middle = Double(depthsMM.count - 1) / 2
        let positions = depthsMM.enumerated().map { index, depth in
            corner + normal * depth + acquisition.shift * (Double(index) - middle)
        }
        let geometry = VolumeGeometry(
            columns: columns, rows: rows, rowDirection: acquisition.right,
            columnDirection: acquisition.down, columnSpacingMM: columnSpacing,
            rowSpacingMM: rowSpacing, positions: positions)
        var samples: [Int16] = []
        for slice in positions.indices {
            for row in 0..<rows {
                for column in 0..<columns {
                    let place = geometry.position(
                        column: Double(column), row: Double(row), slice: slice)
                    samples.append(Int16(Self.value(at: place).rounded()))
                }
            }
        }
        volume = ImageVolume(
            geometry: geometry,
            storage: MemoryStorage(samples, sliceSampleCount: columns * rows),
            slices: Array(
                repeating: SliceAttributes(slope: 1, intercept: -100), count: positions.count))
    }

    /// What is stored at a place: 100 between the balls.
    private static func value(at place: Vector3) -> Double {
        landmarks.reduce(100) { sum, landmark in
            let way = place - landmark
            return sum + 2000 * exp(-way.dot(way) / (2 * sigmaMM * sigmaMM))
        }
    }

    /// Where a ball is pictured: the mean place of the brightness within four sigmas of where it should be.
    static func pictured(_ landmark: Vector3, in volume: ImageVolume) -> Vector3? {
        var (sum, weights) = (Vector3(0, 0, 0), 0.0)
        let reach = 4 * sigmaMM
        let geometry = volume.geometry
        for slice in 0..<geometry.slices
        where abs((geometry.positions[slice] - landmark).dot(geometry.normal)) < reach {
            volume.storage.withSlice(slice) { samples in
                for index in 0..<geometry.columns * geometry.rows {
                    let (row, column) = index.quotientAndRemainder(dividingBy: geometry.columns)
                    let place = geometry.position(
                        column: Double(column), row: Double(row), slice: slice)
                    guard (place - landmark).length < reach else { continue }
                    let value = volume.slices[slice].modalityValue(
                        stored: volume.storage.sampleType.value(at: index, in: samples))
                    guard value > 20 else { continue }
                    sum = sum + place * value
                    weights += value
                }
            }
        }
        return weights > 0 ? sum * (1 / weights) : nil
    }
}
