import Instruments
import ReaderStudies
import Testing

@Suite struct InstrumentDefinitionTests {
    private static func sentence(
        siteSets: [SiteSet] = [JointForm.halves], lesions: LesionList? = nil,
        parameters: [Parameter] = [], items: [Item] = [JointForm.ankylosis],
        derived: [DerivedValue] = [], aggregations: [Aggregation] = [],
        allNotAssessableIf: String? = nil
    ) -> String {
        do {
            _ = try Instrument(
                id: "test", version: SemanticVersion(major: 1, minor: 0, patch: 0), title: "Test",
                siteSets: siteSets, lesions: lesions, parameters: parameters, items: items,
                derived: derived, aggregations: aggregations,
                allNotAssessableIf: allNotAssessableIf)
            return "sound"
        } catch { return error.sentence }
    }

    private static func question(
        _ id: ItemID, at placement: Placement = .exam, _ kind: ItemKind = JointForm.yesNo,
        requirement: Requirement = .optional, showIf: String? = nil, rules: [Rule] = [],
        layout: ItemLayout = .scalar
    ) -> Item {
        Item(
            id: id, label: id.rawValue, placement: placement, kind: kind,
            requirement: requirement, showIf: showIf, rules: rules, layout: layout)
    }

    private static func hidden(
        _ id: ItemID, is expression: String, _ visibility: DerivedVisibility = .afterSigning
    ) -> DerivedValue {
        DerivedValue(
            id: id, label: id.rawValue, placement: .exam, rule: .expression(expression),
            visibility: visibility)
    }

    @Test func `a sound instrument is taken and names itself with its version`() throws {
        let instrument = try JointForm.instrument()

        #expect(instrument.reference.text == "joint@1.0.0")
        #expect(instrument.item("erosion")?.label == "erosion")
        #expect(instrument.item("nothing") == nil)
        #expect(instrument.siteSet("half")?.sites.count == 4)
    }

