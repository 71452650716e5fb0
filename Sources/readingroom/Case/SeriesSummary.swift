import ImageFiles
import Imaging
import Persistence
import ReaderStudies

/// What is kept and what is said of a series that was imported; neither names a person, a place or a day.
enum SeriesSummary {
    /// The series as the store keeps it.
    static func imported(
        _ plan: SeriesPlan, _ written: SeriesImporter.Written, caseID: CaseID, isConfined: Bool
    ) -> ImportedSeries {
        ImportedSeries(
            token: SeriesToken(written.token.description), caseID: caseID,
            modality: plan.facts.modality, columns: plan.geometry.columns,
            rows: plan.geometry.rows, slices: plan.geometry.slices,
            columnSpacingMM: plan.geometry.columnSpacingMM,
            rowSpacingMM: plan.geometry.rowSpacingMM, sliceSpacingMM: plan.stack.spacingMM ?? 0,
            framesDigest: Digest.hexadecimal(written.digest), matches: plan.matches,
            waitsBecause: plan.waitsBecause, decodedUnconfined: isConfined ? nil : true)
    }

    /// One line: case, token, modality, slices, size, spacing, syntax, arms, state, issues.
    static func line(_ plan: SeriesPlan, _ series: ImportedSeries, isTrial: Bool) -> String {
        let arms = series.matches.map(\.arm.rawValue).joined(separator: ", ")
        var parts = [
            series.caseID.rawValue, isTrial ? "not kept" : series.token.rawValue,
            plan.facts.modalityClass.rawValue, size(plan), spacing(plan), plan.syntax,
            arms.isEmpty ? "no arm" : "arm \(arms)",
            series.waitsBecause.map { "waits: \($0)" } ?? "ready",
        ]
        if !plan.issues.isEmpty {
            let shown = plan.issues.prefix(mostIssues).joined(separator: " ")
            let more = plan.issues.count - mostIssues
            parts.append(shown + (more > 0 ? " And \(more) more issues." : ""))
        }
        return parts.joined(separator: "  ")
    }

    /// `24 slices of 256 × 192`.
    static func size(_ plan: SeriesPlan) -> String {
        let slices = plan.geometry.slices
        return "\(slices) \(slices == 1 ? "slice" : "slices") of "
            + "\(plan.geometry.columns) × \(plan.geometry.rows)"
    }

    /// `0.94 × 0.94 × 4 mm`, columns, rows, slices.
    static func spacing(_ plan: SeriesPlan) -> String {
        let values = [
            plan.geometry.columnSpacingMM, plan.geometry.rowSpacingMM, plan.stack.spacingMM,
        ].compactMap { $0 }
        return values.map { NumberText.shortest(($0 * 100).rounded() / 100) }.joined(
            separator: " × ") + " mm"
    }

    private static let mostIssues = 4
}
