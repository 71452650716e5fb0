import Instruments
import ReaderStudies
import Testing

@Suite struct ExpressionValueTests {
    @Test(arguments: [
        ("1 + 2 * 3", "7"), ("(1 + 2) * 3", "9"), ("2 - 3 - 4", "-5"), ("12 / 4 / 3", "1"),
        ("-2 * -3", "6"), ("- -4", "4"), ("0.5 + 0.25", "0.75"), ("limit * 2", "10"),
    ])
    func `arithmetic has the usual order`(expression: String, value: String) throws {
        #expect(try Probe.value(of: expression) == value)
    }

    @Test(arguments: [
        ("1 < 2", "yes"), ("2 <= 2", "yes"), ("2 < 2", "no"), ("3 > 2", "yes"), ("2 >= 3", "no"),
        ("2 == 2", "yes"), ("2 != 2", "no"), ("yes == present", "yes"), ("no != absent", "no"),
        ("strict", "yes"), ("not strict", "no"), ("not no and yes or no", "yes"),
        ("yes or no and no", "yes"), (#"sequence == "GRE""#, "yes"), (#"sequence != "SWI""#, "yes"),
        ("3 in (1, 2, 3)", "yes"), ("limit in (1, 2)", "no"), (#"sequence in ("SWI")"#, "no"),
    ])
    func `comparisons and logic read as they are said`(expression: String, value: String) throws {
        #expect(try Probe.value(of: expression) == value)
    }

    @Test func `a missing answer makes what needs it missing, but a deciding part decides`() throws
    {
        #expect(try Probe.value(of: "sick == yes") == "missing")
        #expect(try Probe.value(of: "sick and well", ["well": .no]) == "no")
        #expect(try Probe.value(of: "sick or well", ["well": .yes]) == "yes")
        #expect(try Probe.value(of: "sick or well", ["well": .no]) == "missing")
        #expect(try Probe.value(of: "not sick") == "missing")
    }

    @Test func `not assessable is no value, and a missing answer weighs more`() throws {
        #expect(try Probe.value(of: "sick", ["sick": .unseen]) == "notAssessable")
        #expect(try Probe.value(of: "sick and well", ["sick": .unseen]) == "missing")
        #expect(
            try Probe.value(of: "sick and well", ["sick": .unseen, "well": .no]) == "no")
        #expect(try Probe.value(of: "size + 1", ["size": .unseen]) == "notAssessable")
    }

    @Test func `a skipped question is no value, and an unasked site is left out of any and count`()
        throws
    {
        let bones: [String: Answer] = ["R-U/bone": .present, "R-U/depth": .number(7)]
        let rest: [String: Answer] = [
            "R-L/bone": .absent, "L-U/bone": .absent, "L-L/bone": .absent,
        ]

        #expect(try Probe.value(of: "hidden") == "skipped")
        #expect(try Probe.value(of: "hidden", ["hidden": .yes]) == "skipped")
        #expect(try Probe.value(of: "max(half, depth)", bones.merging(rest) { $1 }) == "7")
        #expect(try Probe.value(of: "count(half, depth > 5)", bones.merging(rest) { $1 }) == "1")
        #expect(try Probe.value(of: "max(half, depth)", bones) == "missing")
        #expect(
            try Probe.value(of: "min(half, depth)", rest.merging(["R-U/bone": .absent]) { $1 })
                == "skipped")
    }

    @Test func `sum adds numbers, of nothing it is 0, and unanswered parts leave it open`() throws {
        let depths: [String: Answer] = [
            "R-U/bone": .present, "R-U/depth": .number(7), "R-L/bone": .present,
            "R-L/depth": .number(2), "L-U/bone": .absent, "L-L/bone": .absent,
        ]

        #expect(try Probe.value(of: "sum(half, depth)", depths) == "9")
        #expect(try Probe.value(of: "sum(size, 2)", ["size": .number(3)]) == "5")
        #expect(try Probe.value(of: "sum(size, 2)") == "missing")
        #expect(try Probe.value(of: "sum(lesion, 1)") == "0")
        #expect(try Probe.value(of: "sum(lesion, 1)", lesions: ["M1", "M2"]) == "2")
    }

