import CPeers
import Foundation
import Imaging
import TerminalGraphics

/// Times every encoder beside its peers on the same pictures, in turns in one run.
struct EncoderBenchmark {
    private let rounds = 15
    private let folder: URL
    private var verdict = Verdict()

    /// Prints the tables; ends with status 1 when a target is missed that must be met.
    static func run(paths: [String]) throws {
        let folder = FileManager.default.temporaryDirectory.appending(
            path: "readingroom-encoders-\(getpid())")
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        defer { try? FileManager.default.removeItem(at: folder) }
        var benchmark = EncoderBenchmark(folder: folder)
        var pictures = try BenchmarkPicture.all()
        pictures += try paths.map {
            try BenchmarkPicture.slice(String(URL(filePath: $0).lastPathComponent.prefix(12)), $0)
        }
        try benchmark.sixel(pictures)
        try benchmark.kitty(pictures)
        try benchmark.halfBlocks(pictures)
        try SteadyMemory.run(&benchmark.verdict)
        for sentence in benchmark.verdict.missed { print("missed: \(sentence)") }
        if !benchmark.verdict.missed.isEmpty { exit(1) }
    }

    private init(folder: URL) { self.folder = folder }

    private mutating func sixel(_ pictures: [BenchmarkPicture]) throws {
        print(
            "sixel, 101 greys, in process; libsixel PAL8 with the same greys; chafa net of start-up"
        )
        print(
            "ratios: times faster than libsixel (aim 6, must 3.5) and chafa (aim 5, must 3); our bytes of its "
                + "bytes (at most 1); dB by its own rounding (must 50; best: of any 101 neutral greys; at least "
                + "7 above chafa's, or the best)"
        )
        Self.row(
            "picture",
            ["ms", "fast ms", "size ms", "chafa ms", "/fast", "/size", "/chafa"]
                + ["kB", "of fast", "of size", "dB", "chafa dB", "best dB"])
        for size in [512, 1024] {
            for picture in pictures { try sixel(picture, size) }
        }
        print()
    }

    private mutating func sixel(_ picture: BenchmarkPicture, _ size: Int) throws {
        let image = picture.make(size, size)
        let registers = SixelPalette(.round).registers
        let indices = image.pixels.map { registers[Int($0)] }
        let renderer = GreyRenderer.sixel(
            SixelOptions(rounding: .round, maximumWidth: size, maximumHeight: size))
        let chafa = ["chafa", "-f", "sixels", "--stretch"]
        // chafa draws whole bands of six rows only: of a picture that has no others it changes no pixel.
        let whole = GreyImage(
            width: size, height: size / 6 * 6, pixels: Array(image.pixels[..<(size / 6 * 6 * size)])
        )
        let outcomes = try Outcome.inTurns(
            [
                Contender(name: "ours") {
                    renderer.encode(image, cell: CellSize(width: 1, height: 1))[0].chunks[0]
                },
                Self.libsixel(indices, size, isSmall: false),
                Self.libsixel(indices, size, isSmall: true),
                .command(chafa + ["-s", "\(size / 8)x\(size / 8)", try file(whole)]),
                .command(chafa + ["-s", "2x2", try file(picture.make(16, 16))]),
            ], rounds: rounds)
        let times = outcomes.map(\.medianMS)
        let counts = outcomes.map { Double($0.bytes.count) }
        let net = times[3] - times[4]
        let quality = SixelReading(outcomes[0].bytes)?.ratio(to: image) ?? 0
        let chafaQuality = SixelReading(outcomes[3].bytes)?.ratio(to: image) ?? 0
        let best = GreyLoss.best(image)
        let name = "\(picture.name) \(size)"
        Self.row(
            name,
            [times[0], times[1], times[2], net].map(Columns.fixed)
                + [times[1] / times[0], times[2] / times[0], net / times[0]].map(Columns.fixed)
                + ["\(Int(counts[0]) / 1000)"]
                + [counts[0] / counts[1], counts[0] / counts[2], quality, chafaQuality, best]
                .map(Columns.fixed))
        verdict.demand("\(name), sixel against libsixel", times[2] / times[0], atLeast: 3.5)
        verdict.demand("\(name), sixel against chafa", net / times[0], atLeast: 3)
        verdict.demand("\(name), sixel bytes of libsixel's", counts[0] / counts[2], atMost: 1)
        verdict.demand("\(name), sixel dB", quality, atLeast: 50)
        verdict.demand(
            "\(name), sixel dB above chafa's or the best", quality,
            atLeast: min(chafaQuality + 7, best - 0.001))
    }

