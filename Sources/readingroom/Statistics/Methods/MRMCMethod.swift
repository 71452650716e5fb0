import Statistics

extension StatisticsMethod {
    /// Modalities compared over several readers.
    static let mrmc = StatisticsMethod(
        name: "mrmc",
        question: "Do modalities differ when several readers read the same cases?",
        columns: "reader, modality, case, truth, rating [site]",
        parameters: [
            ("metric", "auc, sensitivity or specificity (auc)"),
            ("covariance", "delong or jackknife (delong)"),
            ("threshold", "a rating of at least this is a positive call (1)"),
        ],
        assumptions: """
            Every reader rated every case in every modality; independent cases. Random readers \
            and cases, fixed readers, and fixed cases are all told.
            """,
        source: "Obuchowski and Rockette 1995; Hillis 2007. R: MRMCaov::mrmc.",
        compute: { request in
            let table = try RatingTable(
                try request.demandTable(), needed: [.reader, .modality, .case, .truth, .rating])
            let design = try crossedDesign(table)
            let threshold = try request.parameters.threshold()
            let metric: MRMCMetric =
                switch try request.parameters.choice("metric", MRMCMetricName.auc) {
                case .auc: .area
                case .sensitivity: .sensitivity(threshold: threshold)
                case .specificity: .specificity(threshold: threshold)
                }
            return ObuchowskiRockette(
                design, metric: metric,
                covariance: try request.parameters.choice("covariance", MRMCCovariance.delong),
                level: try request.parameters.level()
            ).results
        })

    private enum MRMCMetricName: String, CaseIterable {
        case auc, sensitivity, specificity
    }

    /// The table as a crossed design; a hole in it is refused by name.
    private static func crossedDesign(_ table: RatingTable) throws -> MRMCDesign {
        let units = UnitOrder(table)
        let (readers, modalities) = (table.readers.labels, table.modalities.labels)
        try TableLimits.demand(
            units.count, by: readers.count * modalities.count, "units, readers and modalities")
        var ratings = [[[Double?]]](
            repeating: [[Double?]](
                repeating: [Double?](repeating: nil, count: units.count), count: readers.count),
            count: modalities.count)
        var diseased = [Bool](repeating: false, count: units.count)
        var names = [String](repeating: "", count: units.count)
        for (row, rating) in try table.numbers().enumerated() {
            let unit = units.places[row]
            ratings[table.modalities.places[row]][table.readers.places[row]][unit] = rating
            diseased[unit] = table.truths[row]
            if names[unit].isEmpty { names[unit] = table.unitName(row) }
        }
        let complete = try ratings.enumerated().map { modality, byReader in
            try byReader.enumerated().map { reader, byUnit in
                try byUnit.enumerated().map { unit, rating in
                    guard let rating else {
                        throw Refusal(
                            "\(table.file.file): The rating of reader \(readers[reader]), modality "
                                + "\(modalities[modality]), \(names[unit]) is missing. The design "
                                + "must be complete: add it, or leave the case out for all.")
                    }
                    return rating
                }
            }
        }
        return try MRMCDesign(
            readers: readers, modalities: modalities, diseased: diseased, ratings: complete)
    }
}
