extension Command {
    /// The name of the action in keymap files and in the command palette, such as `slice.next`.
    public var name: String {
        imageName ?? paneName ?? answerName ?? measuringName ?? readName
    }

    private var readName: String {
        switch self {
        case .openNext: "case.open"
        case .amend: "read.amend"
        case .consequences: "read.consequences"
        case .leave: "leave"
        case .help: "help"
        case .palette: "palette"
        case .definitions: "definition"
        case .examples: "examples"
        case .redraw: "redraw"
        case .graphics: "graphics"
        case .testPattern: "test-pattern"
        case .pane(let step): step > 0 ? "pane.next" : "pane.previous"
        case .layout: "layout"
        case .themes: "theme"
        case .mouse: "mouse"
        case .pause: "pause"
        case .sign: "read.sign"
        case .retry: "save.again"
        default: "cancel"
        }
    }

    private var paneName: String? {
        switch self {
        case .beside: "series.beside"
        case .link: "series.link"
        case .linkAsShown: "series.link-as-shown"
        case .plane(let plane): "plane.\(plane.rawValue)"
        case .acquired: "plane.acquired"
        case .tiltMode: "plane.tilt"
        case .tilt(let right, let down): Self.towards("tilt", right, down)
        case .slab(let step): step > 0 ? "slab.thicker" : "slab.thinner"
        case .projection: "slab.projection"
        case .crosshair: "crosshair"
        case .moveCrosshair(let right, let down): Self.towards("crosshair", right, down)
        case .nextGrid: "panes.grid"
        case .swapPanes: "panes.swap"
        case .stage(let step): step > 0 ? "stage.next" : "stage.previous"
        default: nil
        }
    }

    private var imageName: String? {
        switch self {
        case .slices(let step):
            abs(step) > 1
                ? (step > 0 ? "slice.ten-on" : "slice.ten-back")
                : (step > 0 ? "slice.next" : "slice.previous")
        case .slice: "slice.number"
        case .firstSlice: "slice.first"
        case .lastSlice: "slice.last"
        case .jump(let step): step > 0 ? "jump.forth" : "jump.back"
        case .mark(let step): step > 0 ? "mark.next" : "mark.previous"
        case .keyImage: "slice.key-image"
        case .cine: "cine"
        case .cineRate(let step): step > 0 ? "cine.faster" : "cine.slower"
        case .series(let step): step > 0 ? "series.next" : "series.previous"
        case .preset(let number): number == 0 ? "window.automatic" : "window.preset-\(number)"
        case .window: "window.numbers"
        case .windowMode: "window.arrows"
        case .width(let steps): Self.far("window.\(steps > 0 ? "wider" : "narrower")", steps)
        case .level(let steps): Self.far("window.\(steps > 0 ? "higher" : "lower")", steps)
        case .fineWidth(let steps): "window.\(steps > 0 ? "wider" : "narrower")-fine"
        case .fineLevel(let steps): "window.\(steps > 0 ? "higher" : "lower")-fine"
        case .zoom(let step): step == 0 ? "zoom.fit" : step > 0 ? "zoom.in" : "zoom.out"
        case .oneToOne: "zoom.one-to-one"
        case .panMode: "move.arrows"
        case .pan(let right, let down): Self.towards("move", right, down)
        case .reset: "view.reset"
        case .invert: "view.invert"
        case .resample: "view.smoothing"
        case .endMode: "arrows.scroll"
        default: nil
        }
    }

    private var answerName: String? {
        switch self {
        case .focus(let right, let down): Self.towards("form", right, down)
        case .nextMissing: "form.next-open"
        case .present: "answer.present"
        case .absent: "answer.absent"
        case .notAssessable: "answer.not-assessable"
        case .restAbsent: "answer.rest-absent"
        case .allNotAssessable: "answer.rest-not-assessable"
        case .digit(let digit): "answer.digit-\(digit)"
        case .edit: "answer.edit"
        case .clear: "answer.clear"
        case .undo: "answer.undo"
        case .addLesion: "lesion.add"
        case .withdrawLesion: "lesion.withdraw"
        case .moveCursor(let right, let down): Self.towards("cross", right, down)
        case .placeMark: "cross.place"
        default: nil
        }
    }

    private var measuringName: String? {
        switch self {
        case .measure(let tool): "measure.\(tool.rawValue)"
        case .placePoint: "measure.point"
        case .closeOutline: "measure.close"
        case .handle(let step): step > 0 ? "measure.next-point" : "measure.previous-point"
        case .measurement(let step): step > 0 ? "measure.next" : "measure.previous"
        case .measurements: "measure.list"
        case .deleteDrawn: "measure.delete"
        case .undoDrawn: "measure.undo"
        case .redoDrawn: "measure.redo"
        case .windowOfRegion: "window.of-region"
        case .takeValue: "answer.take-value"
        case .paint(let erasing): erasing ? "brush.erase" : "brush.paint"
        case .brushSize(let step): step > 0 ? "brush.larger" : "brush.smaller"
        case .brushLayer: "brush.layer"
        default: nil
        }
    }

    private static func towards(_ what: String, _ right: Int, _ down: Int) -> String {
        let direction =
            down == 0 ? (right > 0 ? "right" : "left") : (down > 0 ? "down" : "up")
        return far("\(what).\(direction)", right + down)
    }

    private static func far(_ name: String, _ steps: Int) -> String {
        abs(steps) > 1 ? "\(name)-far" : name
    }
}