    @Test func `sites within a larger one are gathered by its name or by its set`() throws {
        let bones: [String: Answer] = [
            "R-U/bone": .present, "R-L/bone": .present, "L-U/bone": .absent, "L-L/bone": .present,
        ]

        #expect(try Probe.value(of: "count(half@R, bone)", bones) == "2")
        #expect(try Probe.value(of: "count(half@L, bone)", bones) == "1")
        #expect(
            try Probe.value(of: "count(half@joint, bone)", at: .sites("joint"), bones) == "2 1")
        #expect(
            Probe.error(in: "count(half@quadrant, bone)").hasPrefix(
                "1:7 No half lies within quadrant."))
        #expect(
            Probe.error(in: "count(half@R)").hasPrefix("1:7 count(half@R, …) takes one expression"))
    }

    @Test func `score is the number that a code ends in`() throws {
        let answers: [String: Answer] = ["stage": .code("CT-3")]

        #expect(try Probe.value(of: "score(stage)", answers) == "3")
        #expect(try Probe.value(of: "score(stage) + 1", answers) == "4")
        #expect(try Probe.value(of: "score(stage)") == "missing")
        #expect(Probe.error(in: "score(grade)").contains("\"I\" ends in no number"))
        #expect(Probe.error(in: "score(size)").contains("asks for an item with codes"))
    }

    @Test func `any, all and count go over the sites of a set`() throws {
        let some: [String: Answer] = ["R-U/bone": .present, "R-L/bone": .absent]
        let all = some.merging(["L-U/bone": .absent, "L-L/bone": .unseen]) { $1 }

        #expect(try Probe.value(of: "any(half, bone)", some) == "yes")
        #expect(try Probe.value(of: "all(half, bone)", some) == "no")
        #expect(try Probe.value(of: "count(half, bone)", some) == "missing")
        #expect(try Probe.value(of: "count(half, bone)", all) == "notAssessable")
        #expect(try Probe.value(of: "any(half, bone == absent)", all) == "yes")
        #expect(try Probe.value(of: "bone@R-U and not bone@R-L", some) == "yes")
    }

    @Test func `a site sees the larger site it lies in`() throws {
        let answers: [String: Answer] = ["R-U/bone": .present, "L-L/bone": .absent]

        let value = try Probe.value(
            of: "answered(bone@half) and bone@half", at: .sites("quadrant"), answers)

        #expect(value == "yes no yes no no no no no")
    }

    @Test func `lesions are counted and looked at one by one`() throws {
        let lesions: [SiteID] = ["M1", "M4"]
        let spots: [String: Answer] = ["M1/spot": .code("dark"), "M4/spot": .code("bright")]

        #expect(try Probe.value(of: "count(lesion)", lesions: lesions) == "2")
        #expect(
            try Probe.value(of: #"count(lesion, spot == "dark")"#, lesions: lesions, spots) == "1")
        #expect(
            try Probe.value(of: #"spot == "dark""#, at: .lesions, lesions: lesions, spots)
                == "yes no")
        #expect(try Probe.value(of: #"any(lesion, spot == "dark")"#) == "no")
        #expect(try Probe.value(of: #"all(lesion, spot == "dark")"#) == "yes")
    }

    @Test func `lists of expressions have a largest, a smallest and a count`() throws {
        let sized: [String: Answer] = ["size": .number(4)]

        #expect(try Probe.value(of: "max(size, limit, 3)", sized) == "5")
        #expect(try Probe.value(of: "min(size, limit, 3)", sized) == "3")
        #expect(try Probe.value(of: "count(size > 3, limit > 9, yes)", sized) == "2")
        #expect(try Probe.value(of: "any(no, size > 3)", sized) == "yes")
        #expect(try Probe.value(of: "max(size, 3)") == "missing")
    }

    @Test func `arithmetic without a result is undefined, and nothing stops`() throws {
        #expect(try Probe.value(of: "1 / 0") == "undefined")
        #expect(try Probe.value(of: "0 / 0 == 1") == "undefined")
        #expect(try Probe.value(of: "max(lesion, 1)") == "undefined")
        #expect(try Probe.value(of: "no and 1 / 0 == 1") == "no")
        #expect(
            try Probe.value(of: "size * 1", ["size": .number(.infinity)]) == "undefined")
    }

    @Test func `codes of two items are compared as written`() throws {
        let same: [String: Answer] = ["grade": .code("II"), "other": .code("II")]
        let different: [String: Answer] = ["grade": .code("I"), "other": .code("IX")]

        #expect(try Probe.value(of: "grade == other", same) == "yes")
        #expect(try Probe.value(of: "grade != other", different) == "yes")
        #expect(try Probe.value(of: #"grade in ("I", "III")"#, different) == "yes")
        #expect(try Probe.value(of: "grade", same) == "II")
    }

    @Test func `techniques of the arm are asked by name`() throws {
        #expect(try Probe.value(of: #"shows("t9")"#, shows: ["t9"]) == "yes")
        #expect(try Probe.value(of: #"shows("t9")"#, shows: ["t1"]) == "no")
        #expect(try Probe.instrument(#"shows("gre")"#).techniques == ["gre", "t9"])
    }

    @Test func `answered and notAssessable ask about the answer, not its value`() throws {
        #expect(try Probe.value(of: "answered(words)") == "no")
        #expect(try Probe.value(of: "answered(words)", ["words": .value(.text("a"))]) == "yes")
        #expect(try Probe.value(of: "answered(sick)", ["sick": .unseen]) == "yes")
        #expect(try Probe.value(of: "notAssessable(sick)", ["sick": .unseen]) == "yes")
        #expect(try Probe.value(of: "notAssessable(sick)", ["sick": .no]) == "no")
        #expect(try Probe.value(of: "answered(hidden)", ["hidden": .yes]) == "no")
    }

    @Test func `an answer with a code that the item does not have counts as none`() throws {
        #expect(try Probe.value(of: "sick", ["sick": .code("perhaps")]) == "missing")
    }
}
