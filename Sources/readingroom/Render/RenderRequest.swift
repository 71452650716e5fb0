import ImageFiles
import Imaging
import TerminalGraphics

/// What `readingroom render` was asked for.
struct RenderRequest: Equatable {
    var path = ""
    var graphics = RenderGraphics.half
    var size: RenderSize?
    var slice: Int?
    /// The body plane; `nil` for slices as they were acquired.
    var plane: BodyPlane?
    var window = RenderWindow.automatic
    var colors = RenderColors.truecolor
    var rounding = SixelRounding.round
    var resampling = Resampling.automatic
    /// Bits of a grey in a PNG: 8 or 16.
    var depth = 8
    /// The file to write to; `nil` for standard output.
    var output: String?
    /// Whether a file that exists may be replaced.
    var force = false
    /// Whether to tell how long encoding takes.
    var timing = false
    /// A picture that a reader saw; `nil` for one of a path.
    var seen: SeenPicture?

    /// Makes and writes the picture.
    func run() throws {
        let file = output.map { OutputFile(path: $0, force: force) }
        try file?.demandRoom()
        let terminal = output == nil ? OutputTerminal() : nil
        if let size, let remark = try terminal?.check(size, graphics) {
            StandardStreams.say(remark)
        }
        let renderer = graphics.renderer(colors: colors, rounding: rounding)
        if let seen {
            let greys = try seen.greys(remark: StandardStreams.say)
            let picture = RenderedPicture(
                greys, graphics: graphics, renderer: renderer, terminal: terminal)
            return try write(picture.bytes(), to: file)
        }
        let source = try RenderSource(path)
        source.remarks.forEach(StandardStreams.say)
        let volume = try plane.map { try source.slice(slice, of: $0) } ?? source.slice(slice)
        let picture = RenderedPicture(
            volume, window: window.choice, graphics: graphics, renderer: renderer, size: size,
            terminal: terminal, resampling: resampling, isDeep: depth == 16)
        let bytes = timing ? timed { picture.bytes() } : picture.bytes()
        try write(bytes, to: file)
    }

    private func write(_ bytes: [UInt8], to file: OutputFile?) throws {
        if let file { try file.write(bytes) } else { try StandardOutput.write(bytes) }
    }

    /// The value of `body`, which runs 21 times, and a line that tells its median time.
    private func timed(_ body: () -> [UInt8]) -> [UInt8] {
        let clock = ContinuousClock()
        var bytes: [UInt8] = []
        let times = (0..<21).map { _ in clock.measure { bytes = body() } }.sorted()
        let milliseconds = times[10] / .milliseconds(1)
        StandardStreams.say("encode \((milliseconds * 1000).rounded() / 1000) ms")
        return bytes
    }
}

extension RenderRequest {
    /// A request in its plainest words: `render PATH`, and long options each with its value behind it.
    ///
    /// Loading what parses every command takes 2.4 of the 11 ms (measured) in which a slice is shown. So these words are read
    /// here; `nil`, for anything else and for what must be refused, leaves all to it.
    init?(plain words: some Sequence<String>) {
        var words = Array(words)[...]
        guard words.popFirst() == "render" else { return nil }
        while let word = words.popFirst() {
            if word.hasPrefix("--") {
                guard let value = words.popFirst(), set(word, value) else { return nil }
            } else {
                guard path.isEmpty, !word.hasPrefix("-") else { return nil }
                path = word
            }
        }
        guard !path.isEmpty, graphics != .png else { return nil }
    }

    /// Takes an option; returns whether it was understood.
    private mutating func set(_ option: String, _ value: String) -> Bool {
        switch option {
        case "--graphics": Self.set(&graphics, RenderGraphics(rawValue: value))
        case "--size": Self.set(&size, RenderSize(argument: value))
        case "--slice": Self.set(&slice, Int(value))
        case "--plane": Self.set(&plane, BodyPlane(rawValue: value))
        case "--window": Self.set(&window, RenderWindow(argument: value))
        case "--colors": Self.set(&colors, RenderColors(rawValue: value))
        case "--rounding": Self.set(&rounding, SixelRounding(rawValue: value))
        case "--resample": Self.set(&resampling, Resampling(rawValue: value))
        default: false
        }
    }

    private static func set<Value>(_ target: inout Value, _ value: Value?) -> Bool {
        if let value { target = value }
        return value != nil
    }

    private static func set<Value>(_ target: inout Value?, _ value: Value?) -> Bool {
        if let value { target = value }
        return value != nil
    }
}
