import Imaging
import ReaderStudies

/// What a reader has drawn in the open read, and what is being drawn.
public struct MeasuringBoard: Hashable, Sendable {
    /// What is drawn.
    struct Drawing: Hashable, Sendable {
        /// Finished ones, in the order of drawing.
        var finished: [DrawnMeasurement] = []
        /// The one that lacks points.
        var draft: DrawnMeasurement?
        /// Painted voxels, by series.
        var paintings: [SeriesToken: Painting] = [:]
    }

    /// What is drawn now.
    private(set) var drawing = Drawing()
    /// Which finished one is chosen.
    var chosen: Int?
    /// Which point of the chosen one moves with the cross.
    var handle: Int? { didSet { hasMovedHandle = false } }
    /// Whether that point has left the place where it was taken hold of.
    private var hasMovedHandle = false
    /// Where the mouse went down to draw, while it is down.
    var press: MeasuringPress?
    private var past: [Drawing] = []
    private var future: [Drawing] = []

    /// As many steps can be taken back.
    private static let mostSteps = 100

    /// The chosen one.
    var chosenMeasurement: DrawnMeasurement? {
        chosen.flatMap { drawing.finished.indices.contains($0) ? drawing.finished[$0] : nil }
    }

    /// Changes what is drawn, as one step that can be taken back.
    mutating func change(_ body: (inout Drawing) -> Void) {
        let before = drawing
        body(&drawing)
        guard drawing != before else { return }
        past = (past + [before]).suffix(Self.mostSteps)
        future = []
    }

    /// Changes what is drawn as a part of the last step.
    mutating func adjust(_ body: (inout Drawing) -> Void) { body(&drawing) }

    /// Whether a step can be taken back, or back again.
    func canStep(back: Bool) -> Bool { back ? !past.isEmpty : !future.isEmpty }

    /// Takes the last step back, or the last one taken back again.
    mutating func step(back: Bool) {
        guard let other = back ? past.popLast() : future.popLast() else { return }
        if back { future.append(drawing) } else { past.append(drawing) }
        drawing = other
        handle = nil
        if chosenMeasurement == nil { chosen = drawing.finished.indices.last }
    }

    /// Adds a point to what is being drawn; says whether that finished it.
    mutating func place(_ point: ImagePoint, with tool: MeasuringTool, on place: DrawnPlace) -> Bool
    {
        change { drawing in
            var draft = drawing.draft ?? DrawnMeasurement(tool: tool, place: place, points: [])
            draft.points.append(point)
            drawing.draft = draft
        }
        handle = nil
        guard let draft = drawing.draft, draft.points.count == draft.tool.pointCount else {
            return false
        }
        return finish()
    }

    /// Finishes what is being drawn, when it has enough points; says whether it did.
    mutating func finish() -> Bool {
        guard let draft = drawing.draft, draft.tool.measurement(draft.points) != nil else {
            return false
        }
        adjust { drawing in
            drawing.finished.append(draft)
            drawing.draft = nil
        }
        chosen = drawing.finished.count - 1
        return true
    }

    /// Takes the last point of what is being drawn away, or the chosen one as a whole.
    mutating func remove() {
        guard var draft = drawing.draft else {
            guard let chosen, chosenMeasurement != nil else { return }
            change { $0.finished.remove(at: chosen) }
            self.chosen = nil
            handle = nil
            return
        }
        draft.points.removeLast()
        change { $0.draft = draft.points.isEmpty ? nil : draft }
    }

    /// Forgets what is being drawn.
    mutating func cancel() {
        change { $0.draft = nil }
        handle = nil
        press = nil
    }

    /// Moves the chosen point; all its moves until it is let go are one step.
    mutating func moveHandle(to point: ImagePoint) {
        guard let chosen, let handle, let measured = chosenMeasurement,
            measured.points.indices.contains(handle), measured.points[handle] != point
        else { return }
        let body: (inout Drawing) -> Void = { $0.finished[chosen].points[handle] = point }
        if hasMovedHandle { adjust(body) } else { change(body) }
        hasMovedHandle = true
    }

    /// Finished ones on a slice, by their places in the order of drawing.
    func indexes(on place: DrawnPlace) -> [Int] {
        drawing.finished.indices.filter { drawing.finished[$0].place == place }
    }

    /// Shows again what earlier sittings measured for answers, on acquired slices and on computed planes.
    mutating func load(
        _ measurements: some Sequence<AnswerMeasurement>, geometries: [SeriesToken: VolumeGeometry]
    ) {
        for measured in measurements {
            guard let geometry = geometries[measured.series] else { continue }
            if let masks = measured.masks {
                drawing.paintings[measured.series] = Painting(masks, in: geometry)
            } else if let drawn = DrawnMeasurement(measured, in: geometry),
                !drawing.finished.contains(drawn)
            {
                drawing.finished.append(drawn)
            }
        }
    }
}

/// What the mouse began when it went down to draw.
struct MeasuringPress: Hashable, Sendable {
    /// The pixel where it went down.
    let voxel: VoxelCursor
    /// Whether it took hold of a point.
    let holdsHandle: Bool
    /// Whether it has moved to another pixel.
    var hasMoved = false
}
