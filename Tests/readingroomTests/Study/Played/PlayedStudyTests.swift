import Foundation
import Persistence
import Phantoms
import ReaderStudies
import Testing

/// Three whole studies, from their file to their lock, whose tables another program checks by the protocol alone.
@Suite(.serialized) struct PlayedStudyTests {
    private static let quadrants = ["R", "L"].flatMap { side in
        ["IL-U", "IL-L", "SA-U", "SA-L"].map { "\(side)-\($0)" }
    }
    private static let halves = ["R-U", "R-L", "L-U", "L-L"]

    /// Runs the checker on the study's folder; it prints every deviation.
    private func expectNoDeviation(_ study: PlayedStudy) throws {
        let script = URL(filePath: #filePath).deletingLastPathComponent()
            .appending(path: "../../../Offline/check_study.py").standardized
        let process = Process()
        let pipe = Pipe()
        process.executableURL = URL(filePath: "/usr/bin/env")
        process.arguments = ["python3", script.path, study.folder.path]
        process.standardOutput = pipe
        try process.run()
        let output = try pipe.fileHandleForReading.readToEnd() ?? Data()
        process.waitUntilExit()
        #expect(process.terminationStatus == 0, "\(String(decoding: output, as: UTF8.self))")
    }

    /// A number from 0 to 99 that follows from words.
    private static func dice(_ words: String...) -> Int {
        let fold = words.joined(separator: "/").utf8.reduce(UInt64(0xCBF2_9CE4_8422_2325)) {
            ($0 ^ UInt64($1)) &* 0x100_0000_01B3
        }
        return Int((fold >> 20) % 100)
    }

    private static func list(_ words: [String]) -> String {
        "[" + words.map { "\"\($0)\"" }.joined(separator: ", ") + "]"
    }

    /// What is true of the phantoms, by `case,site,item`.
    private static func truth(_ study: PlayedStudy) throws -> [String: String] {
        let lines = try String(contentsOfFile: study.truth, encoding: .utf8).split(separator: "\n")
        return Dictionary(
            uniqueKeysWithValues: lines.dropFirst().map { line in
                let cells = line.split(separator: ",", omittingEmptySubsequences: false)
                return (cells.prefix(3).joined(separator: ","), String(cells[3]))
            })
    }

    @Test func `synthetic CT of the sacroiliac joints: 30 participants, 2 readers, 3 arms`() throws
    {
        let study = try PlayedStudy(SampleStudies.sacroiliac(participants: 30, seed: 20_260_601))
        try study.start(
            """
            study: sij-sct
            title: Synthetic CT of the sacroiliac joints
            instruments: [sij-structural@1.0.0]
            arms:
              - {id: T1w, label: A, series: {modality: MR, description: "^t1"}, shows: [t1], window: auto}
              - {id: sCT, label: B, series: {modality: CT, description: "^sCT"}, window: auto}
              - {id: CT, label: B, series: {modality: CT, description: "^CT"}, window: auto}
            design: {kind: crossover, washoutDays: 28, seed: 20260601, casesPerSession: 15}
            readers: [R1, R2]
            reference: {arm: CT, rule: external}
            display: {minimumGreys: 64, everySlice: true, renderers: [kitty, sixel]}
            """)
        let truth = try Self.truth(study)
        try study.run(
            "reference", "import", study.truth, "--store", study.store, "--level", "high")
        try study.run("reference", "freeze", "--store", study.store)

        try study.readAll { read, key in
            guard key.site != "exam" else { return "4" }
            let slip = Self.dice(
                read.reader.rawValue, "\(read.caseID)\(read.arm)\(key.site)\(key.item)")
            let value = truth["\(read.caseID),\(key.site),\(key.item)"] ?? "0"
            return slip < 8 ? (value == "1" ? "0" : "1") : value
        }
        let locked = try study.lock()

        #expect(locked.signatures == 180)
        try study.export(
            protocol: """
                {"readers": ["R1", "R2"], "cases": 30, "arms": ["T1w", "sCT", "CT"],
                 "design": "crossover", "washoutDays": 28, "casesPerSession": 15, "slices": 4,
                 "questions": {
                  "erosion": {"sites": \(Self.list(Self.quadrants)), "codes": ["0", "1"]},
                  "sclerosis": {"sites": \(Self.list(Self.quadrants)), "codes": ["0", "1"]},
                  "ankylosis": {"sites": \(Self.list(Self.halves)), "codes": ["0", "1"]},
                  "image_quality": {"sites": ["exam"], "codes": ["1", "2", "3", "4", "5"]}},
                 "referenceItems": ["erosion", "sclerosis", "ankylosis"]}
                """)
        try expectNoDeviation(study)
    }

    @Test func `CT 0-4, unaided and then aided in one sitting`() throws {
        let study = try PlayedStudy(SampleStudies.aidedChests)
        try study.start(
            """
            study: ct04-ai
            title: CT 0-4 without and with a second reader
            instruments: [covid-ct04@1.0.0]
            arms:
              - {id: unaided, label: A, series: {description: "lung"}, window: auto}
              - {id: aided, label: B, series: {description: "marked"}, window: auto}
            design: {kind: sequential, seed: 20260602, casesPerSession: 3, prefill: true}
            readers: [R1, R2, R3]
            sessions: {minutes: 30, breakMinutes: 10}
            """, participant: { "P\($0.suffix(1))" })

        try study.readAll { read, key in
            let share = Self.dice(read.reader.rawValue, read.caseID.rawValue, key.site.rawValue)
            switch key.item {
            case "viral_signs": return "yes"
            case "pct": return "\(share)"
            case "category_reader": return "CT-\(min(4, share / 20))"
            case "discordance_reason": return "morphology"
            case "other_pathology_blocks": return "no"
            default: return nil
            }
        }
        let locked = try study.lock()

        #expect(locked.signatures == 30)
        try study.export(
            protocol: """
                {"readers": ["R1", "R2", "R3"], "cases": 5, "arms": ["unaided", "aided"],
                 "design": "sequential", "prefill": true, "washoutDays": 0, "casesPerSession": 3,
                 "slices": 4,
                 "questions": {
                  "viral_signs": {"sites": ["exam"], "codes": ["yes", "no"]},
                  "pct": {"sites": ["lung-R", "lung-L"], "range": [0, 100]},
                  "category_reader": {"sites": ["exam"],
                   "codes": ["CT-0", "CT-1", "CT-2", "CT-3", "CT-4"]}},
                 "referenceItems": []}
                """)
        try expectNoDeviation(study)
    }

    @Test func `cavernous malformations on gradient echo, then SWI revealed`() throws {
        let sample = try #require(SampleStudies.all.first { $0.name == "ccm-zabramski" })
        let study = try PlayedStudy(sample)
        try study.start(
            """
            study: gre-swi
            title: Gradient echo, then SWI
            instruments: [ccm-zabramski@1.0.0]
            arms:
              - {id: GRE-only, label: A, series: {description: "^t2star"}, shows: [gre], window: auto}
              - {id: SWI-only, label: B, series: {description: "^swi"}, shows: [swi], window: auto}
            design: {kind: sequential, seed: 20260603, casesPerSession: 3, prefill: true}
            readers: [R1, R2]
            """)

        try study.readAll(lesions: 2) { read, key in
            key.item == "lesion_count_total" ? "2" : nil
        }
        let locked = try study.lock()

        #expect(locked.signatures == 16)
        try study.export(
            protocol: """
                {"readers": ["R1", "R2"], "cases": 4, "arms": ["GRE-only", "SWI-only"],
                 "design": "sequential", "prefill": true, "washoutDays": 0, "casesPerSession": 3,
                 "slices": 4,
                 "questions": {
                  "lesion_count_total": {"sites": ["exam"], "range": [0, 1000]},
                  "max_diameter_mm": {"sites": ["L1", "L2"], "range": [0.5, 100]}},
                 "referenceItems": []}
                """)
        try expectNoDeviation(study)
    }
}
