import BundledResources
import Foundation
import Persistence
import Phantoms
import ReaderStudies
import Testing

@testable import readingroom

/// Studies that were played from their file to their lock, analysed by the program.
@Suite(.serialized) struct PlayedAnalysisTests {
    private static let sites = ["R", "L"].flatMap { side in
        ["IL-U", "IL-L", "SA-U", "SA-L"].map { "\(side)-\($0)" }
    }

    /// Present at a third of the sites.
    private static func truth(_ caseID: CaseID, _ site: SiteID) -> Bool {
        (caseID.rawValue.utf8.reduce(0) { $0 + Int($1) } * 7
            + site.rawValue.utf8.reduce(0) { $0 + Int($1) * 5 }) % 3 == 0
    }

    /// The form of sacroiliac joints, which demands to know how sure the reader is.
    private static func form() throws -> String {
        let file = BundledResources.instruments.appending(path: "sij-structural.yaml")
        let text = try String(contentsOf: file, encoding: .utf8)
        try #require(text.contains("sclerosis and ankylosis\n    value: no"))
        return text.replacing("id: sij-structural", with: "id: sij-sure", maxReplacements: 1)
            .replacing(
                "erosion, sclerosis and ankylosis\n    value: no",
                with: "erosion, sclerosis and ankylosis\n    value: yes"
            )
            .replacing(
                "    showIf: ask_confidence", with: "    required: yes\n    showIf: ask_confidence")
    }

    private static func sij() throws -> PlayedStudy {
        let study = try PlayedStudy(SampleStudies.sacroiliac(participants: 8, seed: 20_260_601))
        try FileManager.default.createDirectory(
            atPath: study.path("instruments"), withIntermediateDirectories: true)
        try study.write("instruments/sij-sure.yaml", try form())
        try study.start(
            """
            study: sij-sure
            title: Synthetic CT of the sacroiliac joints
            instruments: [sij-sure@1.0.0]
            arms:
              - {id: T1w, label: A, series: {modality: MR, description: "^t1"}, shows: [t1], window: auto}
              - {id: sCT, label: B, series: {modality: CT, description: "^sCT"}, window: auto}
              - {id: CT, label: B, series: {modality: CT, description: "^CT"}, window: auto}
            design:
              kind: crossover
              washoutDays: 28
              seed: 20260601
              casesPerSession: 4
              repeats: {percent: 25, lagDays: 14}
            readers: [R1, R2]
            reference: {arm: CT, rule: external}
            """)
        let rows = (1...8).flatMap { number in
            sites.map { site in
                "C0\(number),\(site),erosion,"
                    + "\(truth(CaseID("C0\(number)"), SiteID(site)) ? 1 : 0)"
            }
        }
        try study.write("truth.csv", (["case,site,item,value"] + rows).joined(separator: "\n"))
        try study.run("reference", "import", study.path("truth.csv"), "--store", study.store)
        try study.run("reference", "freeze", "--store", study.store)
        try study.run(
            "case", "withdraw", "--store", study.store, "--case", "C08", "--reason", "consent")
        try study.write(
            "plan.yaml",
            """
            plan: sure
            version: 1.0.0
            referenceArm: T1w
            bootstrap: {draws: 100}
            findings: [{item: erosion, confidence: confidence_erosion, levels: [exam]}]
            """)
        return study
    }

