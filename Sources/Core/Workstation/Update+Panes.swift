import Imaging
import ReaderStudies

/// Panes, stages, planes, slabs, links and the crosshair.
func performPanes(
    _ state: inout WorkstationState, _ reading: inout ReadingState, _ command: Command
) {
    switch command {
    case .plane(let plane): show(&state, &reading, reading.planeToShow(plane))
    case .acquired: showAcquired(&reading)
    case .tiltMode: reading.mode = .tilt
    case .tilt(let right, let down): tilt(&state, &reading, right, down)
    case .slab(let step): changeSlab(&state, &reading, reading.slab(by: step))
    case .projection: changeSlab(&state, &reading, reading.nextProjection)
    case .crosshair: toggleCrosshair(&reading)
    case .moveCrosshair(let right, let down): moveCrosshair(state, &reading, right, down)
    case .nextGrid: divide(&state, &reading)
    case .swapPanes: reading.swapPanes()
    case .stage(let step): changeStage(&state, &reading, step)
    case .linkAsShown: linkAsShown(&state, &reading)
    default: break
    }
}

/// Shows planes around the focal point, and says what one should know of them, or why there are none.
private func show(
    _ state: inout WorkstationState, _ reading: inout ReadingState, _ plane: ShownPlane
) {
    guard var viewer = reading.viewer, viewer.plane != plane else { return }
    reading.lookAtSlice()
    if let error = viewer.show(plane, viewer.slab, at: reading.localPoint(in: viewer)) {
        state.notice = .attention("\(error)")
        return
    }
    reading.viewer = viewer
    reading.lookAtSlice()
    guard plane != .acquired else { return }
    let remarks = SliceArrangement(viewer.volume.geometry).remarks
    if let remark = remarks.first { state.notice = .attention(remark) }
}

private func showAcquired(_ reading: inout ReadingState) {
    guard var viewer = reading.viewer else { return }
    reading.lookAtSlice()
    // Acquired slices are always there: no series refuses them.
    reading.current.panes[reading.pane].refusal =
        viewer.show(.acquired, nil, at: reading.localPoint(in: viewer))
    reading.viewer = viewer
    reading.lookAtSlice()
}

/// Tilts the plane around its middle; zoom and place in the patient stay.
private func tilt(
    _ state: inout WorkstationState, _ reading: inout ReadingState, _ right: Int, _ down: Int
) {
    guard let before = reading.viewer else { return }
    var directions = before.screenDirections
    if right != 0 { directions = directions.tilted(aroundColumns: Double(right)) }
    if down != 0 { directions = directions.tilted(aroundRows: Double(down)) }
    show(&state, &reading, .oblique(directions))
    guard var viewer = reading.viewer, viewer.plane != before.plane else { return }
    if before.plane != .acquired { viewer.zoom = before.zoom }
    viewer.center = viewer.point(of: before.position(of: before.center)).kept(in: viewer.geometry)
    reading.viewer = viewer
}

private func changeSlab(
    _ state: inout WorkstationState, _ reading: inout ReadingState, _ slab: Slab?
) {
    guard var viewer = reading.viewer else { return }
    let place = viewer.position(of: viewer.center)
    if let error = viewer.show(viewer.plane, slab, at: place) {
        state.notice = .attention("\(error)")
    }
    reading.viewer = viewer
}

private func toggleCrosshair(_ reading: inout ReadingState) {
    guard let viewer = reading.viewer else { return }
    let isOn = reading.showsCrosshair
    reading.endMode()
    reading.showsCrosshair = !isOn
    guard !isOn else { return }
    reading.mode = .crosshair
    reading.lookAtSlice()
    if !viewer.geometry.contains(reading.localPoint(in: viewer)) {
        reading.look(at: viewer.position(of: viewer.center), of: viewer)
    }
    reading.followLink()
}

/// Moves the crosshair by pixels as they lie on the screen; the other panes follow.
private func moveCrosshair(
    _ state: WorkstationState, _ reading: inout ReadingState, _ right: Int, _ down: Int
) {
    guard var viewer = reading.viewer, let geometry = reading.geometry(state) else { return }
    let now = viewer.point(of: reading.localPoint(in: viewer))
    let step = viewer.orientation.step(right, down)
    let point = ImagePoint(
        column: now.column + Double(step.columns), row: now.row + Double(step.rows)
    ).kept(in: viewer.geometry)
    if geometry.mapping.panePixel(point) == nil {
        viewer.center = point
        reading.viewer = viewer
    }
    reading.look(at: viewer.position(of: point), of: viewer)
    reading.followLink()
}

