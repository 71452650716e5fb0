import Imaging

/// From voxel indexes to patient millimetres (LPS).
struct NIfTIAffine {
    /// One step along columns, rows and slices.
    let steps: [Vector3]
    /// Centre of the first voxel.
    let origin: Vector3
    /// The header says how the image lies in the patient.
    let isOriented: Bool

    /// Takes the sform if there is one, else the qform, else the spacings alone.
    init(_ fields: NIfTIFields) {
        let second = fields.isSecond
        func number(_ first: Int, _ other: Int) -> Double {
            second ? fields.number(at: other, bytes: 8) : fields.number(at: first, bytes: 4)
        }
        func code(_ first: Int, _ other: Int) -> Int {
            second ? fields.integer(at: other, bytes: 4) : fields.integer(at: first, bytes: 2)
        }
        let spacing = (0...3).map { number(76 + $0 * 4, 104 + $0 * 8) }
        let rows = (0..<3).map { row in
            (0..<4).map { number(280 + row * 16 + $0 * 4, 400 + row * 32 + $0 * 8) }
        }
        let quaternion = (0..<3).map { number(256 + $0 * 4, 352 + $0 * 8) }
        let offset = (0..<3).map { number(268 + $0 * 4, 376 + $0 * 8) }
        let matrix: [[Double]]
        if code(254, 348) > 0, Self.isInvertible(rows) {
            matrix = rows
            isOriented = true
        } else if code(252, 344) > 0 {
            matrix = Self.rotated(quaternion, spacing: spacing, offset: offset)
            isOriented = true
        } else {
            matrix = [[spacing[1], 0, 0, 0], [0, spacing[2], 0, 0], [0, 0, spacing[3], 0]]
            isOriented = false
        }
        let scale = Self.millimetres(fields)
        // NIfTI counts to the right and the front, DICOM to the left and the back.
        func vector(_ column: Int) -> Vector3 {
            Vector3(-matrix[0][column], -matrix[1][column], matrix[2][column]) * scale
        }
        steps = (0..<3).map(vector)
        origin = vector(3)
    }

    /// Millimetres of the unit that the header names; an unknown unit is taken for millimetres.
    private static func millimetres(_ fields: NIfTIFields) -> Double {
        let units =
            fields.isSecond
            ? fields.integer(at: 500, bytes: 4) : Int(fields.byte(at: 123))
        switch units & 7 {
        case 1: return 1000
        case 3: return 0.001
        default: return 1
        }
    }

    private static func isInvertible(_ rows: [[Double]]) -> Bool {
        guard rows.joined().allSatisfy(\.isFinite) else { return false }
        let columns = (0..<3).map { Vector3(rows[0][$0], rows[1][$0], rows[2][$0]) }
        return columns[0].cross(columns[1]).dot(columns[2]) != 0
    }

    /// The matrix of the quaternion (a, b, c, d), where a is what makes its length 1.
    private static func rotated(
        _ quaternion: [Double], spacing: [Double], offset: [Double]
    ) -> [[Double]] {
        let (b, c, d) = (quaternion[0], quaternion[1], quaternion[2])
        let a = max(0, 1 - b * b - c * c - d * d).squareRoot()
        // The sign of pixdim[0] tells whether the slices run against the rotation.
        let sign = spacing[0] < 0 ? -1.0 : 1.0
        let rotation = [
            [a * a + b * b - c * c - d * d, 2 * (b * c - a * d), 2 * (b * d + a * c)],
            [2 * (b * c + a * d), a * a + c * c - b * b - d * d, 2 * (c * d - a * b)],
            [2 * (b * d - a * c), 2 * (c * d + a * b), a * a + d * d - b * b - c * c],
        ]
        return (0..<3).map { row in
            [
                rotation[row][0] * spacing[1], rotation[row][1] * spacing[2],
                rotation[row][2] * spacing[3] * sign, offset[row],
            ]
        }
    }
}
