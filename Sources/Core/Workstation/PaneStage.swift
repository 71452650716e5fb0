import Imaging
import ReaderStudies

/// Panes that hang at the same time: how they divide the screen, what each shows, and which takes the keys.
public struct PaneStage: Sendable {
    /// How the panes divide the screen; a box for each pane.
    public var grid: PaneGrid
    /// What each pane shows, in the order of Tab.
    public var panes: [Viewer]
    /// Which pane takes the keys.
    public var pane = 0
    /// Whether reader or study chose the grid: it is then shown wherever it fits.
    public var isGridChosen = false
    /// Whether all panes are shown (`true`), or one alone (`false`); `nil` lets the room decide.
    public var isTogether: Bool?
    /// Boxes for series that the case does not have, with what is said there.
    public var vacant: [VacantBox] = []

    /// Panes side by side.
    init(sideBySide panes: [Viewer]) {
        self.panes = panes
        grid = PaneGrid(columns: max(1, panes.count), rows: 1)
    }

    /// The panes of a stage of the study, as far as the case has their series; `nil` when it has none.
    init?(_ stage: HangingStage, _ blindedCase: BlindedCase, _ series: [LoadedSeries]) {
        var (boxes, viewers): ([PaneGrid.Box], [Viewer]) = ([], [])
        for pane in stage.panes {
            let box = PaneGrid.Box(
                column: pane.column, row: pane.row, width: pane.width, height: pane.height)
            let token = blindedCase.series.first { $0.rule == pane.rule }?.token
            guard let source = series.first(where: { $0.token == token }) else {
                vacant.append(VacantBox(box: box))
                continue
            }
            boxes.append(box)
            viewers.append(Viewer(source, hungAs: pane))
        }
        guard !viewers.isEmpty else { return nil }
        panes = viewers
        grid = PaneGrid(columns: stage.columns, rows: stage.rows, boxes: boxes)
        isGridChosen = true
    }
}

/// A box of a stage whose series the case does not have.
public struct VacantBox: Hashable, Sendable {
    /// Its cells.
    public let box: PaneGrid.Box

    /// What is said there.
    static let sentence = "This case has no series for this pane."
}

extension Viewer {
    /// The series as a pane of the study opens it; a plane that it does not have opens as acquired.
    init(_ source: LoadedSeries, hungAs pane: HangingPane) {
        self.init(source)
        let middle = position(of: center)
        refusal = show(ShownPlane(pane), Slab(pane), at: middle)
        if let window = pane.window.flatMap({ WindowChoice($0) }) {
            voi = source.voi(window, slice: acquiredSlice)
        }
        if let zoom = pane.zoom { self.zoom = .scale(zoom) }
        go(to: Int((pane.start * Double(sliceCount - 1)).rounded()))
        makeHome()
    }
}

extension ShownPlane {
    fileprivate init(_ pane: HangingPane) {
        let body: BodyPlane
        switch pane.plane {
        case .acquired:
            self = .acquired
            return
        case .axial: body = .axial
        case .coronal: body = .coronal
        case .sagittal: body = .sagittal
        }
        let directions = PlaneDirections(body)
        self = pane.tilt == 0 ? .body(body) : .oblique(directions.tilted(aroundRows: pane.tilt))
    }
}

extension Slab {
    fileprivate init?(_ pane: HangingPane) {
        guard let thicknessMM = pane.slabMM, thicknessMM > 0 else { return nil }
        let projection: SlabProjection =
            switch pane.projection {
            case .mean: .mean
            case .maximum: .maximum
            case .minimum: .minimum
            }
        self.init(thicknessMM: thicknessMM, projection: projection)
    }
}
