/// Ratings of every reader in every arm of every case.
public struct MRMCDesign: Sendable {
    /// Labels of the readers, at least two.
    public let readers: [String]
    /// Labels of the modalities, at least two.
    public let modalities: [String]
    /// Whether each case has the disease.
    public let diseased: [Bool]
    /// Ratings, one array of all cases for each modality and reader: modality × readers + reader.
    let ratings: [[Double]]

    /// A complete design; `ratings[modality][reader][case]`.
    public init(
        readers: [String], modalities: [String], diseased: [Bool], ratings: [[[Double]]]
    ) throws(StatisticsError) {
        guard readers.count >= 2, modalities.count >= 2 else {
            throw .unsuitableDesign(
                "There are \(readers.count) readers and \(modalities.count) modalities. The "
                    + "analysis needs at least two of each; with one reader use roc-paired.")
        }
        let positives = diseased.count { $0 }
        guard positives >= 2, diseased.count - positives >= 2 else {
            throw .unsuitableDesign(
                "There are \(positives) positive and \(diseased.count - positives) negative "
                    + "cases. The analysis needs at least two of each.")
        }
        let flat = ratings.flatMap { $0 }
        guard flat.count == readers.count * modalities.count else {
            throw .unequalLengths(
                first: "reader and modality", flat.count, second: "labels",
                readers.count * modalities.count)
        }
        for column in flat where column.count != diseased.count {
            throw .unequalLengths(
                first: "ratings", column.count, second: "cases", diseased.count)
        }
        (self.readers, self.modalities) = (readers, modalities)
        (self.diseased, self.ratings) = (diseased, flat)
    }

    /// Diseased cases.
    public var positives: Int { diseased.count { $0 } }
    /// Healthy cases.
    public var negatives: Int { diseased.count - positives }
}

/// What is estimated for each reader and modality.
public enum MRMCMetric: Hashable, Sendable {
    /// The area under the ROC curve.
    case area
    /// The share of diseased cases rated at or above a threshold.
    case sensitivity(threshold: Double)
    /// The share of healthy cases rated below a threshold.
    case specificity(threshold: Double)
}

/// How the covariances of the estimates are found.
public enum MRMCCovariance: String, Hashable, Sendable, CaseIterable {
    /// By placements.
    case delong
    /// By leaving out each case.
    case jackknife
}

/// Estimates of every modality and reader and their covariances over cases.
struct MRMCEstimates {
    /// One a modality and reader: modality × readers + reader.
    let estimates: [Double]
    /// Of all pairs.
    let covariance: SymmetricMatrix

    init(_ design: MRMCDesign, _ metric: MRMCMetric, _ method: MRMCCovariance) {
        switch metric {
        case .area:
            let placements = design.ratings.map { ROC.placements($0, design.diseased) }
            estimates = placements.map(\.area)
            covariance =
                method == .delong
                ? Self.delong(placements) : Self.jackknife(placements)
        case .sensitivity(let threshold):
            (estimates, covariance) = Self.proportions(design, of: true) { $0 >= threshold }
        case .specificity(let threshold):
            (estimates, covariance) = Self.proportions(design, of: false) { $0 < threshold }
        }
    }

    private static func delong(_ placements: [Placements]) -> SymmetricMatrix {
        scatter(placements.map(\.positives)) { Double($0) * Double($0 - 1) }
            .adding(scatter(placements.map(\.negatives)) { Double($0) * Double($0 - 1) })
    }

    /// Without one case the area is a closed form of its placement: nothing is ranked again.
    private static func jackknife(_ placements: [Placements]) -> SymmetricMatrix {
        let columns = placements.map { own in
            let (m, n) = (Double(own.positives.count), Double(own.negatives.count))
            return own.positives.map { (m * own.area - $0) / (m - 1) }
                + own.negatives.map { (n * own.area - $0) / (n - 1) }
        }
        return scatter(columns) { Double($0) / Double($0 - 1) }
    }

    private static func proportions(
        _ design: MRMCDesign, of truth: Bool, _ success: (Double) -> Bool
    ) -> ([Double], SymmetricMatrix) {
        let cases = design.diseased.indices.filter { design.diseased[$0] == truth }
        let columns = design.ratings.map { ratings in
            cases.map { success(ratings[$0]) ? 1.0 : 0.0 }
        }
        return (
            columns.map { $0.reduce(0, +) / Double(cases.count) },
            scatter(columns) { Double($0) * Double($0 - 1) }
        )
    }

    /// Sums of products of the centred columns, divided by `divisor` of their length.
    private static func scatter(
        _ columns: [[Double]], _ divisor: (Int) -> Double
    ) -> SymmetricMatrix {
        let centred = columns.map { column in
            let mean = column.reduce(0, +) / Double(column.count)
            return column.map { $0 - mean }
        }
        var result = SymmetricMatrix(order: columns.count)
        for row in 0..<columns.count {
            for column in 0...row {
                var sum = 0.0
                let (x, y) = (centred[row], centred[column])
                for place in x.indices { sum += x[place] * y[place] }
                result[row, column] = sum / divisor(x.count)
                result[column, row] = result[row, column]
            }
        }
        return result
    }
}

extension SymmetricMatrix {
    /// The sum with another matrix of the same order.
    func adding(_ other: SymmetricMatrix) -> SymmetricMatrix {
        var result = self
        for place in entries.indices { result.entries[place] += other.entries[place] }
        return result
    }
}
