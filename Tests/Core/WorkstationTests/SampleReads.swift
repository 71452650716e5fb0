import Imaging
import Instruments
import ReaderStudies
import TerminalUI

@testable import Workstation

/// Reads and volumes for the tests of the screen.
enum SampleReads {
    /// A worklist with everything that it can tell.
    static let worklist = WorklistStatus(
        study: "sij-sct", reader: "R1", session: 2, sessionCount: 6, left: 13, caseCount: 20,
        signed: 46, waiting: 54, hasDraft: false, nextOpens: "14 December")

    /// A volume of a bright disc that moves with the slice, axial, 1 mm pixels, slices 3 mm apart.
    static func volume(
        columns: Int = 40, rows: Int = 40, slices: Int = 24, spacingMM: Double = 1,
        modality: Modality = .computedTomography
    ) -> ImageVolume {
        var samples: [Int16] = []
        for slice in 0..<slices {
            for row in 0..<rows {
                for column in 0..<columns {
                    let x = Double(column) - Double(columns) / 2
                    let y = Double(row) - Double(rows) / 2 + Double(slice) / 4
                    samples.append(x * x + y * y < Double(columns * columns) / 9 ? 400 : -200)
                }
            }
        }
        return ImageVolume(
            geometry: VolumeGeometry(
                columns: columns, rows: rows, rowDirection: Vector3(1, 0, 0),
                columnDirection: Vector3(0, 1, 0), columnSpacingMM: spacingMM,
                rowSpacingMM: spacingMM,
                positions: (0..<slices).map { Vector3(0, 0, Double($0) * 3) }),
            storage: MemoryStorage(samples, sliceSampleCount: columns * rows),
            slices: Array(repeating: SliceAttributes(), count: slices), modality: modality,
            units: "HU")
    }

    static func opened(
        series count: Int = 1, slices: Int = 24, view: ViewState? = nil,
        sheet: AnswerSheet = AnswerSheet(), state: ReadState = .draft, hanging: Hanging? = nil,
        clinical: [RevealedFact]? = nil, isPractice: Bool = false,
        window: String = "sij-bone"
    ) -> OpenedRead {
        OpenedRead(
            blindedCase: BlindedCase(
                study: "sij-sct", session: 2, sessionCount: 6, position: 7, caseCount: 20,
                armLabel: "B", shows: [],
                instrument: InstrumentReference(id: "joints", version: "1.0.0"),
                series: (0..<count).map {
                    BlindedSeries(
                        token: SeriesToken("S\($0)"), title: "B \($0 + 1)", sliceCount: slices,
                        rule: $0)
                }, window: window, display: DisplayFloor(),
                hanging: hanging, clinical: clinical, isPractice: isPractice), sheet: sheet,
            view: view,
            state: state, savedNumber: 412)
    }

    /// A terminal with half blocks in exact greys.
    static let halfBlocks = TerminalCapabilities(colors: .truecolor)
    /// A terminal with sixel and cells of 8 × 16 pixels.
    static let sixel = TerminalCapabilities(
        cellWidthPX: 8, cellHeightPX: 16, colors: .truecolor, sixel: SixelCapability())

    static func state(
        _ instrument: Instrument, series count: Int = 1, slices: Int = 24,
        size: Size = Size(width: 80, height: 24),
        capabilities: TerminalCapabilities = halfBlocks, opened: OpenedRead? = nil,
        volume: ImageVolume? = nil
    ) -> WorkstationState {
        var state = WorkstationState(size: size, capabilities: capabilities)
        let opened = opened ?? Self.opened(series: count, slices: slices)
        let volumes = Dictionary(
            uniqueKeysWithValues: opened.blindedCase.series.map {
                ($0.token, volume ?? Self.volume(slices: slices))
            })
        _ = update(&state, .opened(opened, instrument, volumes))
        return state
    }
}

/// A reader at the keyboard whose every answer is saved at once.
struct TestReader {
    var state: WorkstationState
    var memory = PictureMemory()
    /// Everything that was asked of the world.
    var effects: [WorkstationEffect] = []
    /// Numbers of events so far.
    var number = 412
    /// The refusal that the next record meets, if any.
    var refusal: AccessRefusal?
    var nowMS = 1000

    init(_ state: WorkstationState) { self.state = state }

    /// Presses keys; each takes 100 ms and is followed by a frame.
    mutating func press(_ keys: KeyPress...) {
        for key in keys {
            nowMS += 100
            run(update(&state, .key(key, atMS: nowMS)))
            _ = view(state, memory: &memory)
            run(update(&state, .drawn(full: true)))
        }
    }

    /// Types characters.
    mutating func type(_ text: String) { for character in text { press(KeyPress(character)) } }

    mutating func run(_ effects: [WorkstationEffect]) {
        for effect in effects {
            self.effects.append(effect)
            switch effect {
            case .record:
                if let refusal {
                    run(update(&state, .refused(effect, refusal)))
                } else {
                    number += 1
                    run(update(&state, .saved(number)))
                }
            case .recordView:
                number += 1
                run(update(&state, .viewSaved(number)))
            default: break
            }
        }
    }

    /// The screen; nothing that was on it before is needed for it.
    func frame() -> Frame {
        var memory = memory
        return view(state, memory: &memory)
    }

    /// The screen as text.
    func text() -> String { frame().grid.text }

    /// Slices that were seen of the series in focus.
    var seen: SliceSet {
        guard let reading = state.reading, let viewer = reading.viewer else {
            return SliceSet(sliceCount: 0)
        }
        return reading.seen(viewer.series)
    }

    /// The answers that were recorded.
    var recorded: [ReadEntry] {
        effects.compactMap { if case .record(let entry) = $0 { entry } else { nil } }
    }
}
