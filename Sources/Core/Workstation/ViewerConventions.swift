/// What hands know from other viewers, and which of our actions does it.
struct ViewerConvention: Sendable {
    /// What it is.
    let what: String
    /// The keys of OHIF; empty for none.
    let ohif: String
    /// The keys of Weasis; empty for none.
    let weasis: String
    /// The keys of 3D Slicer; empty for none.
    let slicer: String
    /// The keys of mrpeek; empty for none.
    let mrpeek: String
    /// What does it here, where a picture has the focus.
    let commands: [Command]
    /// What is asked for before, in this order, the first where a picture has the focus and the others while measuring;
    /// the commands are then heard while measuring.
    let before: [Command]
    /// What does it back again, once the last of the commands is done.
    let back: [Command]
    /// Why it is not offered; `nil` when it is.
    let instead: String?

    private init(
        _ what: String, _ ohif: String, _ weasis: String, _ slicer: String, _ mrpeek: String,
        _ commands: [Command], back: [Command] = [], after before: [Command] = [],
        instead: String? = nil
    ) {
        self.what = what
        self.ohif = ohif
        self.weasis = weasis
        self.slicer = slicer
        self.mrpeek = mrpeek
        self.commands = commands
        self.before = before
        self.back = back
        self.instead = instead
    }

    /// Where the commands are heard.
    var context: KeyContext { before.isEmpty ? .image : .measure }

    /// Every convention.
    ///
    /// Source: OHIF `platform/core/src/defaults/hotkeyBindings.js`, Weasis `ActionW.java` and `ShortcutManager.java`,
    /// 3D Slicer user guide, mrpeek README.
    static let all = scrolling + greys + planes + drawing + rest

    private static let scrolling = [
        Self("image before, next", "↑ ↓", "↑ ↓", "← → or b f", "↑ ↓", [.slices(-1), .slices(1)]),
        Self("ten images", "", "⇧↑ ⇧↓", "", "", [.slices(-10), .slices(10)]),
        Self("first, last image", "Home End", "Home End", "", "", [.firstSlice, .lastSlice]),
        Self(
            "series before, next", "PgUp PgDn", "← →", "[ ]", "← → of volumes",
            [.series(-1), .series(1)]),
        Self("next pane", "→ ←", "Tab ⇧Tab", "", "", [.pane(1), .pane(-1)]),
        Self("next, previous stage", ". ,", "", "", "", [.stage(1)], back: [.stage(-1)]),
        Self(
            "next, previous case", "", "^↓ ^↑", "^N ^P", "", [],
            instead: "the program chooses the case"),
        Self("cine", "c", "c", "", "", [.cine]),
        Self("key image", "", "K", "", "", [.keyImage]),
    ]

    private static let greys = [
        Self(
            "windows", "1 to 5", "0 to 8", "menu", "1 to 9 for colours",
            [.preset(1), .preset(2), .preset(3), .preset(4), .preset(5), .preset(0)]),
        Self("window by keys", "", "w", "", "b", [.windowMode]),
        Self(
            "zoom in, out, fit", "+ - =", "^+ ^- Enter", "^wheel", "+ -",
            [.zoom(1), .zoom(-1), .zoom(0)]),
        Self(
            "move the picture", "mouse", "⌥ and arrows", "⇧ and drag", "",
            [.pan(-1, 0), .pan(1, 0), .pan(0, -1), .pan(0, 1)]),
        Self("view as at first", "Space", "Esc", "r", "Esc r", [.reset]),
        Self("invert", "i", "", "", "", [.invert]),
        Self(
            "turn, mirror", "r l h v", "⌥R ⌥L ⌥F", "", "", [],
            instead: "pictures hang radiologically"),
        Self("text over the picture", "", "Space or I", "t g", "", [.layout]),
    ]

    private static let planes = [
        Self(
            "coronal, sagittal, axial", "buttons", "menu", "menu", "c s a",
            [.plane(.coronal), .plane(.sagittal)], back: [.plane(.axial)]),
        Self("oblique", "", "F12", "⇧ and handles", "", [.tiltMode]),
        Self(
            "thick slab, MIP", "menu", "menu", "slider", "", [.projection, .slab(1)],
            back: [.slab(-1)]),
        Self("crosshair", "button", "H", "⇧ and move", "x Space f", [.crosshair]),
        Self("grid of panes", "menu", "menu", "menu", "", [.nextGrid]),
        Self("one pane alone, and back", "double click", "", "double click", "", [.beside]),
    ]