private func divide(_ state: inout WorkstationState, _ reading: inout ReadingState) {
    let grids = [(1, 2), (1, 3), (2, 2), (1, 1)].map { PaneGrid(columns: $1, rows: $0) }
    let now = grids.firstIndex { $0 == reading.grid }
    let next = grids[((now ?? grids.count - 1) + 1) % grids.count]
    reading.endMode()
    reading.divide(next)
    let fits = reading.panesFit(in: ReadingLayout.imageArea(state, reading.layout))
    state.notice =
        fits || next.boxes.count == 1
        ? .done("\(next.name) \(next.boxes.count == 1 ? "pane" : "panes").")
        : .attention(
            "The screen is too small for \(next.name) panes: one is shown, "
                + "\(state.key(.pane(1))) goes to the next.")
}

private func changeStage(
    _ state: inout WorkstationState, _ reading: inout ReadingState, _ step: Int
) {
    reading.go(toStage: reading.stage + step)
    state.notice =
        reading.planeRefusal.map { .attention("\($0)") }
        ?? .done("Stage \(reading.stage + 1) of \(reading.stages.count).")
}

private func linkAsShown(_ state: inout WorkstationState, _ reading: inout ReadingState) {
    let shift = reading.linkAsShown()
    let millimetres = NumberText.fixed(shift, places: 1)
    state.notice = .done(
        shift < 0.05
            ? "The panes are linked." : "The panes are linked as shown, \(millimetres) mm apart.")
}

extension ReadingState {
    /// Why a pane of the stage in view does not show the planes that the study asks for.
    var planeRefusal: PlaneError? { panes.lazy.compactMap(\.refusal).first }

    /// The acquired slices where they lie in a body plane, else that plane.
    fileprivate func planeToShow(_ plane: BodyPlane) -> ShownPlane {
        guard let viewer else { return .acquired }
        let across = abs(viewer.volume.geometry.normal.dot(PlaneDirections(plane).normal))
        // Within half a degree.
        return across > 0.99996 ? .acquired : .body(plane)
    }

    /// Thicknesses of a slab, millimetres.
    private static let thicknesses = [2.0, 3, 5, 8, 10, 15, 20, 30, 50, 80, 100]

    /// The next thicker or thinner slab; no slab below the distance of slices.
    fileprivate func slab(by step: Int) -> Slab? {
        guard let viewer else { return nil }
        let spacing = SliceArrangement(viewer.geometry).spacingMM ?? 0
        let usual = Self.thicknesses.filter { $0 > spacing }
        let now = viewer.slab?.thicknessMM ?? 0
        let next = step > 0 ? usual.first { $0 > now } ?? now : usual.last { $0 < now }
        return next.flatMap {
            $0 > 0
                ? Slab(thicknessMM: $0, projection: viewer.slab?.projection ?? .maximum) : nil
        }
    }

    /// The slab with the next projection; one of the usual thickness where there is none.
    fileprivate var nextProjection: Slab? {
        guard let slab = viewer?.slab else { return slab(by: 1) }
        let all: [SlabProjection] = [.maximum, .minimum, .mean]
        let now = all.firstIndex(of: slab.projection) ?? 0
        return Slab(
            thicknessMM: slab.thicknessMM, projection: all[(now + 1) % all.count])
    }
}

extension Viewer {
    /// The directions of the screen in the patient.
    fileprivate var screenDirections: PlaneDirections {
        if let directions = plane.directions { return directions }
        let (right, down) = geometry.screenDirections(orientation)
        let directions = try? PlaneDirections(right: right, down: down)
        return directions ?? PlaneDirections(geometry.plane)
    }
}

extension ScreenOrientation {
    /// Columns and rows of the slice for columns and rows of the screen.
    func step(_ right: Int, _ down: Int) -> (columns: Int, rows: Int) {
        let across = flippedHorizontally ? -right : right
        let along = flippedVertically ? -down : down
        return transposed ? (along, across) : (across, along)
    }
}