    private static func libsixel(_ indices: [UInt8], _ size: Int, isSmall: Bool) -> Contender {
        Contender(name: "libsixel") {
            [UInt8](unsafeUninitializedCapacity: indices.count * 16 + 65_536) { output, count in
                count = cpeers_sixel_encode(
                    indices, Int32(size), Int32(size), isSmall ? 1 : 0, output.baseAddress,
                    output.count)
            }
        }
    }

    private mutating func kitty(_ pictures: [BenchmarkPicture]) throws {
        print("kitty, 256 greys; RGB with zlib level 1, in process")
        print(
            "ratios: times faster (aim 4, must 2.5); our bytes of its bytes (at most 0.55 on slices)"
        )
        Self.row("picture", ["ms", "RGB ms", "faster", "kB", "RGB kB", "bytes"])
        for size in [512, 1024] {
            for picture in pictures { try kitty(picture, size) }
        }
        print()
    }

    private mutating func kitty(_ picture: BenchmarkPicture, _ size: Int) throws {
        let image = picture.make(size, size)
        let outcomes = try Outcome.inTurns(
            [
                Contender(name: "ours") { KittyGraphics.display(image) },
                Contender(name: "RGB") {
                    [UInt8](unsafeUninitializedCapacity: image.pixels.count * 5) { output, count in
                        count = cpeers_kitty_rgb(
                            image.pixels, Int32(size), Int32(size), output.baseAddress,
                            output.count)
                    }
                },
            ], rounds: rounds * 3)
        let times = outcomes.map(\.medianMS)
        let counts = outcomes.map { Double($0.bytes.count) }
        let name = "\(picture.name) \(size)"
        Self.row(
            name,
            [times[0], times[1], times[1] / times[0]].map(Columns.fixed)
                + counts.map { "\(Int($0) / 1000)" } + [Columns.fixed(counts[0] / counts[1])])
        verdict.demand("\(name), kitty against RGB", times[1] / times[0], atLeast: 2.5)
        if picture.isSlice {
            verdict.demand("\(name), kitty bytes of RGB's", counts[0] / counts[1], atMost: 0.55)
        }
    }

    private mutating func halfBlocks(_ pictures: [BenchmarkPicture]) throws {
        print("half blocks, 160 × 80 cells, true colour; chafa net of start-up; bytes of timg")
        print("ratios: times faster than chafa (must 30); our bytes of timg's bytes (at most 1.01)")
        Self.row("picture", ["ms", "chafa ms", "faster", "kB", "timg kB", "bytes"])
        for picture in pictures { try halfBlocks(picture) }
        print()
    }

    private mutating func halfBlocks(_ picture: BenchmarkPicture) throws {
        let image = picture.make(160, 160)
        let path = try file(image)
        let renderer = GreyRenderer.halfBlocks(.truecolor)
        let chafa = ["chafa", "-f", "symbols", "--symbols", "vhalf", "-c", "full", "--stretch"]
        let outcomes = try Outcome.inTurns(
            [
                Contender(name: "ours") {
                    renderer.encode(image, cell: CellSize())[0].chunks.flatMap {
                        $0 + [UInt8(ascii: "\n")]
                    }
                },
                .command(chafa + ["-s", "160x80", path]),
                .command(chafa + ["-s", "16x8", try file(picture.make(16, 16))]),
                .command(["timg", "-ph", "-g160x80", path]),
            ], rounds: rounds)
        let times = outcomes.map(\.medianMS)
        let counts = outcomes.map { Double($0.bytes.count) }
        let net = times[1] - times[2]
        Self.row(
            picture.name,
            [times[0], net, net / times[0]].map(Columns.fixed)
                + ["\(Int(counts[0]) / 1000)", "\(Int(counts[3]) / 1000)"]
                + [Columns.fixed(counts[0] / counts[3])])
        verdict.demand("\(picture.name), half blocks against chafa", net / times[0], atLeast: 30)
        verdict.demand(
            "\(picture.name), half blocks of timg's", counts[0] / counts[3], atMost: 1.01)
    }

    /// A PNG of the picture for another program.
    private func file(_ image: GreyImage) throws -> String {
        let path = folder.appending(path: "\(image.width).png")
        try Data(GreyPNG.encode(image, level: 6)).write(to: path)
        return path.path
    }

    private static func row(_ name: String, _ values: [String]) {
        print(
            Columns.left(name, 18)
                + values.map { Columns.right($0, 9) }.joined())
        fflush(nil)
    }
}
