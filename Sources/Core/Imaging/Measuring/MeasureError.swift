/// Why a measurement has no result.
public enum MeasureError: Error, Hashable, Sendable {
    /// No voxel has its centre inside the region, or none of them has a value.
    case noVoxels
    /// An outline needs three corners or more.
    case fewCorners(count: Int)
    /// Two points that must differ are one.
    case pointsCoincide
    /// A coordinate or radius is not a number, or a radius is 0 or less.
    case notANumber
    /// There is no such slice (from 0).
    case noSlice(slice: Int)
}

extension MeasureError: CustomStringConvertible {
    /// What is wrong and what to do next.
    public var description: String {
        switch self {
        case .noVoxels: "The region holds no voxel. Draw it larger, over the image."
        case .fewCorners(let count): "The outline has \(count) corners. Set at least three."
        case .pointsCoincide: "Two points lie at the same place. Move one of them."
        case .notANumber: "The region has no size. Draw it again."
        case .noSlice(let slice): "There is no slice \(slice + 1)."
        }
    }
}
