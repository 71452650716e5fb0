import Imaging
import ReaderStudies
import TerminalUI

/// What is true now: slice, window, zoom, renderer, what was seen and what is saved.
struct StatusLine {
    let state: WorkstationState
    let reading: ReadingState
    let layout: ReadingLayout
    /// Whether the picture is not yet full.
    var isPreview = false
    /// How slow the way to the terminal is, where that matters.
    var slow: String?

    func draw(_ grid: inout CellGrid) {
        let row = layout.status.y
        let saved = savedText
        grid.write(
            saved.text, column: 0, row: row, width: layout.status.width - 1, align: .trailing,
            role: saved.role)
        var column = 1
        let room = layout.status.width - saved.text.count - 3
        for part in parts {
            guard let text = part.texts.first(where: { column + $0.count <= room }) else {
                continue
            }
            column = grid.write(text, column: column, row: row, role: part.role) + 3
        }
    }

    /// A piece of the line; of its texts the first for which there is room.
    private struct Part {
        let texts: [String]
        let role: Role

        init(text: String, role: Role = .text) { self.init(texts: [text], role: role) }

        init(texts: [String], role: Role) {
            self.texts = texts
            self.role = role
        }
    }

    private var parts: [Part] {
        guard !layout.panes.isEmpty, let viewer = reading.viewer else { return [seenPart] }
        var parts = [Part(text: "slice \(viewer.slice + 1) of \(viewer.sliceCount)")]
        if let plane = viewer.planeText { parts.append(Part(text: plane, role: .accent)) }
        if state.usesCellsUnasked {
            parts.append(Part(text: WorkstationState.unanswered, role: .attention))
        }
        if reading.isKeyImage { parts.append(Part(text: "key image", role: .accent)) }
        if let cine = reading.cine {
            parts.append(Part(text: "CINE \(cine.rate)/s", role: .accent))
        }
        if isPreview { parts.append(Part(text: "preview", role: .attention)) }
        let measured = reading.measuredTexts
        if !measured.isEmpty { parts.append(Part(texts: measured, role: .accent)) }
        if let mode = modeText { parts.append(Part(text: mode, role: .accent)) }
        parts.append(Part(text: windowText(viewer)))
        if viewer.isInverted { parts.append(Part(text: "inverted", role: .attention)) }
        if layout.panes.count < reading.panes.count, reading.current.isGridChosen {
            parts.append(Part(text: "pane \(reading.pane + 1) of \(reading.panes.count)"))
        }
        if reading.stages.count > 1 {
            parts.append(Part(text: "stage \(reading.stage + 1) of \(reading.stages.count)"))
        }
        if viewer.resampling != .automatic {
            parts.append(Part(text: viewer.resampling.rawValue, role: .attention))
        }
        if let scale = reading.geometry(state)?.mapping.scale {
            parts.append(Part(text: "zoom \(NumberText.fixed(scale, places: 1))"))
        }
        parts.append(Part(text: Renderer.name(state)))
        if let slow { parts.append(Part(text: slow, role: .attention)) }
        parts.append(seenPart)
        if let probe { parts.append(Part(text: probe)) }
        let here = reading.marks(in: viewer).map(\.name)
        if !here.isEmpty { parts.append(Part(text: here.joined(separator: " ") + " here")) }
        if layout.panes.count > 1 {
            parts.append(Part(text: reading.isLinked ? "linked" : "not linked", role: .dim))
        }
        return parts
    }

    private var seenPart: Part {
        // What is on its way in full counts; a preview does not.
        Part(text: "seen \(Int(reading.seenShare(with: isPreview ? [] : layout.shown) * 100)) %")
    }

    private var modeText: String? {
        switch reading.mode {
        case .scroll: nil
        case .window: "WINDOW"
        case .pan: "MOVE"
        case .tilt: "TILT"
        case .crosshair: "CROSSHAIR"
        case .mark: "MARK"
        case .measure(let tool): "MEASURE \(tool.title)"
        }
    }

    private func windowText(_ viewer: Viewer) -> String {
        guard let window = viewer.voi.window else { return "table of the file" }
        let places = window.width < 10 ? 2 : 0
        let fixed = viewer.source.isWindowFixed ? " fixed" : ""
        return "W \(NumberText.fixed(window.width, places: places)) "
            + "L \(NumberText.fixed(window.center, places: places))\(fixed)"
    }

    /// The value under the cross.
    private var probe: String? {
        guard let viewer = reading.viewer,
            let pixel = reading.cursor ?? reading.crosshair(in: viewer).map(VoxelCursor.init),
            let value = viewer.shown.measuredValue(
                column: pixel.column, row: pixel.row, slice: viewer.slice)
        else { return nil }
        let unit = viewer.volume.measurementUnit.symbol
        let number = NumberText.fixed(value, places: ["", "HU"].contains(unit) ? 0 : 2)
        return unit.isEmpty ? "value \(number)" : "\(number) \(unit)"
    }

    private var savedText: (text: String, role: Role) {
        let waiting = reading.answers.waiting.count
        if reading.answers.refusal != nil {
            return ("\(Sign.attention.character) \(waiting) NOT SAVED", .refused)
        }
        if waiting > 0 { return ("saving \(waiting)", .attention) }
        return ("saved \(reading.answers.savedNumber)", .dim)
    }
}

extension ReadingState {
    /// Share of all slices that were seen, counting those in some panes now.
    func seenShare(with shown: [Int]) -> Double {
        var copy = self
        for viewer in shown.map({ panes[$0] }) where viewer.isAcquired {
            copy.seen[viewer.series]?.insert(viewer.slice)
        }
        return copy.seenShare
    }
}
