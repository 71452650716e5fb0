import TerminalUI

/// Where the parts of the reading screen are.
struct ReadingLayout {
    /// A picture's pane: its title row, and the cells that the picture may fill.
    struct ImagePane {
        /// Which of the reading's panes it is.
        let pane: Int
        /// The row of the series title; `nil` when the case has one series.
        let title: Rect?
        /// Cells for picture and letters.
        let body: Rect
    }

    /// Study, session, case, arm, time.
    let top: Rect
    /// Panes with pictures, in the order of the reading's panes.
    let panes: [ImagePane]
    /// Where the study asks for series that the case does not have.
    let vacant: [Rect]
    /// The form; `nil` while it is folded away.
    let form: Rect?
    /// The slice rail; `nil` without pictures.
    let rail: Rect?
    /// What is true now.
    let status: Rect
    /// The next keys.
    let keys: Rect

    /// Columns of a form at least and at most.
    static let formWidths = 29...48
    /// Columns of a pane from which on two series stand beside each other unasked.
    static let roomyPane = 60
    /// Columns of a pane from which on three series do.
    static let roomyThird = 48
    /// Columns and rows of a pane below which it is shown alone.
    static let narrowestPane = Size(width: 26, height: 8)

    /// The layout of `reading` on the screen of `state`.
    init(_ state: WorkstationState, _ reading: ReadingState) {
        let (upper, keys) = state.size.bounds.split(bottom: 1)
        let (main, status) = upper.split(bottom: 1)
        let (top, body) = main.split(top: 1)
        self.top = top
        self.status = status
        self.keys = keys
        if reading.layout == .form {
            form = body.inset(columns: 1)
            rail = nil
            panes = []
            vacant = []
            return
        }
        let (area, rail) = body.split(bottom: 1)
        let parts = Self.split(area, withForm: reading.layout == .both)
        form = parts.form
        self.rail = Rect(x: rail.x, y: rail.y, width: parts.image.width, height: 1)
        panes = Self.panes(in: parts.image, reading)
        let stage = reading.current
        vacant =
            reading.isTogether(in: parts.image)
            ? stage.grid.rects(of: stage.vacant.map(\.box), in: parts.image) : []
    }

    /// Indexes of the panes on screen.
    var shown: [Int] { panes.map(\.pane) }

    /// The part of the screen for pictures, without the rail.
    static func imageArea(_ state: WorkstationState, _ choice: ReadingLayoutChoice) -> Rect {
        let (main, _) = state.size.bounds.split(bottom: 2)
        let (area, _) = main.split(top: 1).rest.split(bottom: 1)
        return split(area, withForm: choice == .both).image
    }

    /// How many series stand beside each other unasked, two or three.
    static func roomyPanes(_ state: WorkstationState) -> Int {
        let thirds = imageArea(state, .both).columns(3, gap: 1)
        return thirds.allSatisfy { $0.width >= roomyThird } ? 3 : 2
    }

    private static func split(_ area: Rect, withForm: Bool) -> (image: Rect, form: Rect?) {
        guard withForm else { return (area, nil) }
        let width = min(max(area.width * 28 / 100, formWidths.lowerBound), formWidths.upperBound)
        let parts = area.split(right: width + 1)
        return (parts.rest, parts.right.split(left: 1).rest)
    }

    private static func panes(in area: Rect, _ reading: ReadingState) -> [ImagePane] {
        let places =
            reading.isTogether(in: area)
            ? Array(reading.grid.rects(in: area).enumerated()) : [(reading.pane, area)]
        return places.map { pane, rect in
            let (title, body) = rect.split(top: reading.hasTitles ? 1 : 0)
            return ImagePane(pane: pane, title: title.isEmpty ? nil : title, body: body)
        }
    }
}

extension ReadingState {
    /// Whether panes say what they show: where it is not the same in all, or not all of its source.
    var hasTitles: Bool {
        series.count > 1 || panes.count > 1 || panes.contains { !$0.volume.remarks.isEmpty }
    }

    /// Whether all panes are shown in an area, not only the one that takes the keys.
    func isTogether(in area: Rect) -> Bool {
        guard panes.count + current.vacant.count > 1, panesFit(in: area) else { return false }
        let least = panes.count == 3 ? ReadingLayout.roomyThird : ReadingLayout.roomyPane
        let roomy = grid.rects(in: area).allSatisfy { $0.width >= least }
        return isTogether ?? (current.isGridChosen || roomy)
    }

    /// Whether no pane would be too small.
    func panesFit(in area: Rect) -> Bool {
        let least = ReadingLayout.narrowestPane
        return grid.rects(in: area).allSatisfy {
            $0.width >= least.width && $0.height >= least.height
        }
    }
}
