import Foundation
import Persistence
import ReaderStudies
import Testing

/// What a coordinator types while a study runs, and at its end.
@Suite struct ConductCommandTests {
    let folder = FileManager.default.temporaryDirectory
        .appendingPathComponent("readingroom-conduct-\(UUID().uuidString)")

    private func path(_ name: String) -> String { folder.appendingPathComponent(name).path }

    private func run(_ arguments: String...) throws -> BuiltProgram.Run {
        try BuiltProgram.run(arguments)
    }

    private func write(_ name: String, _ text: String) throws -> String {
        try Data(text.utf8).write(to: URL(filePath: path(name)))
        return path(name)
    }

    /// A started crossover of two cases in two arms with one reader.
    private func make(reference: String = "") throws -> String {
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        let file = try write(
            "study.yaml",
            """
            study: conduct
            title: Conduct
            instruments: [sij-structural@1.0.0]
            arms:
              - {id: sCT, label: B, series: {modality: CT}}
              - {id: CT, label: B, series: {modality: CT}}
            design: {kind: crossover, washoutDays: 28, seed: 20260601, casesPerSession: 5}
            readers: [R1]
            \(reference)
            """)
        let store = path("store")
        let created = try run("study", "create", file, "--store", store)
        #expect(created.status == 0, "\(created.problems)")
        let opened = try SQLiteStore.open(at: store)
        for name in ["C1", "C2"] {
            try opened.append(.caseImported(StudyCase(id: CaseID(name))), by: .coordinator)
            try opened.append(
                .seriesImported(
                    ImportedSeries(
                        token: SeriesToken("token-\(name)"), caseID: CaseID(name), modality: "CT",
                        columns: 8, rows: 8, slices: 2, columnSpacingMM: 1, rowSpacingMM: 1,
                        sliceSpacingMM: 1, framesDigest: "00",
                        matches: ["sCT", "CT"].map { ArmMatch(arm: $0, rule: 0) })),
                by: .coordinator)
        }
        try opened.close()
        #expect(try run("study", "start", "--store", store).status == 0)
        return store
    }

    @Test func `an allowance, a departure and a withdrawal are said and kept`() throws {
        defer { try? FileManager.default.removeItem(at: folder) }
        let store = try make()

        let allowed = try run(
            "study", "override", "--store", store, "--reader", "R1", "--case", "C1", "--arm", "CT",
            "--reason", "on leave")
        let withdrawn = try run(
            "case", "withdraw", "--store", store, "--case", "C2", "--reason", "consent")
        let left = try run("study", "leave", "--store", store, "--reader", "R1", "--reason", "ill")
        let again = try run("study", "leave", "--store", store, "--reader", "R1", "--reason", "ill")

        #expect(allowed.output == "R1 may open case C1 in arm CT now.\n")
        #expect(withdrawn.output == "Case C2 is read no more. What was read of it is kept.\n")
        #expect(left.output == "R1 reads no more. What R1 signed is kept.\n")
        #expect(again.status == 1)
        #expect(again.problems.contains("R1 has left already."))
        let table = try run("export", "reads", "--store", store)
        #expect(table.output.contains("case withdrawn: consent"))
        #expect(table.output.contains("reader left: ill"))
        #expect(table.output.contains(",on leave,"))
    }

    @Test func `a reason and a known read are demanded`() throws {
        defer { try? FileManager.default.removeItem(at: folder) }
        let store = try make()

        let silent = try run("study", "leave", "--store", store, "--reader", "R1", "--reason", " ")
        let unknown = try run(
            "study", "override", "--store", store, "--reader", "R1", "--case", "C9", "--arm", "CT",
            "--reason", "x")

        #expect(silent.status == 1)
        #expect(silent.problems.contains("This needs a reason."))
        #expect(unknown.status == 1)
        #expect(unknown.problems.contains("No read of case C9 in arm CT, occasion 1, is planned"))
    }

    @Test func `a study is locked with its digest only when nothing is open, then unblinded`()
        throws
    {
        defer { try? FileManager.default.removeItem(at: folder) }
        let store = try make(reference: "reference: {rule: external}")
        let early = try run("study", "unblind", "--store", store, "--reason", "curious")
        let open = try run("study", "lock", "--store", store)
        #expect(early.status == 1)
        #expect(early.problems.contains("The study is not locked."))
        #expect(open.status == 1)
        #expect(open.problems.contains("R1 has 4 reads to sign."))
        #expect(open.problems.contains("The reference is not frozen."))

        for command in [["export", "reads"], ["analyse"]] {
            let hidden = try BuiltProgram.run(command + ["--store", store])
            #expect(hidden.status == 1)
            #expect(hidden.output.isEmpty, "\(command)")
            #expect(hidden.problems.contains("The reference of conduct is not frozen, so no"))
        }

        let truth = try write("truth.csv", "case,site,item,value,unit\nC1,R-IL-U,erosion,1,\n")
        #expect(try run("reference", "import", truth, "--store", store).status == 0)
        #expect(try run("reference", "freeze", "--store", store).status == 0)
        #expect(
            try run("study", "leave", "--store", store, "--reader", "R1", "--reason", "ill").status
                == 0)
        let locked = try run("study", "lock", "--store", store)
        let unblinded = try run("study", "unblind", "--store", store, "--reason", "analysis")

