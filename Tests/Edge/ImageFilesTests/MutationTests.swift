import TestSupport
import Foundation
import ImageFiles
import Testing

/// How many files are changed: 100, or what `READINGROOM_MUTATIONS` says.
private var mutationCount: Int {
    ProcessInfo.processInfo.environment["READINGROOM_MUTATIONS"].flatMap { Int($0) } ?? 100
}

/// Sound files of every kind to start from.
private func seeds() throws -> [[UInt8]] {
    let eight = SmallSeries.series(slices: 2, bitsStored: 8) { .uint8($0.map { UInt8($0 / 16) }) }
    var seeds: [[UInt8]] = []
    for syntax in TransferSyntax.writable {
        seeds.append(try DICOMWriter.file(eight, slice: 0, syntax: syntax))
        seeds.append(try DICOMWriter.enhancedFile(eight, syntax: syntax))
    }
    var maker = NIfTIMaker()
    maker.fill((0..<24).map { Int16($0) })
    return seeds + [maker.bytes(), gzipped(maker.bytes())]
}

/// A changed copy: bytes flipped, a run overwritten, cut, doubled, or a length made huge.
private func mutated(_ seed: [UInt8], _ numbers: inout SplitMix) -> [UInt8] {
    var bytes = seed
    // The preamble of 128 bytes means nothing; changes begin behind it.
    let first = min(128, bytes.count / 4)
    func place() -> Int { Int.random(in: first..<bytes.count, using: &numbers) }
    switch Int.random(in: 0..<5, using: &numbers) {
    case 0:
        for _ in 0..<Int.random(in: 1...16, using: &numbers) {
            bytes[place()] ^= UInt8.random(in: 1...255, using: &numbers)
        }
    case 1:
        let start = place()
        for index in start..<min(start + 32, bytes.count) {
            bytes[index] = UInt8.random(in: 0...255, using: &numbers)
        }
    case 2:
        bytes.removeLast(bytes.count - place())
    case 3:
        let start = place()
        bytes.insert(contentsOf: bytes[start..<min(start + 64, bytes.count)], at: start)
    default:
        let start = min(place(), bytes.count - 4)
        bytes.replaceSubrange(start..<start + 4, with: [0xFF, 0xFF, 0xFF, 0x7F])
    }
    return bytes
}

@Test func `changed files load clean or are refused with a sentence`() throws {
    var numbers = SplitMix(seed: 20_260_601)
    let seeds = try seeds()
    var loaded = 0
    var refused = 0

    for index in 0..<mutationCount {
        let bytes = mutated(seeds[index % seeds.count], &numbers)
        do throws(ImageFileError) {
            let file = try ImageFileOpener.open(bytes: bytes)
            for frame in 0..<min(file.header.pixels.frames, 4) {
                _ = try file.samples(ofFrame: frame)
            }
            _ = SeriesGrouping([file.header])
            loaded += 1
        } catch {
            #expect(error.description.hasSuffix("."))
            refused += 1
        }
    }

    #expect(loaded + refused == mutationCount)
    #expect(loaded > 0 && refused > 0)
}
