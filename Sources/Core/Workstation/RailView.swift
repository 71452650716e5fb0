import ReaderStudies
import TerminalUI

/// The position in the stack, drawn as a line: slices that were seen, marks, and where one is.
struct RailView {
    let reading: ReadingState
    let layout: ReadingLayout

    func draw(_ grid: inout CellGrid, _ area: Rect) {
        guard let viewer = reading.viewer, viewer.sliceCount > 0 else { return }
        let inner = area.inset(columns: 1)
        let marked = Set(
            reading.allMarks.compactMap { viewer.slice(of: $0.mark) }.map {
                Self.offset(of: $0, of: inner.width, count: viewer.sliceCount)
            })
        let keys = Set(
            (viewer.isAcquired ? reading.keyImages[viewer.series] ?? [] : []).map {
                Self.offset(of: $0, of: inner.width, count: viewer.sliceCount)
            })
        for offset in 0..<inner.width {
            let slices = Self.slices(at: offset, of: inner.width, count: viewer.sliceCount)
            let isHere =
                Self.offset(of: viewer.slice, of: inner.width, count: viewer.sliceCount)
                == offset
            grid[inner.x + offset, inner.y] = cell(
                viewer, slices, isHere: isHere, isMarked: marked.contains(offset),
                isKey: keys.contains(offset))
        }
    }

    private func cell(
        _ viewer: Viewer, _ slices: Range<Int>, isHere: Bool, isMarked: Bool, isKey: Bool
    ) -> Cell {
        if isHere { return Cell("┼", role: .accent, bold: true) }
        if isMarked { return Cell("×", role: .attention) }
        if isKey { return Cell("◆", role: .accent) }
        let seen = reading.seen(viewer.series)
        // Computed planes are not what must be seen.
        guard viewer.isAcquired else { return Cell("─", role: .imageFrame) }
        let isSeen = slices.allSatisfy { seen.contains($0) || $0 == viewer.slice }
        return Cell(isSeen ? "━" : "─", role: isSeen ? .text : .imageFrame)
    }

    /// The slices that a cell of the rail stands for, at least one.
    static func slices(at offset: Int, of width: Int, count: Int) -> Range<Int> {
        let first = offset * count / width
        return first..<max(first + 1, (offset + 1) * count / width)
    }

    /// The cell in the middle of a slice's part of the rail.
    static func offset(of slice: Int, of width: Int, count: Int) -> Int {
        min(width - 1, (2 * slice + 1) * width / (2 * count))
    }
}
