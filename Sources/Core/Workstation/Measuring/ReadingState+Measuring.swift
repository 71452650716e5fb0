import Imaging
import ReaderStudies

extension ReadingState {
    /// Shows the caliper of a tool; what was begun with another one is forgotten.
    mutating func beginMeasuring(_ tool: MeasuringTool) {
        if layout == .form { layout = .both }
        focus = .image
        if board.drawing.draft != nil { board.cancel() }
        mode = .measure(tool)
        cursor = cursor ?? middleCursor
        board.chosen = nil
        board.handle = nil
    }

    /// Adds a point to what is being drawn; says whether that finished it.
    mutating func addPoint(
        _ point: ImagePoint, with tool: MeasuringTool, _ viewer: Viewer
    ) -> Bool {
        if board.drawing.draft?.points.last == point, tool.pointCount == nil {
            return board.finish()
        }
        if board.drawing.draft == nil { board.chosen = nil }
        return board.place(point, with: tool, on: DrawnPlace(viewer))
    }

    /// What is drawn follows the cross: the point that is held, or a free outline.
    mutating func followCursor() {
        guard case .measure(let tool) = mode, let cursor else { return }
        if board.handle != nil {
            board.moveHandle(to: cursor.point)
        } else if tool == .freehand, board.drawing.draft?.tool == .freehand {
            board.adjust { $0.draft?.points.append(cursor.point) }
        }
    }

    /// Takes hold of the next or the previous point of what is chosen.
    mutating func chooseHandle(_ step: Int) {
        if board.chosenMeasurement == nil { chooseMeasurement(1) }
        guard let drawn = board.chosenMeasurement, !drawn.points.isEmpty else { return }
        let count = drawn.points.count
        let next = board.handle.map { ($0 + step + count) % count } ?? (step > 0 ? 0 : count - 1)
        board.handle = next
        mode = .measure(drawn.tool)
        focus = .image
        cursor = VoxelCursor(drawn.points[next])
    }

    /// Chooses the next or the previous measurement on the slice in view.
    mutating func chooseMeasurement(_ step: Int) {
        guard let viewer else { return }
        let here = board.indexes(on: DrawnPlace(viewer))
        board.handle = nil
        guard !here.isEmpty else {
            board.chosen = nil
            return
        }
        let now = board.chosen.flatMap { here.firstIndex(of: $0) }
        let next = now.map { ($0 + step + here.count) % here.count }
        board.chosen = here[next ?? (step > 0 ? 0 : here.count - 1)]
    }

    /// Takes back the last point, or deletes what is chosen.
    mutating func deleteDrawn() {
        guard case .measure(.brush) = mode, let viewer else { return board.remove() }
        guard let cursor, var painting = board.drawing.paintings[viewer.series] else { return }
        // Outside of the slice there is nothing to erase.
        try? painting.paint(
            cursor.point, slice: viewer.slice, erasing: true, in: viewer.volume.geometry)
        board.change { $0.paintings[viewer.series] = painting }
    }

    mutating func resizeBrush(_ step: Int) {
        changePainting { $0.resize(step, in: $1) }
    }

    mutating func changeLayer() {
        changePainting { painting, _ in
            painting.layer = painting.layer == .whole ? .part : .whole
        }
    }

    private mutating func changePainting(_ body: (inout Painting, VolumeGeometry) -> Void) {
        guard let viewer else { return }
        var painting =
            board.drawing.paintings[viewer.series] ?? Painting(viewer.volume.geometry)
        body(&painting, viewer.volume.geometry)
        board.adjust { $0.paintings[viewer.series] = painting }
    }

    /// What is being drawn with the cross as its next point, or what is chosen on the slice in view.
    var measuredShape: DrawnMeasurement? {
        guard let viewer else { return nil }
        if var draft = board.drawing.draft {
            guard draft.place == DrawnPlace(viewer) else { return nil }
            if let cursor, draft.tool != .freehand, draft.points.last != cursor.point {
                draft.points.append(cursor.point)
            }
            return draft
        }
        return board.chosenMeasurement.flatMap { $0.place == DrawnPlace(viewer) ? $0 : nil }
    }

    /// The numbers of `measuredShape` or of the painting, with their units; `nil` where there are none.
    var measuredText: String? { measuredTexts.first }

    /// `measuredText`, and shorter ways to say it for narrow screens.
    var measuredTexts: [String] {
        if case .measure(.brush) = mode { return paintedText.map { [$0] } ?? [] }
        guard let viewer, let shape = measuredShape else { return [] }
        do throws(MeasureError) {
            return MeasureText.texts(
                try shape.quantities(in: viewer.shown).map(AnswerQuantity.init))
        } catch {
            return [error.description]
        }
    }

    private var paintedText: String? {
        guard let viewer, let painting = board.drawing.paintings[viewer.series] else {
            return nil
        }
        let layer = "paints the \(painting.layer.rawValue)"
        guard let quantities = try? painting.quantities() else { return layer }
        return "\(MeasureText.text(quantities.prefix(1))) \(layer)"
    }
}
