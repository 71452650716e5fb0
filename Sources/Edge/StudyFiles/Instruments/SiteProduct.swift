import Instruments
import ReaderStudies

/// A set of sites made from others: every quadrant of every slice, every bone of both hands.
///
/// Site names are joined with a hyphen (`S1-R-IL-U`), labels with a space. The grid repeats the last set's
/// in the cells of the first; in the sites named by `mirror` its columns run the other way.
enum SiteProduct {
    /// The set that `value` describes with `each:`; `nil` when it lists members instead.
    static func read(
        _ name: String, _ value: YAMLValue, among sets: [SiteSet]
    ) throws(StudyFileError) -> SiteSet? {
        guard value.hasKey("each") else { return nil }
        let table = try value.table(["label", "each", "mirror"])
        let each = try table.required("each")
        let factors = try each.texts()
        guard factors.count == 2 else {
            throw each.mistake("each: names two sets, such as [slice, quadrant].")
        }
        let outer = try find(factors[0], each, sets)
        let inner = try find(factors[1], each, sets)
        let mirrored = Set(try (table["mirror"]?.texts() ?? []).map { SiteID($0) })
        if let stray = mirrored.first(where: { id in !outer.sites.contains { $0.id == id } }) {
            throw each.mistake("\(stray) is no site of \(outer.id), so it cannot be mirrored.")
        }
        return SiteSet(
            id: name, label: try table.required("label").text(), grid: grid(outer, inner, mirrored),
            sites: outer.sites.flatMap { large in
                inner.sites.map { site($0, of: inner, in: large, mirrored.contains(large.id)) }
            })
    }

    private static func find(
        _ name: String, _ value: YAMLValue, _ sets: [SiteSet]
    ) throws(StudyFileError) -> SiteSet {
        guard let set = sets.first(where: { $0.id == name }) else {
            throw value.mistake(
                "There is no set of sites \(name) before this one."
                    + Suggestion.sentence(for: name, among: sets.map(\.id)))
        }
        return set
    }

    private static func site(
        _ small: Site, of inner: SiteSet, in large: Site, _ isMirrored: Bool
    ) -> Site {
        let columns = inner.grid.columns.count
        let column = isMirrored ? columns - 1 - small.column : small.column
        return Site(
            id: SiteID("\(large.id)-\(small.id)"), label: "\(large.label) \(small.label)",
            row: large.row * inner.grid.rows.count + small.row,
            column: large.column * columns + column,
            within: [large.id, small.id] + large.within
                + small.within.flatMap { [$0, SiteID("\(large.id)-\($0)")] })
    }

    private static func grid(
        _ outer: SiteSet, _ inner: SiteSet, _ mirrored: Set<SiteID>
    ) -> SiteGrid {
        let rows = outer.grid.rows.flatMap { large in
            inner.grid.rows.map { outer.grid.rows.count == 1 ? $0 : "\(large) \($0)" }
        }
        var columns: [String] = []
        var sides: [String] = []
        for (index, large) in outer.grid.columns.enumerated() {
            let isMirrored = outer.sites.contains {
                $0.column == index && mirrored.contains($0.id)
            }
            columns += isMirrored ? inner.grid.columns.reversed() : inner.grid.columns
            sides += Array(repeating: large, count: inner.grid.columns.count)
        }
        let isOneColumn = outer.grid.columns.count == 1
        return SiteGrid(
            rows: rows, columns: columns, sides: isOneColumn ? inner.grid.sides : sides)
    }
}
