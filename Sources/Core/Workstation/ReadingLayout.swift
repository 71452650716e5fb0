import TerminalUI

/// Where the parts of the reading screen are.
struct ReadingLayout {
    /// A picture's pane: its title row, and the cells that the picture may fill.
    struct ImagePane {
        /// Which viewer it shows.
        let viewer: Int
        /// The row of the series title; `nil` when the case has one series.
        let title: Rect?
        /// Cells for picture and letters.
        let body: Rect
    }

    /// Study, session, case, arm, time.
    let top: Rect
    /// Panes with pictures, from the left.
    let panes: [ImagePane]
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
    /// Columns of a pane below which two series never stand beside each other.
    static let narrowestPane = 30

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
            return
        }
        let (area, rail) = body.split(bottom: 1)
        let parts = Self.split(area, withForm: reading.layout == .both)
        form = parts.form
        self.rail = Rect(x: rail.x, y: rail.y, width: parts.image.width, height: 1)
        panes = Self.panes(in: parts.image, reading)
    }

    /// Indexes of the viewers on screen.
    var shown: [Int] { panes.map(\.viewer) }

    private static func split(_ area: Rect, withForm: Bool) -> (image: Rect, form: Rect?) {
        guard withForm else { return (area, nil) }
        let width = min(max(area.width * 28 / 100, formWidths.lowerBound), formWidths.upperBound)
        let parts = area.split(right: width + 1)
        return (parts.rest, parts.right.split(left: 1).rest)
    }

    private static func panes(in area: Rect, _ reading: ReadingState) -> [ImagePane] {
        let slots = reading.isBeside(width: area.width) ? reading.slots : [reading.active]
        return zip(slots, area.columns(slots.count, gap: slots.count > 1 ? 1 : 0)).map {
            let (title, body) = $1.split(top: reading.viewers.count > 1 ? 1 : 0)
            return ImagePane(viewer: $0, title: title.isEmpty ? nil : title, body: body)
        }
    }
}

extension ReadingState {
    /// Whether two series stand beside each other in an area of `width` columns.
    func isBeside(width: Int) -> Bool {
        guard slots.count > 1 else { return false }
        let pane = (width - 1) / 2
        return pane >= ReadingLayout.narrowestPane && (beside ?? (pane >= ReadingLayout.roomyPane))
    }
}
