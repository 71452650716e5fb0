/// What is shown of a thick slab.
public enum SlabProjection: String, Hashable, Sendable, CaseIterable {
    /// The mean of all values through the slab.
    case mean
    /// The greatest value: MIP.
    case maximum
    /// The least value: MinIP.
    case minimum
}

/// A slab, half of it on each side of the plane that it is shown for.
public struct Slab: Hashable, Sendable {
    /// Thickness, millimetres.
    public let thicknessMM: Double
    /// What is shown of it.
    public let projection: SlabProjection

    /// A slab; `thicknessMM` is above 0.
    public init(thicknessMM: Double, projection: SlabProjection) {
        precondition(thicknessMM > 0, "a slab of \(thicknessMM) mm")
        self.thicknessMM = thicknessMM
        self.projection = projection
    }

    /// Distances from the middle plane at which values are taken: the middles of equal layers no thicker than `layerMM`.
    func offsetsMM(layerMM: Double) -> [Double] {
        let count = max(1, (thicknessMM / layerMM - 1e-6).rounded(.up))
        let layer = thicknessMM / count
        return (0..<Int(count)).map { (Double($0) + 0.5) * layer - thicknessMM / 2 }
    }
}
