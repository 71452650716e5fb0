import Statistics

extension StatisticsMethod {
    /// Agreement on measurements.
    static let continuousAgreement = StatisticsMethod(
        name: "continuous-agreement",
        question: "How far do readers agree on a measurement?",
        columns: "reader, case, rating [site]",
        parameters: [
            ("first", "the reader from whom the other is subtracted"),
            ("second", "the reader who is subtracted; two readers alone are taken as sorted"),
        ],
        assumptions: """
            Independent units; differences of about one size over the range, and normal. Units \
            with a missing rating are left out.
            """,
        source: """
            McGraw and Wong 1996; Shrout and Fleiss 1979; Bland and Altman 1986, 1999; Carkeet \
            2015; Lin 1989, 2000. R: psych::ICC(lmer = FALSE), epiR::epi.ccc.
            """,
        compute: { request in
            let table = try RatingTable(
                try request.demandTable(), needed: [.reader, .case, .rating])
            let readers = try comparedReaders(table, request.parameters)
            let level = try request.parameters.level()
            let units = UnitOrder(table)
            try TableLimits.demand(units.count, by: readers.count, "units and readers")
            var rows = [[Double?]](
                repeating: [Double?](repeating: nil, count: readers.count), count: units.count)
            for (row, rating) in try table.numbers().enumerated() {
                if let place = readers.firstIndex(of: table.readers.places[row]) {
                    rows[units.places[row]][place] = rating
                }
            }
            let complete = rows.map { $0.compactMap { $0 } }.filter { $0.count == readers.count }
            let missing = rows.joined().count { $0 == nil }
            return [
                ResultValue("units", units.count), ResultValue("raters", readers.count),
                ResultValue("completeUnits", complete.count), ResultValue("missing", missing),
            ] + (try measurementResults(complete, level))
        })

    /// Places of the readers in the order of the comparison.
    private static func comparedReaders(
        _ table: RatingTable, _ parameters: StatisticsParameters
    ) throws -> [Int] {
        let asked = parameters.text("first") != nil || parameters.text("second") != nil
        guard asked else { return Array(table.readers.labels.indices) }
        let two = try TwoLabels(table.readers, "reader", parameters)
        return [two.first, two.second]
    }

    private static func measurementResults(
        _ complete: [[Double]], _ level: ConfidenceLevel
    ) throws -> [ResultValue] {
        let squares = try MeanSquares(complete)
        let correlations = IntraclassCorrelation.Form.allCases.flatMap {
            IntraclassCorrelation(squares, $0, level: level).results(under: "icc.\($0.rawValue)")
        }
        let all =
            squares.results(under: "meanSquare") + correlations
            + WithinSubject(squares, level: level).results
        guard squares.raterCount == 2 else { return all }
        let (first, second) = (complete.map { $0[0] }, complete.map { $0[1] })
        return all
            + (try BlandAltman(first, second, level: level)).results(under: "blandAltman")
            + ConcordanceCorrelation(first, second, level: level).results(under: "concordance")
    }
}
