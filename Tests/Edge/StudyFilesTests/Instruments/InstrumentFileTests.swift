import Instruments
import ReaderStudies
import StudyFiles
import Testing

@Suite struct InstrumentFileTests {
    /// A small instrument as text; each part can be replaced.
    private static func yaml(
        head: String = "id: small\nversion: 1.2.3\ntitle: Small",
        items: String = "  - {id: ill, label: ill, type: yesNo}", more: String = ""
    ) -> String {
        """
        \(head)
        sites:
          side:
            label: side
            columns: [R, L]
            rows: [side]
            members:
              R: {label: right, row: 1, column: 1}
              L: {label: left, row: 1, column: 2}
        lesions: {id: spot, label: spot, prefix: S, maximum: 2, whenFull: Two spots are enough.}
        items:
        \(items)
        \(more)
        """
    }

    private static func item(_ text: String) throws -> Item? {
        try InstrumentText.instrument(yaml(items: "  - " + text)).items.first
    }

    private static func mistake(items: String) -> String {
        InstrumentText.mistake(in: yaml(items: "  - " + items))
    }

    @Test func `every part of a file reaches the instrument`() throws {
        let more = """
            sources: [a book, a paper]
            review: [to be looked at]
            reference: two readers
            arms:
              A: {shows: [t1, t2], window: bone, mayBeShown: all, hidden: nothing}
            parameters:
              limit: {label: a limit, value: 2.5}
              strict: {label: strict, value: yes}
              way: {label: a way, value: up, among: [up, down]}
            derived:
              - {id: d, label: a value, visibility: live, is: ill}
              - id: e
                label: codes
                appliesTo: side
                visibility: never
                firstOf: [{value: A, when: ill == yes}, {value: B}]
            allNotAssessableIf: ill == no
            """

        let instrument = try InstrumentText.instrument(Self.yaml(more: more))

        #expect(instrument.reference.text == "small@1.2.3" && instrument.title == "Small")
        #expect(instrument.sources == ["a book", "a paper"])
        #expect(instrument.review == ["to be looked at"])
        #expect(instrument.referenceRule == "two readers")
        #expect(instrument.arms.first?.shows == ["t1", "t2"])
        #expect(
            instrument.parameters.map(\.value) == [
                .number(2.5), .truth(true), .code("up", among: ["up", "down"]),
            ])
        #expect(instrument.derived.map(\.visibility) == [.live, .never])
        #expect(instrument.derived.last?.placement == .sites("side"))
        #expect(instrument.allNotAssessableIf == "ill == no")
        #expect(instrument.lesions?.maximum == 2)
        #expect(instrument.siteSet("side")?.sites.last?.column == 1)
    }

    @Test func `each type of item is read with what belongs to it`() throws {
        let kinds: [(String, ItemKind)] = [
            ("type: binary", Self.binary("0", "absent", "1", "present")),
            ("type: yesNo", Self.binary("no", "no", "yes", "yes")),
            ("type: binary, values: {a: none, b: some}", Self.binary("a", "none", "b", "some")),
            (
                "type: codes, values: {I: one, II: two}, keys: '12'",
                .codes([
                    Choice(code: "I", label: "one", key: "1"),
                    Choice(code: "II", label: "two", key: "2"),
                ])
            ),
            ("type: count", .count(0...Int.max)), ("type: count, range: [1, 9]", .count(1...9)),
            (
                "type: number, unit: mm, range: [0.5, 10], decimals: 1",
                .number(NumberFormat(unit: "mm", range: 0.5...10, decimals: 1))
            ),
            ("type: percentage", .percentage), ("type: text, maximum: 40", .text(maximum: 40)),
            ("type: mark", .mark),
        ]
        for (text, kind) in kinds {
            #expect(try Self.item("{id: q, label: q, \(text)}")?.kind == kind, "\(text)")
        }
    }

    private static func binary(
        _ absent: String, _ first: String, _ present: String, _ second: String
    ) -> ItemKind {
        .binary(
            absent: Choice(code: absent, label: first),
            present: Choice(code: present, label: second))
    }

    @Test func `what an item leaves out has its usual meaning`() throws {
        let finding = try Self.item("{id: q, label: q, appliesTo: side, type: binary}")
        let text = try Self.item("{id: q, label: q, type: text, maximum: 5}")
        let spot = try Self.item("{id: q, label: q, appliesTo: spot, type: percentage}")
        let exam = try Self.item("{id: q, label: q, appliesTo: exam, type: yesNo}")

        #expect(finding?.layout == .grid && finding?.allowsNotAssessable == true)
        #expect(finding?.requirement == .optional && finding?.showIf == nil)
        #expect(text?.layout == .scalar && text?.allowsNotAssessable == false)
        #expect(spot?.layout == .list && spot?.placement == .lesions)
        #expect(exam?.placement == .exam)
    }

    @Test func `requirement and rules are read as they are said`() throws {
        let item = try Self.item(
            """
            id: q
                label: q
                type: count
                requiredIf: ill == yes
                hintIf: {when: q > 1, say: more than one}
                warnIf: [{when: q > 2, say: two}, {when: q > 3, say: three}]
                refuseSigningIf: {when: q > 4, say: four}
                refuseIf: {when: q > 5, say: five}
              - {id: ill, label: ill, type: yesNo, required: yes, notAssessable: no}
            """)

        #expect(item?.requirement == .requiredIf("ill == yes"))
        #expect(
            item?.rules.map(\.severity) == [.hint, .warning, .warning, .unsignable, .refusal])
        #expect(item?.rules.map(\.say) == ["more than one", "two", "three", "four", "five"])
    }

    @Test func `an unknown key is refused with its place and what was meant`() {
        #expect(
            Self.mistake(items: "{id: q, label: q, type: yesNo, requierd: yes}")
                == "test.yaml:14:36: There is no requierd here. Did you mean required?")
        #expect(
            InstrumentText.mistake(in: Self.yaml(more: "itmes: []"))
                == "test.yaml:15:1: There is no itmes here. Did you mean items?")
        #expect(
            Self.mistake(items: "{id: q, label: q, type: yesno}")
                == "test.yaml:14:29: yesno is none of binary, yesNo, codes, count, number, "
                + "percentage, text, mark, measurement, region. Did you mean yesNo?")
    }

    @Test func `a mistake in an expression has the line and column in the file`() {
        #expect(
            Self.mistake(items: "{id: q, label: q, type: yesNo, showIf: q = yes}")
                == "test.yaml:14:46: Equality is written ==.")
        #expect(
            Self.mistake(items: "{id: q, label: q, type: yesNo, showIf: 'ill == yes'}")
                == "test.yaml:14:45: There is no item, value or parameter ill.")
        #expect(
            Self.mistake(
                items: "{id: q, label: q, type: count, warnIf: [{when: q > 1, say: a}, "
                    + "{when: q > yes, say: b}]}")
                == "test.yaml:14:79: Here stands a number, to be compared, not yes or no.")
    }

    @Test func `in text over several lines the place is where the text begins`() {
        let folded = """
            id: q
                label: q
                type: yesNo
                showIf: >-
                  shows("t1") and
                  nothing
            """

        #expect(
            Self.mistake(items: folded)
                == "test.yaml:17:13: There is no item, value or parameter nothing.")
    }

    @Test func `other mistakes in the instrument stand at the part they are in`() {
        #expect(
            Self.mistake(items: "{id: side, label: q, type: yesNo}")
                == "test.yaml:14:10: side is the name of two things.")
        #expect(
            Self.mistake(items: "{id: q, label: q, type: yesNo, appliesTo: sid}")
                == "test.yaml:14:47: There is no set of sites sid. Did you mean side?")
        #expect(
            Self.mistake(items: "{id: q, label: q, type: codes, values: {a: a}}")
                == "test.yaml:14:44: A choice is between two at least.")
        #expect(
            Self.mistake(items: "{id: q, label: q, type: text, maximum: 99999}")
                == "test.yaml:14:44: A text has 1 to 10000 characters, not 99999.")
        #expect(
            Self.mistake(items: "{id: q, label: q, type: yesNo, layout: grid}")
                == "test.yaml:14:44: A grid needs a set of sites.")
        #expect(
            Self.mistake(items: "{id: q, label: q, type: yesNo, showIf: q == yes}")
                .hasPrefix("test.yaml:14:44: q depends on q: a circle."))
        #expect(
            InstrumentText.mistake(
                in: Self.yaml(more: "aggregation: [{item: ill, to: side, notAssessablePercent: 5}]")
            )
            .hasPrefix("test.yaml:15:15: ill is no finding at sites"))
    }

    @Test func `a question that tells a hidden value is refused where it stands`() {
        let text = Self.yaml(
            items: "  - {id: ill, label: ill, type: yesNo}\n"
                + "  - {id: why, label: why, type: yesNo, showIf: bad}",
            more: "derived: [{id: bad, label: bad, visibility: afterSigning, is: ill}]")

        #expect(
            InstrumentText.mistake(in: text)
                == "test.yaml:15:48: bad is hidden until signing (afterSigning), and this would "
                + "tell it earlier. Use answers of the reader instead.")
    }

    @Test(arguments: [
        ("{label: q, type: yesNo}", "id: is missing here."),
        ("{id: q, type: yesNo}", "label: is missing here."),
        ("{id: q, label: q}", "type: is missing here."),
        ("{id: q, label: q, type: codes}", "values: is missing here."),
        ("{id: q, label: q, type: number, unit: mm}", "range: is missing here."),
        ("{id: q, label: q, type: text}", "maximum: is missing here."),
        ("{id: q, label: '', type: yesNo}", "Here stands a text; this is empty."),
        ("{id: q, label: [a], type: yesNo}", "Here stands a text, not a list or table."),
        ("{id: q, label: q, type: yesNo, required: maybe}", "Here stands yes or no."),
        ("{id: q, label: q, type: yesNo, unit: mm}", "unit: means nothing for the type yesNo."),
        ("{id: q, label: q, type: count, range: [1]}", "A range is [SMALLEST, LARGEST]."),
        ("{id: q, label: q, type: count, range: [2, 1]}", "A range begins with its smallest."),
        ("{id: q, label: q, type: count, range: [a, 1]}", "Here stands a whole number, not a."),
        ("{id: q, label: q, type: count, range: 5}", "Here stands a list: [a, b], or lines"),
        ("{id: q, label: q, type: number, unit: mm, range: [1]}", "A range is [SMALLEST"),
        ("{id: q, label: q, type: number, unit: mm, range: [2, 1]}", "A range begins"),
        ("{id: q, label: q, type: number, unit: mm, range: [a, 1]}", "Here stands a number"),
        ("{id: q, label: q, type: codes, values: {a: a, b: b}, keys: abc}", "2 values need 2 keys"),
        ("{id: q, label: q, type: codes, values: [a, b]}", "Here stands a table"),
        ("{id: q, label: q, type: binary, values: {a: a}}", "A binary item has two values"),
        (
            "{id: q, label: q, type: yesNo, required: yes, requiredIf: ill == yes}",
            "Either required: or requiredIf:, not both."
        ),
        ("{id: q, label: q, type: yesNo, warnIf: {when: q == yes}}", "say: is missing here."),
    ])
    func `what is missing or does not fit is said where it is`(item: String, sentence: String) {
        let said = Self.mistake(items: item)

        #expect(said.hasPrefix("test.yaml:14:") && said.contains(sentence), "\(said)")
    }

    @Test func `the head has a plain id and a full version`() {
        #expect(
            InstrumentText.mistake(
                in: Self.yaml(head: "id: ../etc\nversion: 1.0.0\ntitle: T")
            )
            .hasPrefix("test.yaml:1:5: An instrument's id has small letters"))
        #expect(
            InstrumentText.mistake(in: Self.yaml(head: "id: small\nversion: 1.0\ntitle: T"))
                == "test.yaml:2:10: A version is major.minor.patch, such as 1.0.0.")
        #expect(
            InstrumentText.mistake(in: Self.yaml(head: "id: small\nversion: 1.0.0"))
                == "test.yaml:1:1: title: is missing here.")
    }

    @Test func `parameters and derived values say what they cannot be`() {
        let cases = [
            ("parameters: {p: {label: p, value: often}}", "A setting is a number, yes or no"),
            (
                "parameters: {p: {label: p, value: upp, among: [down, upper]}}",
                "upp is none of down, upper."
            ),
            (
                "derived: [{id: d, label: d, visibility: live}]",
                "one of is:, firstOf: and measured:"
            ),
            (
                "derived: [{id: d, label: d, visibility: later, is: ill}]",
                "later is none of live, afterSigning, never."
            ),
            (
                "derived: [{id: d, label: d, visibility: live, is: ill == 3}]",
                "test.yaml:15:58: Here stands yes or no, to be compared, not a number."
            ),
            (
                "derived: [{id: d, label: d, visibility: live, firstOf: [{value: A, when: il}]}]",
                "test.yaml:15:74: There is no item, value or parameter il."
            ),
        ]
        for (text, sentence) in cases {
            let said = InstrumentText.mistake(in: Self.yaml(more: text))
            #expect(said.contains(sentence), "\(said)")
        }
    }

    @Test func `choices may depend on the arm`() throws {
        let kind = try Self.item(
            "{id: q, label: q, type: codes, values: {a: a, b: b}, "
                + "valuesShowIf: {b: 'shows(\"t1\")'}}")?.kind

        #expect(kind?.choices.map(\.showIf) == [nil, #"shows("t1")"#])
        #expect(
            Self.mistake(
                items: "{id: q, label: q, type: codes, values: {a: a, b: b}, valuesShowIf: {c: x}}"
            )
            .contains("There is no c here."))
    }
}
