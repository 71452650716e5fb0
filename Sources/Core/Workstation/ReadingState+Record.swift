import Imaging
import ReaderStudies

/// What each pane shows, for the store, and back.
extension ReadingState {
    /// Every pane of the stage in view; `nil` while one pane alone shows acquired slices.
    func hung(isAlone: Bool) -> HungPanes? {
        guard panes.count > 1 || stages.count > 1 || viewer?.isAcquired == false else { return nil }
        return HungPanes(
            stage: stage, columns: grid.columns, rows: grid.rows, focus: pane, isAlone: isAlone,
            panes: panes.map(\.record))
    }

    /// Hangs the panes as the store was told.
    mutating func resume(_ hung: HungPanes) {
        if stages.indices.contains(hung.stage) { stage = hung.stage }
        let grid = PaneGrid(columns: hung.columns, rows: hung.rows)
        if panes.count != hung.panes.count {
            guard grid.boxes.count == hung.panes.count else { return }
            divide(grid)
        } else if self.grid.columns != hung.columns, grid.boxes.count == panes.count {
            divide(grid)
        }
        for (index, record) in hung.panes.enumerated() {
            guard let source = series.first(where: { $0.token == record.series }) else { continue }
            if panes[index].series != record.series { current.panes[index] = Viewer(source) }
            current.panes[index].resume(record)
        }
        if panes.indices.contains(hung.focus) { pane = hung.focus }
        if hung.isAlone, current.isGridChosen { isTogether = false }
    }
}

extension Viewer {
    /// How the picture is computed from acquired slices; `nil` when it is one of them.
    var planeRecord: PlaneRecord? {
        guard !isAcquired else { return nil }
        var record = PlaneRecord(
            name: plane.name, slice: slice, slabMM: slab?.thicknessMM,
            projection: slab?.projection.rawValue)
        if case .oblique(let directions) = plane {
            record.right = directions.right.numbers
            record.down = directions.down.numbers
        }
        return record
    }

    /// What the pane shows, for the store.
    var record: PaneRecord {
        PaneRecord(
            series: series, slice: acquiredSlice, plane: planeRecord,
            windowCenter: voi.window?.center ?? 0, windowWidth: voi.window?.width ?? 0,
            windowFunction: (voi.window?.function ?? .linear).rawValue, inverted: isInverted,
            zoom: zoom.scaleOrZero, centerColumn: center.column, centerRow: center.row)
    }

    /// Shows what the store was told; planes that the series no longer has are left out.
    mutating func resume(_ record: PaneRecord) {
        let middle = volume.geometry.middle(
            ofSlice: min(max(0, record.slice), volume.geometry.slices - 1))
        let plane = record.plane.flatMap(ShownPlane.init) ?? .acquired
        refusal = show(plane, record.plane.flatMap(Slab.init), at: middle)
        guard refusal == nil else { return }
        go(to: plane == .acquired ? record.slice : record.plane?.slice ?? slice)
        isInverted = record.inverted
        if record.windowWidth > 0 {
            voi = .window(
                VOIWindow(
                    center: record.windowCenter, width: record.windowWidth,
                    function: VOIFunction(rawValue: record.windowFunction) ?? .linear))
        }
        guard record.zoom > 0 else { return }
        zoom = .scale(record.zoom)
        center = ImagePoint(column: record.centerColumn, row: record.centerRow).kept(in: geometry)
    }
}

extension ShownPlane {
    /// The planes of a record; `nil` for a name or directions that mean none.
    init?(_ record: PlaneRecord) {
        if let body = BodyPlane(rawValue: record.name) {
            self = .body(body)
        } else if record.name == "acquired" {
            self = .acquired
        } else if let right = Vector3(record.right), let down = Vector3(record.down),
            let directions = try? PlaneDirections(right: right, down: down)
        {
            self = .oblique(directions)
        } else {
            return nil
        }
    }
}

extension Slab {
    /// The slab of a record; `nil` for a plane.
    init?(_ record: PlaneRecord) {
        guard let thicknessMM = record.slabMM, thicknessMM > 0 else { return nil }
        self.init(
            thicknessMM: thicknessMM,
            projection: record.projection.flatMap(SlabProjection.init) ?? .mean)
    }
}

extension Vector3 {
    fileprivate init?(_ numbers: [Double]) {
        guard numbers.count == 3 else { return nil }
        self.init(numbers[0], numbers[1], numbers[2])
    }

    fileprivate var numbers: [Double] { [x, y, z] }
}
