import Foundation
import ReaderStudies
import TerminalGraphics
import TerminalUI

/// What a terminal can do, as it is printed; its keys are those of the JSON answer.
struct TerminalReport: Encodable {
    var name: OrNull<String>
    var version: OrNull<String>
    var term: String
    var answered: Bool
    var fenceMS: OrNull<Double>
    var primaryAttributes: OrNull<[Int]>
    var key: OrNull<String>
    var columns: Int
    var rows: Int
    var windowWidthPX: OrNull<Int>
    var windowHeightPX: OrNull<Int>
    var cellWidthPX: OrNull<Int>
    var cellHeightPX: OrNull<Int>
    var colors: String
    var truecolor: Bool
    var background: OrNull<String>
    /// The greys that the 16 colours hold, 0...255, the darkest first.
    var themeGreys: OrNull<[Int]>
    var unicode: Bool
    var kittyGraphics: Bool
    var sixel: OrNull<Sixel>
    var synchronizedOutput: Bool
    var pixelMouse: Bool
    var kittyKeyboard: Bool
    var multiplexer: OrNull<String>
    var overSSH: Bool
    var graphics: String
    var chosenBy: String
    var patternTest: OrNull<PatternTest>
    var renderers: [Renderer]

    /// What it answered about sixel.
    struct Sixel: Encodable {
        var registers: Int
        var registersAnswered: Bool
        var maximumWidthPX: Int
        var maximumHeightPX: Int
        var sizeAnswered: Bool
        var rounding: String
        var wholeCells: Bool
    }

    /// One way of showing greys.
    struct Renderer: Encodable {
        var graphics: String
        var verdict: Verdict
        var reason: String
    }

    /// What became of a way of showing greys.
    enum Verdict: String, Encodable {
        case taken, possible, refused
    }

    /// The report on `finding`; `remembered` is what was chosen by hand in this terminal before.
    init(
        _ finding: TerminalFinding, remembered: GraphicsMode? = nil, patternTest: PatternTest? = nil
    ) {
        let capabilities = finding.capabilities
        let choice = GraphicsChoice(for: capabilities, wanted: remembered)
        let title = TerminalTitle(capabilities.name)
        let window = finding.surroundings.pixels ?? finding.answers.textAreaPX
        name = OrNull(title.name)
        version = OrNull(title.version)
        term = finding.surroundings.term
        answered = capabilities.answered
        fenceMS = OrNull(
            finding.fenceTime.map { (($0 / .milliseconds(1)) * 100).rounded() / 100 })
        primaryAttributes = OrNull(finding.answers.attributes)
        key = OrNull(capabilities.key)
        columns = finding.surroundings.cells.width
        rows = finding.surroundings.cells.height
        windowWidthPX = OrNull(window?.width)
        windowHeightPX = OrNull(window?.height)
        cellWidthPX = OrNull(capabilities.cellWidthPX)
        cellHeightPX = OrNull(capabilities.cellHeightPX)
        colors = capabilities.colors.rawValue
        background = OrNull(
            finding.answers.background.map { _ in capabilities.isLight ? "light" : "dark" })
        themeGreys = OrNull(
            ThemeGreys(levels: capabilities.themeLevels)?.levels.map(Int.init))
        truecolor = capabilities.colors == .truecolor
        unicode = capabilities.unicode
        kittyGraphics = capabilities.kittyGraphics
        sixel = OrNull(capabilities.sixel.map { Sixel($0, finding.answers) })
        synchronizedOutput = capabilities.synchronizedOutput
        pixelMouse = capabilities.pixelMouse
        kittyKeyboard = capabilities.kittyKeyboard
        multiplexer = OrNull(capabilities.multiplexer.isEmpty ? nil : capabilities.multiplexer)
        overSSH = finding.surroundings.isRemote
        graphics = choice.mode.rawValue
        chosenBy = choice.isByHand ? "memory" : "terminal"
        self.patternTest = OrNull(patternTest)
        renderers = choice.reasons.map { reason in
            Renderer(
                graphics: reason.mode.rawValue,
                verdict: reason.mode == choice.mode
                    ? .taken : reason.isPossible ? .possible : .refused,
                reason: choice.verdict(on: reason.mode))
        }
    }

    /// The report as one JSON object with sorted keys.
    func json() throws -> String {
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.prettyPrinted, .sortedKeys, .withoutEscapingSlashes]
        return String(decoding: try encoder.encode(self), as: UTF8.self)
    }
}

extension TerminalReport.Sixel {
    fileprivate init(_ capability: SixelCapability, _ answers: TerminalAnswers) {
        registers = capability.registers
        registersAnswered = answers.sixelRegisters != nil
        maximumWidthPX = capability.maximumWidth
        maximumHeightPX = capability.maximumHeight
        sizeAnswered = answers.sixelSize != nil
        rounding = capability.rounding.rawValue
        wholeCells = capability.wholeCells
    }
}

/// A value that is written as `null` when there is none, so that no field is ever missing.
struct OrNull<Value: Encodable>: Encodable {
    var value: Value?

    init(_ value: Value?) { self.value = value }

    func encode(to encoder: any Encoder) throws {
        var container = encoder.singleValueContainer()
        if let value { try container.encode(value) } else { try container.encodeNil() }
    }
}

/// Name and version as a terminal writes them: `XTerm(379)`, `tmux 3.4`.
struct TerminalTitle {
    let name: String?
    let version: String?

    init(_ text: String) {
        let parts = text.split(maxSplits: 1) { $0 == "(" || $0 == " " }.map(String.init)
        name = parts.first
        version = parts.count > 1 ? String(parts[1].prefix { $0 != ")" }) : nil
    }
}
