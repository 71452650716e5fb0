import Instruments
import ReaderStudies

/// A small instrument that uses every part of the engine.
enum JointForm {
    static let quadrants = SiteSet(
        id: "quadrant", label: "joint quadrant",
        grid: SiteGrid(
            rows: ["up", "lo"], columns: ["ili", "sac", "sac", "ili"],
            sides: ["R", "R", "L", "L"]),
        sites: ["R", "L"].flatMap { side in
            ["IL", "SA"].flatMap { bone in
                ["U", "L"].map { level in quadrant(side, bone, level) }
            }
        })

    static let halves = SiteSet(
        id: "half", label: "joint half",
        grid: SiteGrid(rows: ["up", "lo"], columns: ["R", "L"]),
        sites: [
            Site(id: "R-U", label: "R upper", row: 0, column: 0),
            Site(id: "R-L", label: "R lower", row: 1, column: 0),
            Site(id: "L-U", label: "L upper", row: 0, column: 1),
            Site(id: "L-L", label: "L lower", row: 1, column: 1),
        ])

    static let joints = SiteSet(
        id: "joint", label: "joint",
        grid: SiteGrid(rows: ["joint"], columns: ["R", "L"]),
        sites: [
            Site(id: "R", label: "R joint", row: 0, column: 0),
            Site(id: "L", label: "L joint", row: 0, column: 1),
        ])

    static let finding = ItemKind.binary(
        absent: Choice(code: "0", label: "absent"), present: Choice(code: "1", label: "present"))

    static let yesNo = ItemKind.binary(
        absent: Choice(code: "no", label: "no", key: "n"),
        present: Choice(code: "yes", label: "yes", key: "y"))

    static let erosion = Item(
        id: "erosion", label: "erosion", placement: .sites("quadrant"), kind: finding,
        requirement: .required,
        rules: [
            Rule(
                .hint, when: "ankylosis@half == present",
                say: "The joint line is replaced by bone: erosion may be not assessable.")
        ],
        layout: .grid)

    static let ankylosis = Item(
        id: "ankylosis", label: "ankylosis", placement: .sites("half"), kind: finding,
        requirement: .required, layout: .grid)

    static let fat = Item(
        id: "fat", label: "fat metaplasia", placement: .sites("quadrant"), kind: finding,
        showIf: #"shows("t1")"#, layout: .grid)

    static let depth = Item(
        id: "depth_mm", label: "depth", placement: .sites("quadrant"),
        kind: .number(NumberFormat(unit: "mm", range: 0...30, decimals: 1)),
        showIf: "erosion == present",
        rules: [Rule(.warning, when: "depth_mm <= 5", say: "A depth of 5 mm or less is normal.")],
        layout: .list)

    static let count = Item(
        id: "erosions", label: "erosions", placement: .exam, kind: .count(0...Int.max),
        requirement: .requiredIf("any(quadrant, erosion)"), layout: .scalar)

    static let share = Item(
        id: "share", label: "share", placement: .exam, kind: .percentage,
        allowsNotAssessable: false,
        rules: [Rule(.refusal, when: "share == 99", say: "99 % is not a share that we take.")],
        layout: .scalar)

    static let quality = Item(
        id: "quality", label: "image quality", placement: .exam,
        kind: .codes(
            (1...5).map {
                Choice(
                    code: "\($0)", label: "grade \($0)", key: Character("\($0)"),
                    showIf: $0 == 5 ? #"shows("t1")"# : nil)
            }),
        requirement: .required, allowsNotAssessable: false, layout: .scalar)

    static let free = Item(
        id: "note", label: "note", placement: .exam, kind: .text(maximum: 10),
        allowsNotAssessable: false, layout: .scalar)

    /// The instrument.
    static func instrument() throws(InstrumentError) -> Instrument {
        try Instrument(
            id: "joint", version: SemanticVersion(major: 1, minor: 0, patch: 0), title: "Joints",
            siteSets: [quadrants, halves, joints], items: items,
            derived: [
                DerivedValue(
                    id: "eroded", label: "eroded quadrants", placement: .exam,
                    rule: .expression("count(quadrant, erosion)"), visibility: .live),
                DerivedValue(
                    id: "stage", label: "stage", placement: .exam,
                    rule: .firstOf([
                        DerivedCase("fused", when: "all(half, ankylosis)"),
                        DerivedCase("eroded", when: "any(quadrant, erosion)"),
                        DerivedCase("normal", when: nil),
                    ]), visibility: .afterSigning),
                DerivedValue(
                    id: "secret", label: "secret", placement: .exam,
                    rule: .expression(#"stage == "fused""#), visibility: .never),
            ],
            aggregations: [Aggregation(item: "erosion", to: "joint", notAssessablePercent: 25)],
            allNotAssessableIf: #"quality == "1""#)
    }

    private static var items: [Item] {
        [erosion, ankylosis, fat, depth, count, share, quality, free]
    }

    private static func quadrant(_ side: String, _ bone: String, _ level: String) -> Site {
        let column = side == "R" ? (bone == "IL" ? 0 : 1) : (bone == "SA" ? 2 : 3)
        let words = [side, bone == "IL" ? "iliac" : "sacral", level == "U" ? "upper" : "lower"]
        return Site(
            id: SiteID("\(side)-\(bone)-\(level)"), label: words.joined(separator: " "),
            row: level == "U" ? 0 : 1, column: column,
            within: [SiteID("\(side)-\(level)"), SiteID(side)])
    }

    /// A form in an arm that shows `shows`, with `answers` written as `site/item` and a code.
    static func form(
        _ codes: [String: String] = [:], shows: Set<String> = []
    ) throws(InstrumentError) -> Form {
        var sheet = AnswerSheet()
        for (key, code) in codes {
            sheet.answers[Self.key(key)] =
                code == "NA" ? .notAssessable(.motion) : .value(.code(code))
        }
        return Form(try instrument(), shows: shows, sheet: sheet)
    }

    /// The key written as `site/item`; the examination's items need no site.
    static func key(_ text: String) -> ItemKey {
        let parts = text.split(separator: "/").map(String.init)
        return parts.count == 1
            ? ItemKey(.exam, ItemID(parts[0])) : ItemKey(SiteID(parts[0]), ItemID(parts[1]))
    }
}
