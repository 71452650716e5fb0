import Instruments
import ReaderStudies
import Testing

@Suite struct ExpressionErrorTests {
    @Test(arguments: [
        ("", "1:1 The expression is empty."),
        ("sick = yes", "1:6 Equality is written ==."),
        ("!sick", "1:1 Negation is written not; \"unequal\" is written !=."),
        ("grade == 'I'", "1:10 Codes stand in double quotation marks."),
        ("grade == \"I", "1:10 The quotation mark is not closed."),
        ("sick ; well", "1:6 The character ; has no meaning here."),
        ("sick well", "1:6 Here the expression should end, not well."),
        ("sick and", "1:9 Here stands an item, a number, a code or a parenthesis, not the end."),
        ("(sick", "1:6 Here stands ), not the end."),
        ("sick\n  and )", "2:7 Here stands an item, a number, a code or a parenthesis, not )."),
        ("bone@ == yes", "1:5 After @ comes a site or a set of sites."),
        ("any half", "1:5 Here the expression should end, not half."),
        ("1 2.5", "1:3 Here the expression should end, not 2.5."),
        ("sick @R-U \"I\"", "1:11 Here the expression should end, not \"I\"."),
        ("1 in 2", "1:6 Here stands (, not 2."),
    ])
    func `mistakes of form have their line and column`(expression: String, message: String) {
        #expect(Probe.error(in: expression) == message)
    }

    @Test(arguments: [
        ("sikc == yes", "1:1 There is no item, value or parameter sikc. Did you mean sick?"),
        ("sick == 1", "1:9 Here stands yes or no, to be compared, not a number."),
        ("size == \"5\"", "1:9 Here stands a number, to be compared, not a code."),
        ("size and sick", "1:1 Here stands yes or no, not a number."),
        ("sick + 1", "1:1 Here stands a number, not yes or no."),
        ("grade > \"I\"", "1:1 Only numbers can be compared with >."),
        ("sick < well", "1:1 Only numbers can be compared with <."),
        ("grade == \"IIII\"", "1:10 \"IIII\" is none of its codes I, II, III. Did you mean III?"),
        ("\"IV\" == grade", "1:1 \"IV\" is none of its codes I, II, III."),
        ("grade in (\"I\", \"VI\")", "1:16 \"VI\" is none of its codes I, II, III."),
        (
            "size in (1, number)",
            "1:13 After in stand codes or numbers in parentheses, nothing else."
        ),
        ("words == \"a\"", "1:1 A text or mark is not compared; ask answered(…) of it."),
        ("sequence == \"T2\"", "1:13 \"T2\" is none of its codes GRE, SWI."),
        ("maximum(half, depth)", "1:1 There is no function maximum."),
        ("cuont(half, bone)", "1:1 There is no function cuont. Did you mean count?"),
        ("shows(t1)", "1:1 shows takes one technique: shows(\"t1\")."),
        ("answered(sick, well)", "1:1 answered takes one item: answered(erosion)."),
        ("any(half)", "1:1 any(half, …) takes one expression for each half, not 0."),
        ("any(half, depth)", "1:11 Here stands yes or no, not a number."),
        ("max(half, bone)", "1:11 Here stands a number, not yes or no."),
    ])
    func `mistakes of meaning have their line and column`(expression: String, message: String) {
        #expect(Probe.error(in: expression) == message)
    }

    @Test func `an item of sites is not read without its site`() {
        #expect(
            Probe.error(in: "bone == present")
                == "1:1 bone is asked at each half; write bone@SITE, bone@half from a site within "
                + "one, or any(half, …).")
        #expect(
            Probe.error(in: "spot == \"dark\"")
                == "1:1 spot is asked of each lesion; write any(lesion, …) or count(lesion, …).")
        #expect(
            Probe.error(in: "sick@R-U")
                == "1:1 sick is not asked at sites; write it without @.")
        #expect(
            Probe.error(in: "bone@R-X") == "1:1 bone is not asked at R-X. Did you mean R-L?")
        #expect(
            Probe.error(in: "bone@half")
                == "1:1 @half needs a site that lies within one; here is none.")
        #expect(
            Probe.error(in: "bone@half", at: .sites("joint"))
                == "1:1 R lies within 0 sites of half; its \"within\" must name one.")
    }

    @Test func `a text or mark is no derived value`() {
        #expect(
            Probe.error(in: "words")
                == "derived › probe › is: A text or mark is no derived value.")
    }

    @Test func `nesting and length have limits`() {
        let deep = String(repeating: "(", count: 51) + "sick" + String(repeating: ")", count: 51)
        let long = Array(repeating: "1", count: 600).joined(separator: "+")
        let negated = String(repeating: "not ", count: 60) + "sick"
        let huge = String(repeating: "9", count: 400)

        #expect(Probe.error(in: deep) == "1:52 The expression is nested more than 50 deep.")
        #expect(
            Probe.error(in: long) == "1:1001 The expression has more than 1000 words and signs.")
        #expect(Probe.error(in: negated).contains("nested more than 50 deep"))
        #expect(Probe.error(in: huge) == "1:1 The number \(huge) is too large.")
    }
}