    @Test func `a crossover with repeats, a withdrawn case and an arm that made the reference`()
        throws
    {
        let study = try Self.sij()
        try study.readAll { read, key in
            guard key.site != "exam" else { return "4" }
            let isWrong =
                (read.arm == "T1w" ? 3 : 9)
                - ("\(read.reader)\(read.caseID)\(key.site)".utf8.reduce(0) { $0 + Int($1) } % 11)
                == 0
            let isThere = Self.truth(read.caseID, key.site) != isWrong
            if key.item.rawValue.hasPrefix("confidence") { return isThere ? "4" : "2" }
            return isThere ? "1" : "0"
        }
        let arguments = ["--store", study.store, "--plan", study.path("plan.yaml")]

        let open = try PrintedAnalysis.run(arguments)
        let locked = try study.lock()
        let printed = try PrintedAnalysis.run(arguments)

        #expect(open.provenance.interim?.contains("not locked") == true)
        #expect(printed.provenance.interim == nil)
        #expect(printed.provenance.dataHash == locked.digest)
        #expect(printed.provenance.software == ProgramVersion.text)
        #expect(printed.provenance.protocolVersion.hasPrefix("study file "))
        // The arm of the reference is left out by itself, and that is said.
        let arms = printed.estimates.compactMap(\.stratum.arm)
        #expect(!arms.contains { $0.split(separator: "-").contains("CT") })
        #expect(printed.estimate("accuracy", finding: "erosion", arm: "sCT")?.units == 112)
        #expect(printed.remarks.contains { $0.sentence.hasPrefix("Arm CT made the reference") })
        // Who was withdrawn is in the flow with the reason.
        let withdrawn = try #require(printed.count("reads.withdrawn"))
        #expect(withdrawn >= 6)
        #expect(printed.count("participants") == 8)
        #expect(
            printed.count("reads.planned")
                == withdrawn + (printed.count("reads.signed") ?? 0)
                + (printed.count("reads.unsigned") ?? 0))
        #expect(
            printed.remarks.contains {
                $0.sentence.contains("withdrawn") && $0.sentence.contains("consent")
                    && $0.sentence.contains("case C08")
            })
        let kinds = Set(printed.sections.map(\.kind))
        for kind in ["accuracy", "contrast", "roc", "interReader", "intraReader", "readingTime"] {
            #expect(kinds.contains(kind), "\(kind)")
        }
        #expect(printed.estimates.contains { $0.name == "auc" && $0.estimate.value != nil })
        try expectTraceable(printed, in: study)
        try expectNoNaN(arguments)
    }

    /// Every number names events, and every event is in the store.
    private func expectTraceable(_ printed: PrintedAnalysis, in study: PlayedStudy) throws {
        let events = try study.opened { try $0.verify().events }
        let sources = Dictionary(uniqueKeysWithValues: printed.sources.map { ($0.id, $0) })
        for estimate in printed.estimates where estimate.units > 0 {
            let source = try #require(estimate.source.flatMap { sources[$0] }, "\(estimate.name)")
            let numbers = source.records.split { !$0.isNumber }.compactMap { Int($0) }
            #expect(numbers.allSatisfy { (1...events).contains($0) })
            #expect(source.count >= 1)
        }
    }

    private func expectNoNaN(_ arguments: [String]) throws {
        for format in AnalysisFormat.allCases {
            let run = try BuiltProgram.run(
                ["analyse", "--format", format.rawValue] + arguments)
            #expect(run.status == 0)
            #expect(!run.output.contains(/\b(?i:nan|inf)\b/), "\(format)")
        }
    }

    @Test func `lesions that were marked in the store are matched with the reference by place`()
        throws
    {
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
            design: {kind: sequential, seed: 20260603, casesPerSession: 3}
            readers: [R1, R2]
            """)
        // The script marks L1 at (20, 0, 15) and L2 at (40, 0, 30), on the right, of type I.
        let rows = (1...4).flatMap { number -> [String] in
            let places =
                number == 4
                ? [(21, 0, 15, "R")] : [(21, 0, 15, "R"), (40, 3, 30, "R"), (90, 90, 90, "R")]
            return places.enumerated().flatMap { place, lesion in
                let name = "C0\(number),L\(place + 1)"
                return [
                    "\(name),x_mm,\(lesion.0)", "\(name),y_mm,\(lesion.1)",
                    "\(name),z_mm,\(lesion.2)", "\(name),side,\(lesion.3)",
                    "\(name),zabramski,\(place == 0 ? "I" : "II")",
                ]
            }
        }
        try study.write("truth.csv", (["case,site,item,value"] + rows).joined(separator: "\n"))
        try study.run("reference", "import", study.path("truth.csv"), "--store", study.store)
        try study.run("reference", "freeze", "--store", study.store)
        try study.write(
            "plan.yaml",
            """
            plan: lesions
            version: 1.0.0
            findings: [{item: lesion_count_total, unit: lesions}]
            lesions:
              mark: mark
              reference: [x_mm, y_mm, z_mm]
              diameter: max_diameter_mm
              same: [side]
              type: zabramski
              distanceMM: 5
            """)
        try study.readAll(lesions: 2) { _, key in
            switch key.item {
            case "lesion_count_total": "2"
            case "side": "R"
            case "max_diameter_mm": "4"
            case "zabramski": "I"
            default: nil
            }
        }

        let arguments = ["--store", study.store, "--plan", study.path("plan.yaml")]
        let printed = try PrintedAnalysis.run(arguments)

        // Three cases with two of three found, one with its only one and a false mark.
        for arm in ["GRE-only", "SWI-only"] {
            for reader in ["R1", "R2"] {
                let own = printed.estimates.filter {
                    $0.stratum.arm == arm && $0.stratum.reader == reader
                }
                let found = own.first { $0.name == "lesion.sensitivity" }
                let wrong = own.first { $0.name == "lesion.falseMarks" }
                #expect(found?.fraction == [7, 10], "\(arm) \(reader)")
                #expect(wrong?.fraction == [1, 4], "\(arm) \(reader)")
                #expect(own.contains { $0.name == "lesion.count.icc" })
            }
        }
        let types = printed.sections.filter { $0.kind == "lesionDetection" }.flatMap(\.contents)
            .compactMap(\.counts)
        #expect(types.contains([[4, 3], [0, 0]]))
        try expectTraceable(printed, in: study)
        try expectNoNaN(arguments)
    }
}
