import Imaging
import ReaderStudies

/// The panes of the stage in view.
extension ReadingState {
    /// The stage in view.
    var current: PaneStage {
        get { stages[stage] }
        set { stages[stage] = newValue }
    }

    /// What each pane shows, in the order of Tab.
    public var panes: [Viewer] {
        get { current.panes }
        set { current.panes = newValue }
    }

    /// Which pane takes the keys.
    public var pane: Int {
        get { current.pane }
        set { current.pane = newValue }
    }

    /// How the panes divide the screen; a box for each pane.
    public var grid: PaneGrid { current.grid }

    /// Whether all panes are shown (`true`), or one alone (`false`); `nil` lets the room decide.
    public var isTogether: Bool? {
        get { current.isTogether }
        set { current.isTogether = newValue }
    }

    /// The viewer of the pane that takes the keys; a read always has at least one series.
    public var viewer: Viewer? {
        get { panes.indices.contains(pane) ? panes[pane] : nil }
        set { if let newValue, panes.indices.contains(pane) { current.panes[pane] = newValue } }
    }

    /// The stages that the study asks for, or one with the first series side by side, at most so many.
    static func stages(
        _ blindedCase: BlindedCase, _ series: [LoadedSeries], beside most: Int
    ) -> [PaneStage] {
        let hung = (blindedCase.hanging?.stages ?? []).compactMap {
            PaneStage($0, blindedCase, series)
        }
        guard hung.isEmpty else { return hung }
        return [PaneStage(sideBySide: series.prefix(most).map { Viewer($0) })]
    }

    /// Divides the screen anew: the pane in focus stays, and new panes show what is not yet shown.
    mutating func divide(_ grid: PaneGrid) {
        current.grid = grid
        current.vacant = []
        current.isGridChosen = true
        current.isTogether = nil
        while panes.count < grid.boxes.count { current.panes.append(nextViewer()) }
        guard panes.count > grid.boxes.count else { return }
        if pane >= grid.boxes.count {
            current.panes.swapAt(pane, grid.boxes.count - 1)
            pane = grid.boxes.count - 1
        }
        for viewer in panes[grid.boxes.count...] { rested[viewer.series] = viewer }
        current.panes.removeSubrange(grid.boxes.count...)
    }

    /// A series that is in no pane, or else a body plane of the series in focus that no pane shows.
    private mutating func nextViewer() -> Viewer {
        if let unseen = series.first(where: { one in !panes.contains { $0.series == one.token } }) {
            return rested.removeValue(forKey: unseen.token) ?? Viewer(unseen)
        }
        var next = panes[pane]
        let directions = panes.filter { $0.series == next.series }.map(\.geometry.normal)
        let planes = BodyPlane.allCases.filter { plane in
            let normal = PlaneDirections(plane).normal
            return !directions.contains { abs($0.dot(normal)) > 0.9 }
        }
        for plane in planes where next.show(.body(plane), nil, at: localPoint(in: next)) == nil {
            break
        }
        return next
    }

    /// Goes to another stage.
    mutating func go(toStage next: Int) {
        guard stages.indices.contains(next) else { return }
        endMode()
        stage = next
        lookAtSlice()
    }

    /// Exchanges the picture in focus with the one in the next pane; the focus goes with it.
    mutating func swapPanes() {
        let next = (pane + 1) % panes.count
        current.panes.swapAt(pane, next)
        pane = next
    }
}

/// The focal point in the patient, and series that are shifted against each other.
extension ReadingState {
    /// The focal point in the millimetres of a viewer's series.
    func localPoint(in viewer: Viewer) -> Vector3 {
        PlaneLink(offset: offsets[viewer.series] ?? Vector3(0, 0, 0)).position(focalPoint)
    }

    /// Makes a place of a viewer's series the focal point.
    mutating func look(at position: Vector3, of viewer: Viewer) {
        let link = PlaneLink(offset: offsets[viewer.series] ?? Vector3(0, 0, 0))
        focalPoint = link.reversed.position(position)
    }

    /// Moves the focal point onto the slice in view, straight along the direction of scrolling.
    mutating func lookAtSlice() {
        guard let viewer else { return }
        let place = localPoint(in: viewer)
        let normal = viewer.geometry.normal
        let way = viewer.geometry.positions[viewer.slice] - place
        look(at: place + normal * way.dot(normal), of: viewer)
    }

    /// Brings all other panes to the slice nearest to the focal point, while they are linked.
    mutating func followLink() {
        guard isLinked || showsCrosshair else { return }
        for index in panes.indices where index != pane {
            current.panes[index].go(near: localPoint(in: panes[index]))
        }
    }

    /// Links all panes as they stand: what they show now counts as the same place; says how far that is, millimetres.
    mutating func linkAsShown() -> Double {
        lookAtSlice()
        isLinked = true
        var greatest = 0.0
        for other in panes where other.series != viewer?.series {
            let normal = other.geometry.normal
            let way = other.geometry.positions[other.slice] - localPoint(in: other)
            offsets[other.series, default: Vector3(0, 0, 0)] =
                (offsets[other.series] ?? Vector3(0, 0, 0)) + normal * way.dot(normal)
            greatest = max(greatest, offsets[other.series]?.length ?? 0)
        }
        return greatest
    }
}

extension Viewer {
    /// Shows other planes, when the series has them; says why it has not.
    mutating func show(_ plane: ShownPlane, _ slab: Slab?, at position: Vector3) -> PlaneError? {
        do {
            try show(plane, slab: slab, near: position)
            return nil
        } catch { return error }
    }
}
