import Imaging
import ReaderStudies

/// What is drawn over a picture: thin lines, points, and the edges of painted areas, in pixels of the slice.
struct MeasureOverlay: Hashable {
    /// Lines.
    var lines: [ImageSegment] = []
    /// Edges of what is painted as the whole.
    var dotted: [ImageSegment] = []
    /// Points that can be moved.
    var points: [ImagePoint] = []
    /// The point that moves with the cross.
    var held: ImagePoint?

    /// Everything on the slice that a viewer has in view; what is being drawn only in the active pane.
    init(_ reading: ReadingState, _ viewer: Viewer, isActive: Bool) {
        let board = reading.board
        let place = DrawnPlace(viewer)
        for index in board.indexes(on: place) {
            let drawn = board.drawing.finished[index]
            lines += drawn.lines
            points += drawn.tool == .freehand ? [] : drawn.points
        }
        if isActive, board.drawing.draft != nil, let draft = reading.measuredShape {
            lines += draft.lines
            points += draft.tool == .freehand ? [] : draft.points
        }
        if isActive, let handle = board.handle, let drawn = board.chosenMeasurement,
            drawn.place == place, drawn.points.indices.contains(handle)
        {
            held = drawn.points[handle]
        }
        guard viewer.isAcquired, let painting = board.drawing.paintings[viewer.series] else {
            return
        }
        dotted = painting.whole.edges(slice: viewer.slice, columns: viewer.geometry.columns)
        lines += painting.part.edges(slice: viewer.slice, columns: viewer.geometry.columns)
    }

    /// Draws it into the greys of a pane.
    func draw(on greys: inout GreyImage, _ mapping: PaneMapping) {
        for line in dotted { Self.draw(line, on: &greys, mapping, dotted: true) }
        for line in lines { Self.draw(line, on: &greys, mapping, dotted: false) }
        // In cells a square would hide what is measured: the ends of the lines say enough.
        let reach = min(greys.width, greys.height) >= 200 ? 3 : 0
        for point in points {
            let pixel = Self.pixel(point, mapping)
            if reach > 0 {
                greys.drawSquare(x: pixel.x, y: pixel.y, reach: reach)
            } else {
                greys.drawThinLine(from: pixel, to: pixel)
            }
        }
        if let held, reach > 0 {
            let pixel = Self.pixel(held, mapping)
            greys.drawSquare(x: pixel.x, y: pixel.y, reach: reach * 2)
        }
    }

    private static func draw(
        _ line: ImageSegment, on greys: inout GreyImage, _ mapping: PaneMapping, dotted: Bool
    ) {
        greys.drawThinLine(
            from: pixel(line.start, mapping), to: pixel(line.end, mapping), dotted: dotted)
    }

    /// The pane pixel of a point, kept near the pane where it lies far outside.
    private static func pixel(_ point: ImagePoint, _ mapping: PaneMapping) -> (x: Int, y: Int) {
        let place = mapping.panePoint(point)
        func kept(_ value: Double) -> Int { Int(min(max(value.rounded(.down), -20_000), 20_000)) }
        return (kept(place.x), kept(place.y))
    }
}

extension VoxelMask {
    /// The edges between painted and unpainted voxels of a slice, along the edges of voxels.
    fileprivate func edges(slice: Int, columns: Int) -> [ImageSegment] {
        let runs = runs(slice: slice)
        var edges: [ImageSegment] = []
        for index in stride(from: 0, to: runs.count, by: 2) {
            for voxel in runs[index]..<runs[index] + runs[index + 1] {
                edges += edgesOfVoxel(column: voxel % columns, row: voxel / columns, slice: slice)
            }
        }
        return edges
    }

    private func edgesOfVoxel(column: Int, row: Int, slice: Int) -> [ImageSegment] {
        let (left, right) = (Double(column) - 0.5, Double(column) + 0.5)
        let (top, bottom) = (Double(row) - 0.5, Double(row) + 0.5)
        let sides: [(Int, Int, ImageSegment)] = [
            (0, -1, Self.line(left, top, right, top)),
            (0, 1, Self.line(left, bottom, right, bottom)),
            (-1, 0, Self.line(left, top, left, bottom)),
            (1, 0, Self.line(right, top, right, bottom)),
        ]
        return sides.compactMap { across, down, line in
            contains(column: column + across, row: row + down, slice: slice) ? nil : line
        }
    }

    private static func line(
        _ x1: Double, _ y1: Double, _ x2: Double, _ y2: Double
    ) -> ImageSegment {
        ImageSegment(ImagePoint(column: x1, row: y1), ImagePoint(column: x2, row: y2))
    }
}