    private static let drawing = [
        Self("distance", "button", "d", "button", "", [.measure(.distance)]),
        Self(
            "angle, Cobb angle", "button", "a", "button", "",
            [.measure(.angle), .measure(.cobb)], after: [.measure(.distance)]),
        Self(
            "two diameters", "button", "", "", "", [.measure(.pair)], after: [.measure(.distance)]),
        Self(
            "ellipse, rectangle", "button", "e t", "button", "",
            [.measure(.ellipse), .measure(.rectangle)], after: [.measure(.distance)]),
        Self(
            "polygon, free outline", "button", "y g", "button", "",
            [.measure(.polygon), .measure(.freehand)], after: [.measure(.distance)]),
        Self("value", "button", "", "mouse", "", [.measure(.value)], after: [.measure(.distance)]),
        Self(
            "paint", "button", "", "module", "", [.measure(.brush)], after: [.measure(.distance)]),
        Self(
            "list of measurements", "panel", "panel", "panel", "", [.measurements],
            after: [.measure(.distance)]),
        Self(
            "take a measurement away", "Backspace", "Del", "Del", "", [.deleteDrawn],
            after: [.measure(.distance), .measurement(1)]),
        Self(
            "undo, redo a measurement", "^Z ^Y", "^Z ^Y", "^Z ^Y", "", [.undoDrawn, .redoDrawn],
            after: [.measure(.distance)]),
    ]

    private static let rest = [
        Self("undo an answer", "", "", "", "", [.undo]),
        Self("take an answer away", "", "", "", "", [.clear]),
        Self(
            "print the view", "", "P", "", "p for a plot", [],
            instead: "nothing leaves a blinded read"),
        Self("every action by name", "", "", "", "", [.palette]),
        Self("help", "?", "", "", "?", [.help]),
    ]

    /// What the mouse does in them, and here.
    static let mouse: [MouseConvention] = [
        MouseConvention("left drag", "window", "window", "", "moves the focus", "window"),
        MouseConvention("middle drag", "move", "move", "move", "", "move"),
        MouseConvention("right drag", "zoom", "menu", "zoom", "window", "zoom"),
        MouseConvention("wheel", "scroll", "scroll", "scroll", "", "scroll"),
        MouseConvention("Control and wheel", "", "", "zoom", "", "zoom"),
        MouseConvention(
            "Control and left drag", "", "", "window of a box", "", "`d` `r`, then `w`"),
        MouseConvention("Shift and left drag", "", "", "move", "", "the terminal's, selects text"),
        MouseConvention(
            "double click", "one pane", "", "one pane", "",
            "one pane or the picture alone, and back"),
        MouseConvention(
            "click with the crosshair", "moves it", "moves it", "", "moves it",
            "moves it in all panes"),
        MouseConvention(
            "left drag of the crosshair", "moves it", "moves it", "⇧ and move", "",
            "moves it in all panes, while the arrows do"),
        MouseConvention(
            "left drag while measuring", "draws", "draws", "draws", "",
            "draws; a point that is there moves"),
        MouseConvention(
            "click on an answer", "", "", "", "", "goes there; a second click opens it"),
        MouseConvention(
            "click while pointing", "", "", "", "",
            "moves the cross; a click on it places the mark"),
    ]

    /// What a viewer has to do, and how it is done here; the keys are those of the commands.
    static let features: [(what: String, here: String, commands: [Command])] = [
        ("DICOM series and NIfTI", "`readingroom case import`, `readingroom render`", []),
        (
            "windows: presets and drag", "left drag; `window:` of an arm",
            [.preset(1), .preset(0), .windowMode]
        ),
        ("hanging protocol", "`hanging:` in `study.yaml`", [.stage(1), .nextGrid]),
        ("scrolling linked by the place in the patient", "", [.link, .linkAsShown]),
        ("radiological hanging with letters at the edges", "always", []),
        (
            "other planes, crosshair, thick slab", "click with the crosshair",
            [.plane(.coronal), .plane(.sagittal), .tiltMode, .slab(1), .projection, .crosshair]
        ),
        ("distance, angle, regions, painting", "left drag while measuring", [.measure(.distance)]),
        ("all work from the keyboard", "", [.help, .palette]),
        (
            "how it was looked at, kept with the read",
            "`readingroom export display`, `readingroom render --store`", []
        ),
        ("windows fixed or limited by the study", "`windows:` of an arm", []),
        ("key images", "", [.keyImage]),
    ]
}

/// What a button or the wheel does in other viewers, and here.
struct MouseConvention: Sendable {
    /// What one does with the mouse, then what it does in OHIF, Weasis, 3D Slicer, mrpeek and here; empty for nothing.
    let cells: [String]

    fileprivate init(
        _ what: String, _ ohif: String, _ weasis: String, _ slicer: String, _ mrpeek: String,
        _ here: String
    ) {
        cells = [what, ohif, weasis, slicer, mrpeek, here]
    }
}
