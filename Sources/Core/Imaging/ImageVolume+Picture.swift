extension ImageVolume {
    /// The greys of a slice (from 0) as a pane shows them.
    public func picture(
        slice: Int, voi: VOI, inverted: Bool = false, through mapping: PaneMapping
    ) -> GreyImage {
        greys(slice: slice, voi: voi, inverted: inverted).shown(through: mapping)
    }
}
