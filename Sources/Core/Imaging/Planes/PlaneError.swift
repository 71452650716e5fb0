/// Why a volume has no planes but the acquired ones.
public enum PlaneError: Error, Hashable, Sendable {
    /// The series has a single slice: nothing is known above and below it.
    case singleSlice
    /// The directions of rows and columns are not two perpendicular directions of length 1, or a number is not finite.
    case noOrientation
    /// A slice (from 0) lies at the place of the one before it, or before that one.
    case slicesOutOfOrder(slice: Int)
    /// Rows and columns asked for are not two different directions.
    case noDirections
}

extension PlaneError: CustomStringConvertible {
    /// What is wrong, where, and what to do next.
    public var description: String {
        switch self {
        case .singleSlice:
            "The series has one slice, so there are no other planes. Read it as it was acquired."
        case .noOrientation:
            "The series does not say how its slices lie in the patient. Read it as it was acquired."
        case .slicesOutOfOrder(let slice):
            """
            Slices \(slice) and \(slice + 1) lie at the same place or in the wrong order, so other planes cannot \
            be computed. Re-export the series.
            """
        case .noDirections:
            "The plane needs rows and columns in two different directions."
        }
    }
}
