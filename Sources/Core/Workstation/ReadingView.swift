import Imaging
import ReaderStudies
import TerminalUI

/// The reading screen: pictures, form, and the three fixed lines.
struct ReadingView {
    let state: WorkstationState
    let reading: ReadingState

    func draw(_ frame: inout Frame, memory: inout PictureMemory) {
        let layout = ReadingLayout(state, reading)
        memory.pace.panes = layout.panes.count
        drawTop(&frame.grid, layout.top)
        drawDividers(&frame.grid, layout)
        for pane in layout.panes {
            PaneView(state: state, reading: reading, pane: pane, shown: layout.shown)
                .draw(&frame, memory: &memory)
        }
        for box in layout.vacant {
            frame.grid.writeWrapped(
                VacantBox.sentence, in: box.inset(columns: 2, rows: 1), role: .dim)
        }
        if let rail = layout.rail {
            RailView(reading: reading, layout: layout).draw(&frame.grid, rail)
        }
        if let form = layout.form {
            FormView(state: state, reading: reading, area: form).draw(&frame)
        }
        // On a link that takes whole pictures at once they are as good as there.
        let bytes = frame.pictures.reduce(0) { $0 + $1.byteCount }
        let isThere = state.picture == .full || bytes <= memory.pace.link?.firstBytes ?? .max
        let isWhole = isThere && frame.pictures.allSatisfy(\.isFull)
        StatusLine(
            state: state, reading: reading, layout: layout, isPreview: !isWhole,
            slow: linkText(state, memory)?.warning
        ).draw(&frame.grid)
    }

    private func drawTop(_ grid: inout CellGrid, _ area: Rect) {
        let blinded = reading.blindedCase
        var column = grid.write(blinded.study.rawValue, column: 1, row: area.y, bold: true)
        for text in [
            "session \(blinded.session) of \(blinded.sessionCount)",
            "case \(blinded.position) of \(blinded.caseCount)", "arm \(blinded.armLabel)",
        ] {
            column = grid.write(text, column: column + 4, row: area.y, role: .dim)
        }
        if blinded.isPractice {
            column = grid.write("practice", column: column + 4, row: area.y, role: .attention)
        }
        if reading.readState == .amending {
            column = grid.write(
                "revision \(reading.revision)", column: column + 4, row: area.y,
                role: .attention)
        }
        if let reminder = state.breakReminder {
            let start = area.maxX - 10 - reminder.count
            if start > column + 1 {
                grid.write(reminder, column: start, row: area.y, role: .attention)
            }
        }
        grid.write(
            reading.clock.text, column: area.maxX - 8, row: area.y, width: 7, align: .trailing,
            role: .dim)
    }

    /// Lines between the form and the pictures, and to the left of each pane that has a neighbour there.
    private func drawDividers(_ grid: inout CellGrid, _ layout: ReadingLayout) {
        if let form = layout.form, layout.rail != nil {
            grid.verticalLine(
                column: form.x - 1, row: form.y, length: form.height + 1, role: .imageFrame)
        }
        for pane in layout.panes where pane.body.x > 0 {
            let top = pane.title?.y ?? pane.body.y
            grid.verticalLine(
                column: pane.body.x - 1, row: top, length: pane.body.maxY - top, role: .imageFrame)
        }
    }
}

/// One picture with its title and the letters beside it.
struct PaneView {
    let state: WorkstationState
    let reading: ReadingState
    let pane: ReadingLayout.ImagePane
    /// All panes on the screen.
    let shown: [Int]

    private var viewer: Viewer { reading.panes[pane.pane] }
    private var isActive: Bool { pane.pane == reading.pane }

    func draw(_ frame: inout Frame, memory: inout PictureMemory) {
        let geometry = PictureGeometry(state, viewer, body: pane.body)
        if let title = pane.title { drawTitle(&frame.grid, title) }
        drawLetters(&frame.grid, geometry.area)
        frame.pictures += memory.pictures(request(geometry), pane: pane.pane, of: viewer)
    }

    private func request(_ geometry: PictureGeometry) -> PictureRequest {
        PictureRequest(
            series: viewer.series, plane: viewer.plane, slab: viewer.slab, slice: viewer.slice,
            voi: viewer.voi, isInverted: viewer.isInverted, mapping: geometry.mapping,
            area: geometry.area,
            renderer: Renderer.make(state), cell: Renderer.cell(state),
            colors: Renderer.previewColors(state),
            marks: reading.marks(in: viewer).map(\.pixel), cursor: isActive ? reading.cursor : nil,
            lines: reading.cutLines(in: pane.pane, shown: shown),
            crosshair: reading.crosshair(in: viewer),
            overlay: MeasureOverlay(reading, viewer, isActive: isActive))
    }

    private func drawTitle(_ grid: inout CellGrid, _ area: Rect) {
        let hasFocus = isActive && reading.focus == .image
        let sign = hasFocus ? String(Sign.focus.character) : " "
        let after = grid.write(
            sign + title, column: area.x, row: area.y, width: area.width,
            role: hasFocus ? .accent : .dim, bold: hasFocus)
        guard reading.panes.count > 1 else { return }
        let room = area.maxX - after - 3
        let number = viewer.slice + 1
        let place = ["\(number) of \(viewer.sliceCount)", "\(number)"].first { $0.count <= room }
        guard let place else { return }
        grid.write(
            place, column: after + 2, row: area.y, width: room, align: .trailing, role: .dim)
    }

    /// The series' neutral title, the planes when they are not those that were acquired, and what is not shown.
    private var title: String {
        let words = [viewer.source.title, viewer.planeText].compactMap(\.self)
        return ([words.joined(separator: " ")] + viewer.volume.remarks.words)
            .joined(separator: ", ")
    }

    /// R and L beside the picture always; the others above and below it, or in the corner when there is no room.
    private func drawLetters(_ grid: inout CellGrid, _ area: Rect) {
        let letters = EdgeLetters(viewer.geometry, viewer.orientation)
        let left = area.x - PictureGeometry.letterColumns
        let middle = area.y + area.height / 2
        let width = PictureGeometry.letterColumns - 1
        grid.write(
            letters.left, column: left, row: middle, width: width, align: .trailing,
            role: .imageFrame)
        grid.write(
            letters.right, column: area.maxX + 1, row: middle, width: width, role: .imageFrame)
        drawVertical(&grid, letters.top, area, row: area.y - 1, corner: area.y)
        drawVertical(&grid, letters.bottom, area, row: area.maxY, corner: area.maxY - 1)
    }

    private func drawVertical(
        _ grid: inout CellGrid, _ letter: String, _ area: Rect, row: Int, corner: Int
    ) {
        let isInside = row >= pane.body.y && row < pane.body.maxY
        grid.write(
            letter,
            column: isInside
                ? area.x + (area.width - letter.count) / 2
                : area.x - PictureGeometry.letterColumns,
            row: isInside ? row : corner,
            width: isInside ? area.width : PictureGeometry.letterColumns - 1,
            align: isInside ? .leading : .trailing, role: .imageFrame)
    }
}
