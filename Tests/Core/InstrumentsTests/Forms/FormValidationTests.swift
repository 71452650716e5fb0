import Instruments
import ReaderStudies
import Testing

@Suite struct FormValidationTests {
    private func refusal(_ entry: ReadEntry, in form: Form) -> String {
        do {
            try form.validate(entry)
            return "accepted"
        } catch { return error.sentence }
    }

    private func refusal(
        _ key: String, _ value: AnswerValue, _ answers: [String: String] = [:]
    ) throws -> String {
        refusal(
            .answer(JointForm.key(key), .value(value)), in: try JointForm.form(answers))
    }

    @Test func `answers that fit are accepted`() throws {
        let eroded = ["R-IL-U/erosion": "1"]

        #expect(try refusal("R-IL-U/erosion", .code("0")) == "accepted")
        #expect(try refusal("quality", .code("4")) == "accepted")
        #expect(try refusal("erosions", .integer(12)) == "accepted")
        #expect(try refusal("share", .integer(100)) == "accepted")
        #expect(try refusal("R-IL-U/depth_mm", .number(30), eroded) == "accepted")
        #expect(try refusal("note", .text("ten signs.")) == "accepted")
    }

    @Test func `an unknown item or site is refused`() throws {
        #expect(
            try refusal("ghost", .code("1"))
                == "The instrument has no item ghost at exam. Choose one that the form shows.")
        #expect(
            try refusal("R-U/erosion", .code("1"))
                == "The instrument has no item erosion at R-U. Choose one that the form shows.")
    }

    @Test func `a question that a rule skips takes no answer`() throws {
        #expect(
            try refusal("R-IL-U/fat", .code("1"))
                == "R iliac upper fat metaplasia is not asked: a rule of the instrument skips it "
                + "here.")
        #expect(try refusal("R-IL-U/depth_mm", .number(3)).contains("is not asked"))
    }

    @Test func `values of another type, code or range are refused with what fits`() throws {
        #expect(
            try refusal("erosions", .code("two")) == "erosions takes a whole number, at least 0.")
        #expect(try refusal("note", .integer(1)) == "note takes a text of 1 to 10 characters.")
        #expect(
            try refusal("share", .number(50)) == "share takes a whole percentage, 0 to 100 %.")
        #expect(try refusal("quality", .integer(3)) == "image quality takes one of 1, 2, 3, 4, 5.")
        #expect(
            try refusal("quality", .code("6"))
                == "image quality has no answer \"6\". Choose one of 1, 2, 3, 4.")
        #expect(try refusal("quality", .code("5")).contains("has no answer \"5\""))
        #expect(try refusal("erosions", .integer(-1)) == "erosions is -1, outside at least 0.")
    }

    @Test func `101 % is refused`() throws {
        #expect(try refusal("share", .integer(101)) == "share is 101 %, outside 0 to 100 %.")
    }

    @Test func `a number outside its range is refused with unit and range`() throws {
        let eroded = ["R-IL-U/erosion": "1"]

        #expect(
            try refusal("R-IL-U/depth_mm", .number(30.5), eroded)
                == "R iliac upper depth is 30.5 mm, outside 0 to 30 mm.")
        #expect(try refusal("R-IL-U/depth_mm", .number(.nan), eroded).contains("outside"))
        #expect(
            try refusal("R-IL-U/depth_mm", .code("1"), eroded)
                == "R iliac upper depth takes a number, 0 to 30 mm.")
    }

    @Test func `a text that is too long or empty is refused`() throws {
        #expect(
            try refusal("note", .text("eleven signs"))
                == "note has 12 characters; 10 fit. Shorten it.")
        #expect(try refusal("note", .text("  ")).contains("takes a text"))
    }

    @Test func `not assessable needs its reason, and some questions do not take it`() throws {
        let form = try JointForm.form()
        func refusal(_ key: String, _ reason: NotAssessableReason) -> String {
            self.refusal(.answer(JointForm.key(key), .notAssessable(reason)), in: form)
        }

        #expect(refusal("R-IL-U/erosion", .metal) == "accepted")
        #expect(refusal("R-IL-U/erosion", .other("coil")) == "accepted")
        #expect(
            refusal("R-IL-U/erosion", .other(" "))
                == "R iliac upper erosion is not assessable for which reason? Say it in a few "
                + "words.")
        #expect(
            refusal("quality", .metal)
                == "image quality must be answered; \"not assessable\" is no answer to it.")
    }

    @Test func `a rule refuses in its own words, and only the answer that breaks it`() throws {
        #expect(try refusal("share", .integer(99)) == "99 % is not a share that we take.")
        #expect(try refusal("share", .integer(98)) == "accepted")
    }

    @Test
    func `a refusal that is there already stands in the way of signing, not of other answers`()
        throws
    {
        let sheet = AnswerSheet(answers: [JointForm.key("share"): .value(.integer(99))])
        let form = Form(try JointForm.instrument(), shows: [], sheet: sheet)

        #expect(form.obstacles.contains("99 % is not a share that we take"))
        #expect(
            refusal(.answer(JointForm.key("quality"), .value(.code("2"))), in: form) == "accepted")
    }

    @Test func `an answer can be taken back, also that of a skipped question`() throws {
        let form = try JointForm.form(["R-IL-U/fat": "1"])

        #expect(refusal(.clear(JointForm.key("R-IL-U/fat")), in: form) == "accepted")
        #expect(refusal(.clear(JointForm.key("ghost")), in: form).contains("no item ghost"))
    }

    @Test func `lesions get new names of their list until it is full`() throws {
        let instrument = try Probe.instrument("yes")
        func add(_ site: SiteID, to lesions: [SiteID]) -> String {
            let form = Form(instrument, shows: [], sheet: AnswerSheet(lesions: lesions))
            return refusal(.addLesion(site), in: form)
        }

        #expect(add("M1", to: []) == "accepted")
        #expect(add("M7", to: ["M1"]) == "accepted")
        #expect(add("M1", to: ["M1"]).contains("in the list already"))
        #expect(add("M9", to: ["M1", "M2", "M3"]) == "Full.")
        for name in ["M", "M0", "M01", "L1", "M-1", "M+1", "1"] {
            #expect(add(SiteID(name), to: []).contains("is no name in the list"))
        }
    }

    @Test func `only a listed lesion is withdrawn or answered`() throws {
        let form = Form(
            try Probe.instrument("yes"), shows: [], sheet: AnswerSheet(lesions: ["M2"]))

        #expect(refusal(.withdrawLesion("M2"), in: form) == "accepted")
        #expect(refusal(.withdrawLesion("M1"), in: form).contains("There is no M1 in the list"))
        #expect(
            refusal(.answer(ItemKey("M1", "spot"), .value(.code("dark"))), in: form)
                .contains("no item spot at M1"))
        #expect(
            refusal(.answer(ItemKey("M2", "spot"), .value(.code("dark"))), in: form)
                == "accepted")
    }

    @Test func `an instrument without a list takes no lesion`() throws {
        #expect(
            refusal(.addLesion("L1"), in: try JointForm.form())
                == "Joints has no list of lesions.")
    }

    @Test func `a mark has a place in the image`() throws {
        let mark = Item(
            id: "place", label: "place", placement: .exam, kind: .mark, layout: .scalar)
        let form = Form(
            try Instrument(
                id: "m", version: SemanticVersion(major: 1, minor: 0, patch: 0), title: "M",
                items: [mark]), shows: [])
        func refusal(column: Int, x: Double = 0) -> String {
            let mark = Mark(
                series: "s", column: column, row: 0, slice: 0, positionMM: [x, 0, 0])
            return self.refusal(.answer(ItemKey(.exam, "place"), .value(.mark(mark))), in: form)
        }

        #expect(refusal(column: 3) == "accepted")
        #expect(refusal(column: -1) == "place is the mark, outside the image.")
        #expect(refusal(column: 1, x: .infinity).contains("outside the image"))
        #expect(
            self.refusal(.answer(ItemKey(.exam, "place"), .value(.text("here"))), in: form)
                == "place takes a mark on the image.")
    }
}
