import ReaderStudies
import TerminalUI
import Testing

@testable import Workstation

/// A screen and the keys that lead to it.
struct ScreenScene: CustomTestStringConvertible {
    /// What is open.
    enum Opened {
        case worklist, joints, lesions, chest
        /// The same in practice.
        case practice
        /// Two series in two stages; the second has three planes.
        case stages
        /// The same hanging for a case of one series.
        case vacant
    }

    let name: String
    let opened: Opened
    let keys: [KeyPress]
    /// What else happens before the screen is looked at.
    var prepare: @Sendable (inout TestReader) -> Void = { _ in }
    var testDescription: String { name }

    init(
        _ name: String, _ opened: Opened, _ keys: [KeyPress],
        prepare: @escaping @Sendable (inout TestReader) -> Void = { _ in }
    ) {
        self.name = name
        self.opened = opened
        self.keys = keys
        self.prepare = prepare
    }

    /// A reader who has pressed the keys on a screen of a size.
    func reader(_ size: Size) throws -> TestReader {
        var reader = TestReader(try state(size))
        reader.state.themes = ["amber-night", "dark-room", "dimmed"]
        reader.state.theme = "dark-room"
        for key in keys { reader.press(key) }
        prepare(&reader)
        return reader
    }

    private func state(_ size: Size) throws -> WorkstationState {
        let instrument =
            switch opened {
            case .lesions: try SampleForms.lesions()
            case .chest, .practice: try SampleForms.chest()
            default: try SampleForms.joints()
            }
        let series = opened == .stages || opened == .lesions ? 2 : 1
        let hanging = opened == .stages || opened == .vacant ? SampleHangings.stages : nil
        var state = SampleReads.state(
            instrument, size: size, capabilities: SampleReads.sixel,
            opened: SampleReads.opened(
                series: series, hanging: hanging, isPractice: opened == .practice))
        if opened == .worklist { _ = update(&state, .worklist(SampleReads.worklist)) }
        return state
    }
}

extension TestReader {
    /// The store answers that the read is signed, and how much is left.
    mutating func tellSigned() {
        run(update(&state, .signed(430)))
        run(update(&state, .worklist(SampleReads.worklist)))
    }
}

extension ScreenScene {
    /// Every screen.
    static let all =
        worklist + following + pictures + answering + floating + measuring + tools + trouble

    private static let worklist = [
        Self("worklist", .worklist, []),
        Self("amending", .worklist, [KeyPress("A"), KeyPress("L"), KeyPress("2")]),
    ]

    /// The answers of a chest whose category differs from its percentages.
    private static let chestKeys =
        [KeyPress.plain(.tab)] + " 4010".map { KeyPress($0) } + [.plain(.enter)]

    private static let following = [
        Self("practice", .practice, chestKeys + [KeyPress("3")]),
        Self("signed", .chest, chestKeys + [KeyPress("3"), KeyPress("S"), KeyPress("S")]) {
            $0.tellSigned()
        },
        Self("consequences", .chest, chestKeys + [KeyPress("3"), KeyPress("S"), KeyPress("S")]) {
            $0.tellSigned()
            $0.press(KeyPress("d"))
        },
    ]

    private static let pictures = [
        Self("moving", .joints, [KeyPress("K"), KeyPress("w"), KeyPress("i")]),
        Self("cine", .joints, [KeyPress("c"), KeyPress("}")]),
        Self("tilt", .joints, [KeyPress("C"), KeyPress("O"), .shift(.left)]),
        Self("slab", .joints, [KeyPress("z"), KeyPress(">"), KeyPress(">"), KeyPress("I")]),
        Self("crosshair", .stages, [KeyPress("."), KeyPress("x"), .plain(.left)]),
        Self("grid", .joints, [KeyPress("#"), KeyPress("#"), KeyPress("#"), KeyPress("z")]),
        Self("vacant", .vacant, []),
        Self("jump", .joints, [KeyPress(":"), KeyPress("1"), KeyPress("7")]),
        Self("typed-window", .joints, [KeyPress(":")]) { $0.type("350/40") },
    ]

    private static let answering = [
        Self("form", .joints, [.plain(.tab), KeyPress(" "), .plain(.right), KeyPress("o")]),
        Self("form-alone", .joints, [KeyPress("z"), KeyPress("z"), KeyPress(" ")]),
        Self("mark", .lesions, [KeyPress("a"), .plain(.left)]),
        Self("number-empty", .chest, [.plain(.tab), KeyPress(" "), .plain(.enter)]),
        Self("number", .chest, [.plain(.tab), KeyPress(" "), KeyPress("4")]),
        Self("text", .joints, [.plain(.tab)]) { reader in
            while reader.state.reading?.question?.item != "note" { reader.press(.plain(.down)) }
            reader.press(.plain(.enter))
            reader.type("motion")
        },
    ]

    private static let floating = [
        Self("help", .joints, [KeyPress("?")]),
        Self("help-measure", .joints, [KeyPress("d"), KeyPress("?")]),
        Self("palette", .joints, [KeyPress(":"), KeyPress("s"), KeyPress("l"), .plain(.down)]),
        Self("definition", .joints, [.plain(.tab), KeyPress("h")]),
        Self("reasons", .joints, [.plain(.tab), KeyPress("n"), .plain(.down)]),
        Self("own-reason", .joints, [.plain(.tab), KeyPress("n"), KeyPress("6"), KeyPress("x")]),
        Self("choices", .joints, [.plain(.tab), .plain(.enter)]),
        Self("signing", .joints, [KeyPress("S"), .plain(.down)]),
        Self("graphics", .joints, [KeyPress("v")]),
        Self("themes", .joints, [KeyPress("T")]),
        Self("paused", .joints, [KeyPress("P")]),
    ]

    private static let measuring = [
        Self("measure", .joints, [KeyPress("d"), .plain(.enter), .shift(.right)]),
        Self(
            "region", .joints,
            [KeyPress("d"), KeyPress("e"), .plain(.enter), .shift(.right), .shift(.down)]),
        Self(
            "measurements", .lesions,
            [
                KeyPress("d"), .plain(.enter), .shift(.right), .plain(.enter), KeyPress("j"),
                KeyPress("r"), .plain(.enter), .shift(.up), .shift(.left), .plain(.enter),
                KeyPress("M"), .plain(.down),
            ]),
    ]

    private static let trouble = [
        Self("refused", .joints, [KeyPress("]")]),
        Self("long-refusal", .joints, [KeyPress("N")]),
        Self("not-saved", .joints, []) { reader in
            reader.refusal = .notSaved("the disk is full")
            reader.press(KeyPress(" "))
        },
        Self("break", .joints, []) { reader in
            reader.state.breakAfterMS = 60_000
            for _ in 0..<61 {
                reader.nowMS += 1_000
                reader.press(KeyPress("j"))
            }
        },
        Self("linear", .joints, [.plain(.tab), KeyPress(" ")]) { $0.state.isLinear = true },
    ]
}
