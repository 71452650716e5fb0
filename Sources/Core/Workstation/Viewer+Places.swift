import Imaging

/// An acquired voxel of a series, each index from 0.
public struct AcquiredVoxel: Hashable, Sendable {
    /// Column.
    public let column: Int
    /// Row.
    public let row: Int
    /// Slice.
    public let slice: Int
}

/// From what a pane shows to the patient and to acquired voxels, and back.
///
/// In every plane: a point is a place in a slice of `shown`, a position is in patient millimetres, a voxel is an acquired
/// one. `PictureGeometry` goes on from points to pixels of the screen.
extension Viewer {
    /// Where a point of the slice in view is in the patient, millimetres.
    public func position(of point: ImagePoint) -> Vector3 {
        geometry.position(point, slice: slice)
    }

    /// Where a position is on the slice in view, seen straight onto it; may lie outside of it.
    public func point(of position: Vector3) -> ImagePoint {
        geometry.point(position, slice: slice)
    }

    /// Whether a position lies in the slice in view: in one of its pixels, and no other slice of the pane is nearer.
    public func isInView(_ position: Vector3) -> Bool {
        geometry.nearestSlice(to: position) == slice && geometry.contains(position)
    }

    /// The acquired voxel in which a position lies; `nil` outside of the series.
    public func voxel(at position: Vector3) -> AcquiredVoxel? {
        let acquired = volume.geometry
        guard acquired.contains(position) else { return nil }
        let place = acquired.place(of: position)
        return AcquiredVoxel(
            column: min(max(Int(place.point.column.rounded()), 0), acquired.columns - 1),
            row: min(max(Int(place.point.row.rounded()), 0), acquired.rows - 1),
            slice: place.slice)
    }

    /// The acquired voxel under a point of the slice in view; `nil` outside of the series.
    public func voxel(at point: ImagePoint) -> AcquiredVoxel? {
        guard plane == .acquired else { return voxel(at: position(of: point)) }
        let (column, row) = (Int(point.column.rounded()), Int(point.row.rounded()))
        guard (0..<geometry.columns).contains(column), (0..<geometry.rows).contains(row) else {
            return nil
        }
        return AcquiredVoxel(column: column, row: row, slice: slice)
    }

    /// The centre of an acquired voxel in patient millimetres.
    public func position(of voxel: AcquiredVoxel) -> Vector3 {
        volume.geometry.position(
            column: Double(voxel.column), row: Double(voxel.row), slice: voxel.slice)
    }

    /// The acquired slice in view, or the one nearest to the middle of a computed slice.
    public var acquiredSlice: Int {
        plane == .acquired
            ? slice : volume.geometry.nearestSlice(to: geometry.middle(ofSlice: slice))
    }
}