        #expect(locked.output.hasPrefix("The study is locked with 0 signed reads.\ndigest "))
        #expect(unblinded.status == 0)
        let table = try run("export", "reads", "--store", store)
        #expect(table.problems.contains("The study is locked since "))
    }

    @Test func `no variable of the environment moves a day or opens a read`() throws {
        defer { try? FileManager.default.removeItem(at: folder) }
        let store = try make()
        let order = ["study", "order", "--store", store, "--reader", "R1"]
        let wanted = try BuiltProgram.run(order)

        for variable in [
            "TZ=Pacific/Kiritimati", "TZ=Etc/GMT+12", "LC_ALL=C", "LANG=xx_XX",
            "READINGROOM_NOW=2030-01-01", "SOURCE_DATE_EPOCH=4102444800",
        ] {
            let found = try BuiltProgram.run(order, after: "export \(variable)")
            #expect(found.output == wanted.output, "\(variable)")
        }
    }

    @Test func `a reference is imported in versions, shown, and every mistake has its line`() throws
    {
        defer { try? FileManager.default.removeItem(at: folder) }
        let store = try make()
        let wrong = try write(
            "wrong.csv",
            """
            case,site,item,value,status
            C9,R-IL-U,erosion,1,
            C1,R-IL-U,erosions,1,
            C1,R-IL-U,erosion,7,
            C1,R-IL-U,erosion,,maybe
            C1,L-IL-U,erosion,0,
            C1,L-IL-U,erosion,1,
            """)
        let right = try write(
            "truth.csv",
            "case,site,item,value,status,level\nC1,R-IL-U,erosion,1,,high\nC2,R-IL-U,erosion,,excluded,\n"
        )

        let refused = try run("reference", "import", wrong, "--store", store)
        let first = try run("reference", "import", right, "--store", store)
        let second = try run(
            "reference", "import", right, "--store", store, "--add", "--provenance", "consensus")
        let shown = try run("reference", "show", "--store", store)

        #expect(refused.status == 1)
        for (line, sentence) in [
            (2, "Case C9 is not in the store."),
            (3, "The reading form asks no erosions at R-IL-U."),
            (4, "erosion takes 0, 1, not \"7\"."), (5, "The status \"maybe\" is none of"),
            (7, "stands on line 6 already."),
        ] {
            #expect(refused.problems.contains("wrong.csv:\(line): "), "\(line)")
            #expect(refused.problems.contains(sentence), "\(sentence)")
        }
        #expect(first.output.hasPrefix("Version 1 of the reference has 2 labels."))
        #expect(second.output.hasPrefix("Version 2 of the reference has 2 labels."))
        #expect(
            shown.output
                == "case,site,item,value,status,provenance,level\r\n"
                + "C1,R-IL-U,erosion,1,value,consensus,high\r\n"
                + "C2,R-IL-U,erosion,,excluded,consensus,medium\r\n")
        #expect(shown.problems.contains("version 1: 2 labels from truth.csv"))
    }

    @Test func `the exposure ledger names who saw what, and what was refused`() throws {
        defer { try? FileManager.default.removeItem(at: folder) }
        let store = try make()
        let opened = try SQLiteStore.open(at: store)
        try opened.append(
            [
                .imageShown(
                    ImageShown(
                        reader: "R1", caseID: "C1", arm: "CT", kind: .practice, series: "token-C1",
                        slices: [0, 1], shownMS: 1500)),
                .imageShown(
                    ImageShown(
                        reader: nil, caseID: "C2", arm: "CT", kind: .render, series: "token-C2",
                        slices: [1], shownMS: 0)),
            ], by: .coordinator)
        try opened.append(
            .requestRefused(
                RequestRefused(reader: "R1", request: "open", sentence: "No case is open.")),
            by: .reader("R1"))
        try opened.close()

        let ledger = try run("export", "exposure", "--store", store)
        let written = try run(
            "export", "exposure", "--store", store, "--output", path("exposure.csv"))

        let lines = ledger.output.split(whereSeparator: \.isNewline)
        #expect(lines.count == 3)
        #expect(lines[0].hasPrefix("study,reader,participant,case,arm,kind,openedAt,series,slices"))
        #expect(lines[1].hasPrefix("conduct,R1,C1,C1,CT,practice,"))
        #expect(lines[1].contains(",token-C1,2,1-2,1.5,"))
        #expect(lines[2].hasPrefix("conduct,coordinator,C2,C2,CT,render,"))
        #expect(written.status == 0)
        let refused = try String(contentsOfFile: path("exposure-refused.csv"), encoding: .utf8)
        #expect(refused.contains(",R1,open,No case is open.,"))
    }
}
