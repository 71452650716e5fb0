import Instruments
import ReaderStudies
import Testing

/// `hand-ssc-7t`, instruments.md section 6.2.
@Suite struct HandTests {
    @Test(arguments: [
        ("bone", 23), ("joint", 7), ("sheath", 13), ("space", 21), ("vessel", 17), ("finger", 5),
        ("cartilage", 4),
    ])
    func `section 6.2: each hand has the sites of its groups`(set: String, count: Int) throws {
        let sites = try #require(Shipped.library.load(named: "hand-ssc-7t").siteSet(set)).sites

        #expect(sites.count == 2 * count)
        #expect(sites.count { $0.id.rawValue.hasPrefix("R-") } == count)
    }

    @Test func `the left hand is drawn as the mirror of the right`() throws {
        let bones = try #require(Shipped.library.load(named: "hand-ssc-7t").siteSet("bone"))
        let columns = Dictionary(uniqueKeysWithValues: bones.sites.map { ($0.id, $0.column) })

        #expect(columns["R-radius"] == 0 && columns["L-radius"] == 9)
        #expect(
            bones.grid.sides == Array(repeating: "R", count: 5) + Array(repeating: "L", count: 5))
    }

    @Test(arguments: [
        ("erosion_total", 230.0), ("bme_total", 69), ("synovitis_total", 21),
        ("tenosynovitis_total", 39),
    ])
    func `section 6.2: the totals of a hand end at their greatest`(
        total: ItemID, greatest: Double
    ) throws {
        let worst = try everywhere(grade: \.last)
        let normal = try everywhere(grade: \.first)

        for hand: SiteID in ["R", "L"] {
            #expect(worst.derived(total, at: hand) == .value(.number(greatest)))
            #expect(normal.derived(total, at: hand) == .value(.number(0)))
        }
    }

    @Test
    func
        `section 6.2: joint spaces end at 84, erosions at 150 in the wrist and 80 in the MCP joints`()
        throws
    {
        let worst = try everywhere(grade: \.last)

        #expect(worst.derived("jsn_total", at: "R") == .value(.number(84)))
        #expect(worst.derived("erosion_part", at: "L-wrist") == .value(.number(150)))
        #expect(worst.derived("erosion_part", at: "L-mcp") == .value(.number(80)))
    }

    @Test func `section 6.2: synovitis counts as present from grade 2`() throws {
        let first = try everywhere(grade: \.first, but: ["R-RC/synovitis": "1"])
        let second = try everywhere(grade: \.first, but: ["R-RC/synovitis": "2"])

        #expect(first.derived("any_synovitis") == .value(.code("no")))
        #expect(second.derived("any_synovitis") == .value(.code("yes")))
    }

    @Test(arguments: [(5, 0, "no"), (6, 1, "no"), (7, 1, "no"), (8, 1, "yes")])
    func `section 6.1: more than five days warn, more than seven are a deviation`(
        days: Int, warnings: Int, deviation: String
    ) throws {
        let form = try Shipped.form("hand-ssc-7t", ["interpretation_delay_days": "#\(days)"])

        #expect(form.said(.warning, "interpretation_delay_days").count == warnings)
        #expect(form.derived("protocol_deviation") == .value(.code(deviation)))
    }

    @Test func `section 6.2: venous return is the share of fingers without it`() throws {
        var answers: [String: String] = [:]
        for hand in ["R", "L"] {
            for finger in 1...5 {
                answers["\(hand)-FI\(finger)/venous_return"] = finger <= 2 ? "no" : "yes"
            }
        }
        let form = try Shipped.form("hand-ssc-7t", shows: ["angio"], answers)

        #expect(form.derived("no_venous_return_pct") == .value(.number(40)))
    }

    @Test func `section 6.2: sodium is weighted by voxels and needs two vials`() throws {
        var answers = ["vials": "#1"]
        for finger in 2...5 {
            answers["R-NA\(finger)/sodium_mean"] = finger == 2 ? "~300" : "~200"
            answers["R-NA\(finger)/sodium_voxels"] = finger == 2 ? "#30" : "#10"
        }
        let form = try Shipped.form("hand-ssc-7t", shows: ["sodium"], answers)

        #expect(form.derived("sodium_hand", at: "R") == .value(.number(250)))
        #expect(form.obstacles.contains { $0.hasPrefix("A calibration needs two vials") })
    }

    @Test func `section 6.2: each arm asks its own questions`() throws {
        let angio = try Shipped.form("hand-ssc-7t", shows: ["angio"])

        #expect(angio.question(Shipped.key("R-lunate/erosion"))?.state == .skippedByRule)
        #expect(angio.question(Shipped.key("R-A-RAD/artery"))?.isMissing == true)
        #expect(angio.question(Shipped.key("R-NA2/sodium_mean"))?.state == .skippedByRule)
    }

    /// All scored items of the morphology arm at their first or last grade, joint spaces asked.
    private func everywhere(
        grade: KeyPath<[Choice], Choice?>, but changes: [String: String] = [:]
    ) throws -> Form {
        let text = try shippedText("hand-ssc-7t").replacing(
            "Ask the width of the joint spaces too\n    value: no",
            with: "Ask the width of the joint spaces too\n    value: yes")
        let instrument = try InstrumentText.instrument(text)
        var sheet = AnswerSheet()
        for item in instrument.items {
            guard case .sites(let id) = item.placement, case .codes(let choices) = item.kind,
                let code = choices[keyPath: grade]?.code
            else { continue }
            for site in instrument.siteSet(id)?.sites ?? [] {
                sheet.answers[ItemKey(site.id, item.id)] = .value(.code(code))
            }
        }
        for (key, text) in changes { sheet.answers[Shipped.key(key)] = Shipped.answer(text) }
        return Form(instrument, shows: ["morph"], sheet: sheet)
    }
}
