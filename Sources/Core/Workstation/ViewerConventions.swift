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
    /// What does it here, where a picture has the focus.
    let commands: [Command]

    private init(
        _ what: String, _ ohif: String, _ weasis: String, _ slicer: String, _ commands: [Command]
    ) {
        self.what = what
        self.ohif = ohif
        self.weasis = weasis
        self.slicer = slicer
        self.commands = commands
    }

    /// Every convention.
    ///
    /// Source: OHIF `platform/core/src/defaults/hotkeyBindings.js`, Weasis `ActionW.java` and `ShortcutManager.java`,
    /// 3D Slicer user guide.
    static let all = [
        Self("image before, next", "↑ ↓", "↑ ↓", "← → or b f", [.slices(-1), .slices(1)]),
        Self("ten images", "", "⇧↑ ⇧↓", "", [.slices(-10), .slices(10)]),
        Self("first, last image", "Home End", "Home End", "", [.firstSlice, .lastSlice]),
        Self("series before, next", "PgUp PgDn", "← →", "[ ]", [.series(-1), .series(1)]),
        Self("next pane", "→ ←", "Tab ⇧Tab", "", [.pane(1), .pane(-1)]),
        Self(
            "windows", "1 to 5", "0 to 8", "menu",
            [.preset(1), .preset(2), .preset(3), .preset(4), .preset(5), .preset(0)]),
        Self("window by keys", "", "w", "", [.windowMode]),
        Self(
            "zoom in, out, fit", "+ - =", "^+ ^- Enter", "^wheel", [.zoom(1), .zoom(-1), .zoom(0)]),
        Self(
            "move the picture", "mouse", "⌥ and arrows", "⇧ and drag",
            [.pan(-1, 0), .pan(1, 0), .pan(0, -1), .pan(0, 1)]),
        Self("view as at first", "Space", "Esc", "r", [.reset]),
        Self(
            "axial, sagittal, coronal", "buttons", "menu", "menu",
            [.plane(.coronal), .plane(.sagittal)]),
        Self("oblique", "", "F12", "⇧ and handles", [.tiltMode]),
        Self("thick slab, MIP", "menu", "menu", "slider", [.slab(1), .projection]),
        Self("crosshair", "button", "H", "⇧ and move", [.crosshair]),
        Self("stage before, next", ", .", "", "", [.stage(1)]),
        Self("grid of panes", "menu", "menu", "menu", [.nextGrid]),
        Self("one pane alone, and back", "double click", "", "double click", [.beside]),
        Self("invert", "i", "", "", [.invert]),
        Self("cine", "c", "c", "", [.cine]),
        Self("key image", "", "K", "", [.keyImage]),
        Self("undo", "^Z", "", "", [.undo]),
        Self("take away", "Backspace", "Del", "", [.clear]),
        Self("help", "?", "", "", [.help]),
    ]

    /// What the mouse does in them, and here.
    static let mouse: [(what: String, ohif: String, weasis: String, here: String)] = [
        ("left drag", "window", "window", "window"), ("middle drag", "move", "move", "move"),
        ("right drag", "zoom", "menu", "zoom"), ("wheel", "scroll", "scroll", "scroll"),
        ("Control and wheel", "", "", "zoom"),
        ("double click", "one pane", "", "one pane or the picture alone, and back"),
        ("click with the crosshair", "moves it", "moves it", "moves it in all panes"),
        ("click on an answer", "", "", "goes there; a second click opens it"),
        ("click while pointing", "", "", "moves the cross; a click on it places the mark"),
    ]
}
