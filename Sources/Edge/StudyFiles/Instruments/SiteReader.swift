import Instruments
import ReaderStudies

/// Reads the sets of sites and the list of lesions.
enum SiteReader {
    static func sets(
        _ value: YAMLValue?, _ places: inout Places
    ) throws(StudyFileError) -> [SiteSet] {
        guard let value else { return [] }
        var sets: [SiteSet] = []
        for (name, part) in try value.named() {
            places.note(["sites", name], part)
            if let product = try SiteProduct.read(name, part, among: sets) {
                sets.append(product)
            } else {
                sets.append(try set(name, part))
            }
        }
        return sets
    }

    private static func set(_ name: String, _ value: YAMLValue) throws(StudyFileError) -> SiteSet {
        let table = try value.table(["label", "rows", "columns", "sides", "members"])
        let grid = SiteGrid(
            rows: try table.required("rows").texts(),
            columns: try table.required("columns").texts(),
            sides: try table["sides"]?.texts() ?? [])
        var sites: [Site] = []
        for (id, part) in try table.required("members").named() { sites.append(try site(id, part)) }
        return SiteSet(
            id: name, label: try table.required("label").text(), grid: grid, sites: sites)
    }

    private static func site(_ id: String, _ value: YAMLValue) throws(StudyFileError) -> Site {
        let table = try value.table(["label", "row", "column", "within"])
        return Site(
            id: SiteID(id), label: try table.required("label").text(),
            row: try table.required("row").integer(in: 1...100) - 1,
            column: try table.required("column").integer(in: 1...100) - 1,
            within: try (table["within"]?.texts() ?? []).map { SiteID($0) })
    }

    static func list(
        _ value: YAMLValue?, _ places: inout Places
    ) throws(StudyFileError) -> LesionList? {
        guard let value else { return nil }
        let table = try value.table(["id", "label", "prefix", "maximum", "whenFull"])
        let maximum = try table.required("maximum")
        places.note(["lesions"], value)
        places.note(["lesions", "maximum"], maximum)
        places.note(["lesions", "prefix"], table["prefix"])
        return LesionList(
            id: try table.required("id").text(), label: try table.required("label").text(),
            prefix: try table.required("prefix").text(), maximum: try maximum.integer(),
            whenFull: try table.required("whenFull").text())
    }
}
