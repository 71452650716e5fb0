import Instruments
import ReaderStudies

/// Small instruments of the three shapes that the screen draws: grids, lungs, lesions.
enum SampleForms {
    static let finding = ItemKind.binary(
        absent: Choice(code: "0", label: "absent"), present: Choice(code: "1", label: "present"))
    static let yesNo = ItemKind.binary(
        absent: Choice(code: "no", label: "no"), present: Choice(code: "yes", label: "yes"))

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
        grid: SiteGrid(rows: ["up", "lo"], columns: ["R", "L"], sides: ["R", "L"]),
        sites: [
            Site(id: "R-U", label: "R upper", row: 0, column: 0),
            Site(id: "R-L", label: "R lower", row: 1, column: 0),
            Site(id: "L-U", label: "L upper", row: 0, column: 1),
            Site(id: "L-L", label: "L lower", row: 1, column: 1),
        ])

    static let lungs = SiteSet(
        id: "lung", label: "lung",
        grid: SiteGrid(rows: [""], columns: ["R", "L"], sides: ["R", "L"]),
        sites: [
            Site(id: "lung-R", label: "R lung", row: 0, column: 0),
            Site(id: "lung-L", label: "L lung", row: 0, column: 1),
        ])

    private static func quadrant(_ side: String, _ bone: String, _ level: String) -> Site {
        let column = side == "R" ? (bone == "IL" ? 0 : 1) : (bone == "SA" ? 2 : 3)
        let words = [side, bone == "IL" ? "iliac" : "sacral", level == "U" ? "upper" : "lower"]
        return Site(
            id: SiteID("\(side)-\(bone)-\(level)"), label: words.joined(separator: " "),
            row: level == "U" ? 0 : 1, column: column)
    }

    private static func grid(_ id: ItemID, _ set: String) -> Item {
        Item(
            id: id, label: id.rawValue, placement: .sites(set), kind: finding,
            requirement: .required, layout: .grid,
            help: "A breach of the subchondral bone plate, seen in this quadrant on any slice.")
    }

    private static let quality = Item(
        id: "quality", label: "image quality", placement: .exam,
        kind: .codes(
            [(1, "non-diagnostic"), (2, "poor"), (3, "acceptable"), (4, "good"), (5, "excellent")]
                .map { Choice(code: "\($0.0)", label: $0.1, key: Character("\($0.0)")) }),
        requirement: .required, allowsNotAssessable: false, layout: .scalar)

    /// Quadrants and halves of the sacroiliac joints.
    static func joints(windows: [String] = []) throws -> Instrument {
        try Instrument(
            id: "joints", version: SemanticVersion(major: 1, minor: 0, patch: 0), title: "Joints",
            siteSets: [quadrants, halves],
            items: [
                grid("erosion", "quadrant"), grid("sclerosis", "quadrant"),
                grid("ankylosis", "half"),
                Item(
                    id: "depth", label: "depth", placement: .sites("quadrant"),
                    kind: .number(NumberFormat(unit: "mm", range: 0...30, decimals: 1)),
                    showIf: "sclerosis == present",
                    rules: [
                        Rule(
                            .warning, when: "depth <= 5", say: "A depth of 5 mm or less is normal.")
                    ], layout: .list),
                quality,
                Item(
                    id: "note", label: "note", placement: .exam, kind: .text(maximum: 40),
                    allowsNotAssessable: false, layout: .scalar),
            ], allNotAssessableIf: #"quality == "1""#, windows: windows,
            examples: .sacroiliacJoints)
    }

    /// Erosions of twelve bones.
    static func bones() throws -> Instrument {
        try Instrument(
            id: "bones", version: SemanticVersion(major: 1, minor: 0, patch: 0), title: "Bones",
            siteSets: [
                SiteSet(
                    id: "bone", label: "bone",
                    grid: SiteGrid(
                        rows: ["1", "2", "3"], columns: ["a", "b", "c", "d"],
                        sides: ["R", "R", "L", "L"]),
                    sites: (0..<12).map {
                        Site(id: SiteID("B\($0)"), label: "bone \($0)", row: $0 / 4, column: $0 % 4)
                    })
            ], items: [grid("erosion", "bone")])
    }

    /// Percentages per lung and a grade.
    static func chest() throws -> Instrument {
        try Instrument(
            id: "chest", version: SemanticVersion(major: 1, minor: 0, patch: 0), title: "Chest",
            siteSets: [lungs],
            items: [
                Item(
                    id: "signs", label: "signs of pneumonia", placement: .exam, kind: yesNo,
                    requirement: .required, layout: .scalar),
                Item(
                    id: "pct", label: "involved", placement: .sites("lung"), kind: .percentage,
                    requirement: .required, showIf: "signs == present", layout: .grid),
                Item(
                    id: "category", label: "category", placement: .exam,
                    kind: .codes(
                        (0...4).map {
                            Choice(code: "CT-\($0)", label: "CT-\($0)", key: Character("\($0)"))
                        }),
                    requirement: .required,
                    rules: [
                        Rule(
                            .warning, when: "category != derived",
                            say: "The percentages give another category.",
                            visibility: .afterSigning)
                    ], layout: .scalar),
            ], derived: chestDerived)
    }

    private static let chestDerived = [
        DerivedValue(
            id: "derived", label: "category by the percentages", placement: .exam,
            rule: .firstOf([
                DerivedCase("CT-0", when: "signs == absent"),
                DerivedCase("CT-2", when: "any(lung, pct > 25)"), DerivedCase("CT-1", when: nil),
            ]), visibility: .afterSigning),
        DerivedValue(
            id: "mean", label: "mean involvement", placement: .exam,
            rule: .expression("sum(lung, pct) / 3"), visibility: .afterSigning),
        DerivedValue(
            id: "expert", label: "for practice alone", placement: .exam,
            rule: .expression("category == derived"), visibility: .never),
    ]

    /// A list of lesions with marks.
    static func lesions() throws -> Instrument {
        try Instrument(
            id: "lesions", version: SemanticVersion(major: 1, minor: 0, patch: 0),
            title: "Lesions",
            lesions: LesionList(
                id: "lesion", label: "lesion", prefix: "L", maximum: 3,
                whenFull: "Three lesions are marked; the list is full."),
            items: [
                Item(
                    id: "mark", label: "mark", placement: .lesions, kind: .mark,
                    requirement: .required, allowsNotAssessable: false, layout: .list),
                Item(
                    id: "side", label: "side", placement: .lesions,
                    kind: .codes([
                        Choice(code: "R", label: "R"), Choice(code: "L", label: "L"),
                        Choice(code: "midline", label: "midline"),
                    ]), requirement: .required, layout: .list),
                Item(
                    id: "size", label: "largest diameter", placement: .lesions,
                    kind: .number(NumberFormat(unit: "mm", range: 0.5...100, decimals: 1)),
                    requirement: .required, layout: .list),
                Item(
                    id: "count", label: "lesions in all", placement: .exam, kind: .count(0...99),
                    requirement: .required, allowsNotAssessable: false, layout: .scalar),
            ])
    }
}
