import TestSupport
import Foundation
import ImageFiles
import Testing

@Suite struct MutationTests {
    /// Set `READINGROOM_MUTATIONS` for more than 100.
    static let count =
        ProcessInfo.processInfo.environment["READINGROOM_MUTATIONS"].flatMap(Int.init) ?? 100

    private static var program: DecoderProgram {
        DecoderProgram(path: BuiltProgram.path, arguments: ["decode-child"])
    }

    @Test func `every seed loads`() throws {
        let found = try outcomes(of: try MutationSeeds.make())

        #expect(found.problems.isEmpty, "\(found.problems)")
    }

    @Test(.timeLimit(.minutes(5)))
    func `a damaged file gives a clear error or a clean load`() throws {
        let seeds = try MutationSeeds.make()
        var numbers = SplitMix(seed: 20_260_601)
        let files = (0..<Self.count).map { index in
            let mutation = Mutation.allCases[index / seeds.count % Mutation.allCases.count]
            return mutation.apply(to: seeds[index % seeds.count], &numbers)
        }

        let found = try outcomes(of: files)

        #expect(found.loaded + found.problems.count == Self.count)
        #expect(found.problems.count > 0)
        for problem in found.problems {
            #expect(problem.description.hasSuffix("."))
            #expect(!problem.description.unicodeScalars.contains { $0.value < 32 })
            if case .quarantined = problem { Issue.record("\(problem)") }
        }
    }

    /// Files that loaded whole, and what was said of the others.
    private func outcomes(of files: [[UInt8]]) throws -> (loaded: Int, problems: [FileProblem]) {
        let folder = FileManager.default.temporaryDirectory.appending(
            path: "readingroom-mutations-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        defer { try? FileManager.default.removeItem(at: folder) }
        let sources = try files.enumerated().map { index, bytes in
            let file = folder.appending(path: "\(index)")
            try Data(bytes).write(to: file)
            return ImageSource(path: file.path)
        }
        let decoder = try ImageDecoder(
            program: Self.program, policy: DecoderPolicy(processorSeconds: 10, waitSeconds: 20))
        var problems: [FileProblem] = []
        var places: [FramePlace] = []
        try decoder.headers(of: sources) { index, header in
            switch header {
            case .success(let header):
                // Damage may declare thousands of frames; the first ones tell enough.
                for frame in 0..<min(header.pixels.frames, 4) {
                    places.append(
                        FramePlace(
                            source: sources[index], file: index, frame: frame, header: header))
                }
            case .failure(let problem): problems.append(problem)
            }
        }
        var failed: [Int: FileProblem] = [:]
        try decoder.frames(places) { index, samples in
            switch samples {
            case .success(let samples): #expect(samples.count == places[index].byteCount)
            case .failure(let problem): failed[places[index].file] = problem
            }
        }
        let loaded = Set(places.map(\.file)).subtracting(failed.keys).count
        return (loaded, problems + failed.values)
    }
}
