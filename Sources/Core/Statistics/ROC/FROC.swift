/// Marks on one case: what of its lesions was found, and what was marked besides.
public struct FROCCase: Hashable, Sendable {
    /// The highest rating of a mark on each lesion; `nil` where it was not found. Empty for a case
    /// without lesions.
    public var lesions: [Double?]
    /// Ratings of marks on no lesion.
    public var falseMarks: [Double]

    /// A case with its marks.
    public init(lesions: [Double?] = [], falseMarks: [Double] = []) {
        (self.lesions, self.falseMarks) = (lesions, falseMarks)
    }
}

/// How well marks find lesions, for one reader.
///
/// AFROC: the chance that a lesion is rated above the highest false mark of a case without lesions;
/// weighted: the lesions of a case count together as one. No mark ranks below every mark, and two
/// of them are a tie. Errors are over cases, which are the clusters of their lesions.
///
/// Source: Chakraborty and Winter 1990, Radiology 174:873–881; Chakraborty 2006,
/// doi:10.1088/0031-9155/51/14/012. The areas are defined as in R `RJafroc::UtilFigureOfMerit`
/// (AFROC, and wAFROC with equal weights).
public struct FROC: Hashable, Sendable, NamedResults {
    /// Where marks of at least one rating count.
    public struct Point: Hashable, Sendable, NamedResults {
        /// Lesions found / lesions.
        public let lesionFraction: Quantity
        /// False marks / cases.
        public let falseMarksPerCase: Quantity

        /// `lesionFraction` and `falseMarksPerCase`.
        @ResultList public var results: [ResultValue] {
            ResultValue("lesionFraction", lesionFraction)
            ResultValue("falseMarksPerCase", falseMarksPerCase)
        }
    }

    /// Cases.
    public let cases: [FROCCase]
    /// Every lesion counts the same.
    public let afroc: ClusteredArea
    /// Every case with lesions counts the same.
    public let weightedAFROC: ClusteredArea

    /// The analysis of `cases`.
    public init(_ cases: [FROCCase], level: ConfidenceLevel = .standard) {
        self.cases = cases
        let healthy = cases.filter { $0.lesions.isEmpty }
            .map { $0.falseMarks.max() ?? -.infinity }
        let diseased = cases.filter { !$0.lesions.isEmpty }
            .map { $0.lesions.map { $0 ?? -.infinity } }
        afroc = ClusteredArea(diseased, healthy, weighted: false, level)
        weightedAFROC = ClusteredArea(diseased, healthy, weighted: true, level)
    }

    /// The operating point at `threshold`; minus infinity takes every mark.
    public func point(at threshold: Double) -> Point {
        let lesions = cases.flatMap(\.lesions)
        let found = lesions.count { ($0 ?? -.infinity) >= threshold && $0 != nil }
        let alarms = cases.reduce(0) { $0 + $1.falseMarks.count { $0 >= threshold } }
        return Point(
            lesionFraction: .ratio(Double(found), Double(lesions.count), "no lesions"),
            falseMarksPerCase: .ratio(Double(alarms), Double(cases.count), "no cases"))
    }

    /// Counts, the point of all marks, `afroc` and `weightedAfroc`.
    @ResultList public var results: [ResultValue] {
        ResultValue("cases", cases.count)
        ResultValue("casesWithLesions", cases.count { !$0.lesions.isEmpty })
        ResultValue("lesions", cases.reduce(0) { $0 + $1.lesions.count })
        ResultValue("falseMarks", cases.reduce(0) { $0 + $1.falseMarks.count })
        point(at: -.infinity).results(under: "allMarks")
        afroc.results(under: "afroc")
        weightedAFROC.results(under: "weightedAfroc")
    }
}

/// The area of clustered positives against single negatives.
///
/// Source: Obuchowski 1997, doi:10.2307/2533958.
public struct ClusteredArea: Hashable, Sendable, NamedResults {
    /// Ties counted half.
    public let estimate: Quantity
    /// Over clusters and negatives.
    public let standardError: Quantity
    /// By the normal distribution, cut to 0...1.
    public let interval: Interval

    /// The area of the ratings in `clusters` against `negatives`; `weighted` lets every cluster
    /// count the same, else every rating does.
    init(
        _ clusters: [[Double]], _ negatives: [Double], weighted: Bool, _ level: ConfidenceLevel
    ) {
        guard clusters.count >= 2, negatives.count >= 2 else {
            let reason =
                clusters.count < 2
                ? "fewer than two cases with lesions" : "fewer than two cases without lesions"
            (estimate, standardError) = (.undefined(reason), .undefined(reason))
            interval = .undefined(reason)
            return
        }
        let weights = clusters.map { weighted ? 1 / Double($0.count) : 1 }
        let sizes = zip(clusters, weights).map { Double($0.count) * $1 }
        let total = sizes.reduce(0, +)
        let flat = clusters.flatMap { $0 }
        let placements = Placements(positives: flat, negatives: negatives)
        var next = 0
        let sums = zip(clusters, weights).map { cluster, weight in
            defer { next += cluster.count }
            return weight * placements.positives[next..<(next + cluster.count)].reduce(0, +)
        }
        let area = sums.reduce(0, +) / total
        let (m, n) = (Double(clusters.count), Double(negatives.count))
        let between = zip(sums, sizes).reduce(0) {
            let residual = $1.0 - area * $1.1
            return $0 + residual * residual
        }
        let above = Self.above(negatives, clusters, weights, total)
        let variance =
            m / (m - 1) * between / (total * total) + Moments.covariance(above, above) / n
        estimate = Quantity(area)
        standardError = Quantity(variance.squareRoot())
        interval = Interval(around: area, level.z * variance.squareRoot()).clamped(to: 0...1)
    }

    /// For each negative the weighted share of ratings above it.
    private static func above(
        _ negatives: [Double], _ clusters: [[Double]], _ weights: [Double], _ total: Double
    ) -> [Double] {
        negatives.map { negative in
            zip(clusters, weights).reduce(0.0) { sum, cluster in
                sum + cluster.1
                    * cluster.0.reduce(0.0) {
                        $0 + ($1 > negative ? 1 : $1 == negative ? 0.5 : 0)
                    }
            } / total
        }
    }

    /// `estimate`, `standardError`, `lower` and `upper`.
    @ResultList public var results: [ResultValue] {
        ResultValue("estimate", estimate)
        ResultValue("standardError", standardError)
        interval.results
    }
}
