import Foundation
import Persistence
import ReaderStudies
import TerminalUI
import Testing
import Workstation

@testable import readingroom

/// How many keys a read takes once all slices were looked at; the last two sign.
@Suite struct KeyCountTests {
    private static let sixel = TerminalCapabilities(
        cellWidthPX: 8, cellHeightPX: 16, colors: .truecolor, sixel: SixelCapability())

    /// Presses `looking`, then `reading`, and gives the number of keys of the latter with the signed read.
    private func count(
        _ study: String, looking: String, reading: String
    ) throws -> (keys: Int, read: StoredRead) {
        let store = try SampleStores.copy(study)
        let session = try store.session()
        let keys = try KeyScript(reading).presses
        let screen = InMemoryScreen(
            size: Size(width: 80, height: 24), capabilities: Self.sixel,
            events: (try KeyScript(looking).presses + keys).map { .key($0) })
        try ReadingLoop(screen: screen, runner: session.runner, keysPerFrame: 1, nowMS: { 0 })
            .run()
        try session.close()
        let opened = try SQLiteStore.open(at: store.study.folder)
        defer { try? opened.close() }
        return (keys.count, try #require(try opened.reads(of: store.study.reader).first))
    }

    @Test
    func `normal sacroiliac joints take 4 keys after the last slice: rest absent, quality, sign`()
        throws
    {
        let (keys, read) = try count("sij-sct", looking: "Enter g j*13", reading: "R 4 S S")

        #expect(keys == 4)
        #expect(read.state == .signed)
        #expect(read.sheet.answers.values.count { $0 == .value(.code("0")) } == 20)
    }

    @Test func `a chest without pneumonia takes 5 keys after the last slice`() throws {
        let (keys, read) = try count("covid-ct04", looking: "Enter g j*21", reading: "o 0 o S S")

        #expect(keys == 5)
        #expect(read.state == .signed)
        #expect(read.sheet.answers[ItemKey("exam", "category_reader")] == .value(.code("CT-0")))
    }

    @Test
    func
        `a chest with pneumonia takes 10 keys: signs, two percentages, category, its ground, sign`()
        throws
    {
        let (keys, read) = try count(
            "covid-ct04", looking: "Enter g j*21", reading: "Space 6 0 5 5 3 e o S S")

        #expect(keys == 10)
        #expect(read.state == .signed)
        #expect(read.sheet.answers[ItemKey("lung-R", "pct")] == .value(.integer(60)))
        #expect(read.sheet.answers[ItemKey("lung-L", "pct")] == .value(.integer(55)))
        #expect(read.sheet.answers[ItemKey("exam", "category_reader")] == .value(.code("CT-3")))
    }

    @Test func `a lesion takes 12 keys from the cross to its type, and each stands as typed`()
        throws
    {
        let lesion = "a Enter l p 1 2 Enter m m c s 2"
        let (keys, read) = try count(
            "ccm-zabramski", looking: "Enter g j*18 ] k*18 ] j*18 k*5", reading: lesion)

        #expect(keys == 12)
        #expect(read.sheet.lesions == ["L1"])
        let answers = ["side", "location", "t1_core", "t2_core", "t2_rim", "swi", "zabramski"]
            .map { read.sheet.answers[ItemKey("L1", ItemID($0))] }
        let codes = ["L", "parietal", "mixed", "mixedReticulated", "complete", "visible", "II"]
        #expect(answers == codes.map { .value(.code($0)) })
        #expect(read.sheet.answers[ItemKey("L1", "max_diameter_mm")] == .value(.number(12)))
    }
}
