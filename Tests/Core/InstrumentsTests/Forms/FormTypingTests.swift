import Instruments
import ReaderStudies
import Testing

@Suite struct FormTypingTests {
    private func parsed(_ typed: String, _ key: String) throws -> String {
        let form = try JointForm.form(["R-IL-U/erosion": "1"])
        do {
            switch try form.parse(typed: typed, for: JointForm.key(key)) {
            case .code(let code): return "code \(code)"
            case .integer(let number): return "integer \(number)"
            case .number(let number): return "number \(NumberText.shortest(number))"
            case .text(let text): return "text \(text)"
            case .mark: return "mark"
            }
        } catch { return error.sentence }
    }

    @Test(arguments: [
        ("7", "number 7"), (" 7.5 ", "number 7.5"), ("7.5 mm", "number 7.5"),
        ("0.0", "number 0"), ("07", "number 7"),
    ])
    func `a measured number is typed with a point, with or without its unit`(
        typed: String, value: String
    ) throws {
        #expect(try parsed(typed, "R-IL-U/depth_mm") == value)
    }

    @Test func `a comma as decimal sign is refused with the number it should be`() throws {
        #expect(
            try parsed("11,5", "R-IL-U/depth_mm")
                == "R iliac upper depth cannot be \"11,5\". The decimal sign is a point: 11.5.")
        #expect(
            try parsed("1,000,000", "R-IL-U/depth_mm")
                == "R iliac upper depth cannot be \"1,000,000\". Numbers take no commas.")
    }

    @Test(arguments: [
        "", ".5", "5.", "1e2", "0x10", "nan", "inf", "+3", "5 cm", "five", "--3", "٣",
    ])
    func `nothing but digits is a number`(typed: String) throws {
        #expect(
            try parsed(typed, "R-IL-U/depth_mm")
                == "R iliac upper depth cannot be \"\(typed)\". Type digits: 0 to 30 mm.")
    }

    @Test func `more decimals than the item takes are refused`() throws {
        #expect(
            try parsed("7.25", "R-IL-U/depth_mm")
                == "R iliac upper depth cannot be \"7.25\". It takes one decimal at most.")
    }

    @Test func `numbers outside the range are refused with it, however long`() throws {
        let long = String(repeating: "9", count: 400)

        #expect(try parsed("31", "R-IL-U/depth_mm").contains("31 mm, outside 0 to 30 mm"))
        #expect(try parsed("-1", "R-IL-U/depth_mm").contains("-1 mm, outside"))
        #expect(try parsed(long, "R-IL-U/depth_mm").contains("outside 0 to 30 mm"))
        #expect(try parsed(long, "erosions").contains("outside at least 0"))
    }

    @Test func `percentages are whole, 0 to 100, with or without the sign`() throws {
        #expect(try parsed("25", "share") == "integer 25")
        #expect(try parsed("25 %", "share") == "integer 25")
        #expect(try parsed("101", "share") == "share is 101 %, outside 0 to 100 %.")
        #expect(
            try parsed("12.5", "share")
                == "share cannot be \"12.5\". It takes a whole number, 0 to 100 %.")
    }

    @Test func `counts are whole numbers`() throws {
        #expect(try parsed("12", "erosions") == "integer 12")
        #expect(
            try parsed("two", "erosions") == "erosions cannot be \"two\". Type digits: at least 0.")
    }

    @Test func `a choice takes its code, its label or its key`() throws {
        #expect(try parsed("1", "R-IL-U/erosion") == "code 1")
        #expect(try parsed("Absent", "R-IL-U/erosion") == "code 0")
        #expect(try parsed("grade 3", "quality") == "code 3")
        #expect(try parsed("5", "quality").contains("has no answer \"5\""))
    }

    @Test func `the key of a choice stands for it where no code does`() throws {
        let form = Form(try Probe.instrument("yes"), shows: [])

        #expect(try form.parse(typed: "y", for: ItemKey(.exam, "sick")) == .code("yes"))
        #expect(try form.parse(typed: "NO", for: ItemKey(.exam, "sick")) == .code("no"))
        #expect(try form.parse(typed: "ix", for: ItemKey(.exam, "other")) == .code("IX"))
    }

    @Test func `texts are trimmed and measured`() throws {
        #expect(try parsed(" a b ", "note") == "text a b")
        #expect(try parsed("eleven signs", "note").contains("12 characters; 10 fit"))
    }

    @Test func `a question that is not there, or takes a mark, is not typed`() throws {
        let mark = Item(
            id: "place", label: "place", placement: .exam, kind: .mark, layout: .scalar)
        let form = Form(
            try Instrument(
                id: "m", version: SemanticVersion(major: 1, minor: 0, patch: 0), title: "M",
                items: [mark]), shows: [])

        #expect(try parsed("1", "ghost").contains("no item ghost"))
        #expect(
            throws: InstrumentError.wrongType(question: "place", takes: "a mark on the image")
        ) { try form.parse(typed: "here", for: ItemKey(.exam, "place")) }
    }

    @Test func `decimals are said in the right number`() throws {
        func advice(_ decimals: Int) throws -> String {
            let item = Item(
                id: "n", label: "n", placement: .exam,
                kind: .number(NumberFormat(unit: "", range: 0...9, decimals: decimals)),
                layout: .scalar)
            let form = Form(
                try Instrument(
                    id: "m", version: SemanticVersion(major: 1, minor: 0, patch: 0), title: "M",
                    items: [item]), shows: [])
            do {
                return "\(try form.parse(typed: "1.2345", for: ItemKey(.exam, "n")))"
            } catch { return error.sentence }
        }

        #expect(try advice(0).hasSuffix("It takes a whole number."))
        #expect(try advice(2).hasSuffix("It takes 2 decimals at most."))
    }
}