    @Test func `names are unique and made of letters, digits and underscores`() {
        let twice = [Self.question("a"), Self.question("a")]

        #expect(Self.sentence(items: twice) == "items › a: a is the name of two things.")
        #expect(
            Self.sentence(items: [Self.question("half")])
                == "items › half: half is the name of two things.")
        for name in ["2nd", "a-b", "and", "present", "", "a b"] {
            #expect(
                Self.sentence(items: [Self.question(ItemID(name))]).contains("is no name"))
        }
    }

    @Test func `an instrument asks something, and not without end`() {
        let many = (0...500).map { Self.question(ItemID("q\($0)")) }

        #expect(Self.sentence(items: []) == "items: An instrument asks something.")
        #expect(
            Self.sentence(items: many)
                == "items: An instrument has at most 500 items and derived values.")
    }

    @Test func `sites lie in their grid and have their own names`() {
        func set(_ sites: [Site], sides: [String] = []) -> SiteSet {
            SiteSet(
                id: "s", label: "s", grid: SiteGrid(rows: ["a"], columns: ["b"], sides: sides),
                sites: sites)
        }
        let site = Site(id: "x", label: "x", row: 0, column: 0)
        let outside = Site(id: "y", label: "y", row: 1, column: 0)

        #expect(Self.sentence(siteSets: [set([])]) == "sites › s: s has no sites.")
        #expect(
            Self.sentence(siteSets: [set([site, site])])
                == "sites › s: x is the name of two sites, or exam.")
        #expect(
            Self.sentence(siteSets: [set([outside])])
                == "sites › s: y lies outside the 1 rows and 1 columns of its grid.")
        #expect(
            Self.sentence(siteSets: [set([site], sides: ["R", "L"])])
                == "sites › s: The sides need one entry a column.")
    }

    @Test func `a list of lesions has a size and a prefix of its own`() {
        func list(_ prefix: String, _ maximum: Int) -> LesionList {
            LesionList(
                id: "lesion", label: "lesion", prefix: prefix, maximum: maximum, whenFull: "Full.")
        }

        #expect(
            Self.sentence(lesions: list("M", 0))
                == "lesions › maximum: A list holds 1 to 100 entries, not 0.")
        #expect(
            Self.sentence(lesions: list("L", 20))
                == "lesions › prefix: No other site may begin with \"L\".")
        #expect(
            Self.sentence(items: [Self.question("q", at: .lesions)])
                == "items › q › at: The instrument has no list of lesions.")
    }

    @Test func `an item's place, layout and kind are checked`() {
        let decimals = ItemKind.number(NumberFormat(unit: "mm", range: 0...1, decimals: 9))
        let one = ItemKind.codes([Choice(code: "a", label: "a")])
        let twice = ItemKind.codes([Choice(code: "a", label: "a"), Choice(code: "a", label: "b")])
        let keys = ItemKind.codes([
            Choice(code: "a", label: "a", key: "x"), Choice(code: "b", label: "b", key: "x"),
        ])

        #expect(
            Self.sentence(items: [Self.question("q", at: .sites("haf"))])
                == "items › q › at: There is no set of sites haf. Did you mean half?")
        #expect(
            Self.sentence(items: [Self.question("q", layout: .grid)])
                == "items › q › layout: A grid needs a set of sites.")
        #expect(
            Self.sentence(items: [Self.question("q", decimals)])
                == "items › q › decimals: 0 to 6 decimals can be typed, not 9.")
        #expect(
            Self.sentence(items: [Self.question("q", .text(maximum: 0))])
                == "items › q › maximum: A text has 1 to 10000 characters, not 0.")
        #expect(
            Self.sentence(items: [Self.question("q", one)])
                == "items › q › choices: A choice is between two at least.")
        #expect(
            Self.sentence(items: [Self.question("q", twice)])
                == "items › q › choices: The code \"a\" is empty or stands twice.")
        #expect(
            Self.sentence(items: [Self.question("q", keys)])
                == "items › q › choices: The key x chooses two codes.")
    }

    @Test func `a question that depends on itself is a circle`() {
        let items = [
            Self.question("a", showIf: "b == yes"), Self.question("b", showIf: "c == yes"),
            Self.question("c", showIf: "a == yes"),
        ]

        #expect(
            Self.sentence(items: items)
                == "items › a › showIf: a depends on b depends on c depends on a: a circle. "
                + "Break it at one of them.")
        #expect(
            Self.sentence(items: [Self.question("a", showIf: "a == yes")])
                .contains("a depends on a"))
    }

    @Test func `a derived value in a circle is refused too`() {
        #expect(
            Self.sentence(derived: [Self.hidden("x", is: "y"), Self.hidden("y", is: "x")])
                == "derived › x › is: x depends on y depends on x: a circle. Break it at one of them."
        )
    }

    @Test func `errors in expressions say where: item, rule, line and column`() {
        let rules = [Rule(.warning, when: "q ==\n nothing", say: "…")]

        #expect(
            Self.sentence(items: [Self.question("q", rules: rules)])
                == "items › q › warning › 0, line 2, column 2: There is no item, value or "
                + "parameter nothing.")
        #expect(
            Self.sentence(items: [Self.question("q", showIf: "q = yes")])
                == "items › q › showIf, line 1, column 3: Equality is written ==.")
        #expect(
            Self.sentence(items: [Self.question("q", requirement: .requiredIf("1 + 1"))])
                == "items › q › requiredIf, line 1, column 1: A condition is yes or no; this is a "
                + "number.")
    }

    @Test func `nothing before signing may tell a value that is hidden until then`() {
        let secret = Self.hidden("secret", is: "any(half, ankylosis)")
        let never = Self.hidden("never", is: "secret", .never)
        let open = Self.hidden("open", is: "never", .live)
        let told = "is hidden until signing"

        #expect(
            Self.sentence(
                items: [JointForm.ankylosis, Self.question("q", showIf: "secret")],
                derived: [secret]
            ).contains("items › q › showIf: secret \(told) (afterSigning)"))
        #expect(
            Self.sentence(
                items: [
                    JointForm.ankylosis, Self.question("q", requirement: .requiredIf("secret")),
                ], derived: [secret]
            ).contains(told))
        #expect(
            Self.sentence(
                items: [
                    JointForm.ankylosis,
                    Self.question("q", rules: [Rule(.hint, when: "secret", say: "…")]),
                ], derived: [secret]
            ).contains(told))
        #expect(Self.sentence(derived: [secret, never, open]).contains("never \(told) (never)"))
        #expect(
            Self.sentence(derived: [secret], allNotAssessableIf: "secret").contains(told))
        #expect(Self.sentence(derived: [secret, never]) == "sound")
    }

    @Test func `a hidden value is found behind an open one`() {
        let secret = Self.hidden("secret", is: "any(half, ankylosis)")
        let window = Self.hidden("window", is: "not secret", .live)

        let sentence = Self.sentence(
            items: [JointForm.ankylosis, Self.question("q", showIf: "window")],
            derived: [secret, window])

        #expect(sentence.contains("secret is hidden until signing"))
    }

    @Test func `whether a choice is offered depends on the arm only`() {
        let kind = ItemKind.codes([
            Choice(code: "a", label: "a", showIf: "ankylosis@R-U"), Choice(code: "b", label: "b"),
        ])

        #expect(
            Self.sentence(items: [JointForm.ankylosis, Self.question("q", kind)])
                == "items › q › choices › a: Whether a choice is offered may depend on shows(…) "
                + "and parameters, not on ankylosis.")
    }

    @Test func `only the last line of a list of codes may be otherwise`() {
        func value(_ cases: [DerivedCase]) -> DerivedValue {
            DerivedValue(
                id: "d", label: "d", placement: .exam, rule: .firstOf(cases), visibility: .live)
        }

        for cases in [[], [DerivedCase("a", when: nil), DerivedCase("b", when: "yes")]] {
            #expect(
                Self.sentence(derived: [value(cases)])
                    == "derived › d › firstOf: Only the last line may be \"otherwise\".")
        }
    }

    @Test func `only findings at sites are carried up, to sites that hold them all`() {
        func sentence(_ item: ItemID, _ to: String, _ percent: Int = 25) -> String {
            Self.sentence(
                siteSets: [JointForm.quadrants, JointForm.halves, JointForm.joints],
                items: [JointForm.erosion, JointForm.ankylosis, JointForm.quality],
                aggregations: [
                    Aggregation(item: item, to: to, notAssessablePercent: percent)
                ])
        }

        #expect(sentence("erosion", "joint") == "sound")
        #expect(sentence("erosion", "exam") == "sound")
        #expect(sentence("quality", "exam").contains("is no finding at sites"))
        #expect(sentence("erosion", "joynt").contains("Did you mean joint?"))
        #expect(sentence("ankylosis", "joint").contains("R-U lies within no joint"))
        #expect(sentence("erosion", "joint", 101).contains("0 to 100 percent"))
    }
}
