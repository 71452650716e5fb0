/// How a value between voxels is made.
public enum Interpolation: String, Hashable, Sendable, CaseIterable {
    /// From the eight voxels around, in proportion.
    case trilinear
    /// The nearest voxel's own, for labels.
    case nearest
}
