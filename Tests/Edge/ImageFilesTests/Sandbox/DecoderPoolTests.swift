import CUnix
import Glibc
import Testing

@testable import ImageFiles

@Suite struct DecoderPoolTests {
    @Test(arguments: 1...3) func `many files come back in order`(children: Int) throws {
        let texts = (0..<60).map { "file \($0)" }

        #expect(try MisbehavingPool(children: children).describe(texts) == texts)
    }

    @Test func `crashes among many files hurt nothing else`() throws {
        let texts = (0..<40).map { $0 % 5 == 3 ? "segmentation fault" : "file \($0)" }

        let results = try MisbehavingPool(children: 2).describe(texts)

        for (index, result) in results.enumerated() {
            if index % 5 == 3 {
                #expect(result.contains("crashed"))
            } else {
                #expect(result == "file \(index)")
            }
        }
    }

    @Test(arguments: [false, true])
    func `frames of one file come back in order`(isSequential: Bool) throws {
        let pool = try MisbehavingPool(children: 2)

        let results = try pool.frames("stack", Array(1...8), isSequential: isSequential)

        #expect(results == (1...8).map { "\([Int](repeating: $0, count: 8))" })
    }

    @Test func `a frame that crashes leaves the file's other frames`() throws {
        let results = try MisbehavingPool(children: 2).frames("crash at frame 2", [1, 2, 3])

        #expect(results[0] == "[1, 1, 1, 1, 1, 1, 1, 1]")
        #expect(results[1].contains("Segmentation fault"))
        #expect(results[2] == "[3, 3, 3, 3, 3, 3, 3, 3]")
    }

    @Test func `a job that cannot be made is delivered in its place`() throws {
        struct Missing: Error {}
        let pool = try MisbehavingPool(children: 2)
        let files = try ["a", "b"].map(pool.file)
        var delivered: [Bool] = []

        try pool.pool.run(3) { index throws(Missing) in
            guard index != 1 else { throw Missing() }
            return DecodeJob(file: files[index / 2], verb: .describe, capacity: 100)
        } deliver: { _, outcome in
            delivered.append((try? outcome.get()) != nil)
        }

        #expect(delivered == [true, false, true])
    }

    @Test func `a run that is given up does not disturb the next`() throws {
        struct Enough: Error {}
        let pool = try MisbehavingPool(children: 2)
        let files = try (0..<20).map { try pool.file("old \($0)") }

        #expect(throws: Enough.self) {
            try pool.pool.run(20) { index throws(Never) in
                DecodeJob(file: files[index], verb: .describe, capacity: 100)
            } deliver: { index, _ in
                if index == 3 { throw Enough() }
            }
        }

        #expect(try pool.describe(["new 1", "new 2"]) == ["new 1", "new 2"])
    }

    @Test func `no descriptor is left behind`() throws {
        func open() -> Int { (0..<1024).filter { fcntl(Int32($0), F_GETFD) >= 0 }.count }
        let before = open()

        for _ in 0..<10 {
            let pool = try MisbehavingPool(children: 2)
            _ = try pool.describe(["a", "segmentation fault", "b", "nonsense", "c"])
        }

        // Other tests open files at the same time: theirs come and go, a leak of ours would stay.
        var left = open() - before
        for _ in 0..<300 where left >= 10 {
            usleep(100_000)
            left = min(left, open() - before)
        }
        #expect(left < 10)
    }
}
