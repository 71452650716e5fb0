/// What joins two panes that show the same patient: places correspond, after a shift where the frames of reference differ.
public struct PlaneLink: Hashable, Sendable {
    /// What is added to a place of the first series to reach the same place of the second, millimetres.
    public var offset: Vector3

    /// Series of one frame of reference: the same millimetres are the same place.
    public init(offset: Vector3 = Vector3(0, 0, 0)) { self.offset = offset }

    /// A link by hand: what is shown at `first` in one series is at `second` in the other.
    public init(matching first: Vector3, with second: Vector3) { offset = second - first }

    /// The link from the second series to the first.
    public var reversed: PlaneLink { PlaneLink(offset: offset * -1) }

    /// The link over a third series: from the first of this one to the second of `next`.
    public func followed(by next: PlaneLink) -> PlaneLink {
        PlaneLink(offset: offset + next.offset)
    }

    /// Where a place of the first series is in the second: patient millimetres there.
    public func position(_ position: Vector3) -> Vector3 { position + offset }

    /// Slice and pixel of the second series that show a point of a slice of the first.
    public func place(
        of point: ImagePoint, slice: Int, in first: VolumeGeometry, shownIn second: VolumeGeometry
    ) -> VolumePlace {
        second.place(of: position(first.position(point, slice: slice)))
    }
}
