import Imaging
import ReaderStudies

extension ReadingState {
    /// Goes on where the reader left off.
    mutating func resume(_ view: ViewState) {
        for (token, slices) in view.seen {
            for slice in slices { seen[token]?.insert(slice) }
        }
        question = view.focus
        keyImages = (view.keyImages ?? [:]).mapValues { Set($0) }
        if let hung = view.hung {
            resume(hung)
            lookAtSlice()
            return
        }
        if let series = series.first(where: { $0.token == view.series }) { show(series) }
        guard var viewer, viewer.series == view.series else { return }
        viewer.go(to: view.slice)
        viewer.isInverted = view.inverted
        if view.windowWidth > 0 {
            viewer.voi = .window(
                VOIWindow(
                    center: view.windowCenter, width: view.windowWidth,
                    function: VOIFunction(rawValue: view.windowFunction) ?? .linear))
        }
        if view.zoom > 0 {
            viewer.zoom = .scale(view.zoom)
            viewer.center = ImagePoint(column: view.centerColumn, row: view.centerRow)
        }
        self.viewer = viewer
        lookAtSlice()
    }

    /// Shows a series in the pane that takes the keys; a pane that shows it so already changes places with this one.
    mutating func show(_ wanted: LoadedSeries) {
        guard let viewer, viewer.series != wanted.token else { return }
        if let other = panes.firstIndex(where: { $0.series == wanted.token && $0.isAcquired }),
            viewer.isAcquired
        {
            panes.swapAt(pane, other)
            return
        }
        rested[viewer.series] = viewer
        self.viewer = rested.removeValue(forKey: wanted.token) ?? Viewer(wanted)
    }

    /// Where the reader looks now, for the store.
    func viewState(display: DisplayRecord) -> ViewState {
        let viewer = viewer
        let window = viewer?.voi.window
        return ViewState(
            series: viewer?.series ?? SeriesToken(""), slice: viewer?.acquiredSlice ?? 0,
            windowCenter: window?.center ?? 0, windowWidth: window?.width ?? 0,
            windowFunction: window?.function.rawValue ?? VOIFunction.linear.rawValue,
            inverted: viewer?.isInverted ?? false, zoom: viewer?.zoom.scaleOrZero ?? 0,
            centerColumn: viewer?.center.column ?? 0, centerRow: viewer?.center.row ?? 0,
            focus: question,
            seen: seen.mapValues(\.indexes),
            activeMS: clock.activeMS, renderer: display.renderer(viewer?.resampling ?? .automatic),
            greys: display.greys, pixelScale: display.scale, display: display.facts,
            keyImages: keyImages.isEmpty ? nil : keyImages.mapValues { $0.sorted() },
            hung: hung(isAlone: display.isAlone))
    }
}

/// How the picture is shown: what the store keeps with every read.
struct DisplayRecord: Hashable, Sendable {
    /// Such as `sixel 101`.
    let renderer: String
    /// Distinct greys.
    let greys: Int
    /// Screen pixels for one image pixel.
    let scale: Double
    /// Whether one pane of several is shown.
    let isAlone: Bool
    /// The terminal, and what was seen of the test pattern in it.
    let facts: DisplayFacts

    /// The renderer, with the way pixels are made where the reader chose it: `sixel 101 bilinear`.
    func renderer(_ resampling: Resampling) -> String {
        resampling == .automatic ? renderer : "\(renderer) \(resampling.rawValue)"
    }
}

extension Zoom {
    /// Screen pixels for one image pixel; 0 for anything that fits the pane.
    var scaleOrZero: Double {
        if case .scale(let scale) = self { return scale }
        return 0
    }
}
