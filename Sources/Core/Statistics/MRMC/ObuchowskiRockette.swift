/// Modalities compared over several readers who read the same cases.
///
/// Obuchowski and Rockette 1995, doi:10.1080/03610919508813243, with the degrees of freedom of
/// Hillis 2007, doi:10.1002/sim.2532. Agrees with R `MRMCaov::mrmc`, but for differences of
/// single readers with three or more modalities, where it recycles the errors.
public struct ObuchowskiRockette: Sendable, NamedResults {
    /// The design.
    public let design: MRMCDesign
    /// Every number.
    public let results: [ResultValue]

    /// The analysis of `design` for `metric`.
    public init(
        _ design: MRMCDesign, metric: MRMCMetric, covariance: MRMCCovariance,
        level: ConfidenceLevel = .standard
    ) {
        let parts = MRMCComponents(design, MRMCEstimates(design, metric, covariance))
        self.design = design
        results =
            Self.estimates(design, parts) + parts.results
            + RandomReadersRandomCases(parts, level).results(under: "randomReadersRandomCases")
            + FixedReaders(parts, level).results(under: "fixedReaders")
            + FixedCases(parts, level).results(under: "fixedCases")
    }

    @ResultList private static func estimates(
        _ design: MRMCDesign, _ parts: MRMCComponents
    ) -> [ResultValue] {
        ResultValue("readers", design.readers.count)
        ResultValue("modalities", design.modalities.count)
        ResultValue("positives", design.positives)
        ResultValue("negatives", design.negatives)
        for modality in 0..<parts.t {
            let name = "modality.\(ResultValue.part(design.modalities[modality]))"
            ResultValue("\(name).estimate", parts.means[modality])
            for reader in 0..<parts.r {
                let own = "\(name).reader.\(ResultValue.part(design.readers[reader]))"
                let place = modality * parts.r + reader
                ResultValue("\(own).estimate", parts.estimates[place])
                ResultValue(
                    "\(own).standardError", parts.covariance[place, place].squareRoot())
            }
        }
    }
}

/// Mean squares and averaged covariances of the estimates.
struct MRMCComponents: NamedResults {
    /// Modalities.
    let t: Int
    /// Readers.
    let r: Int
    let modalities: [String]
    let readers: [String]
    let estimates: [Double]
    let covariance: SymmetricMatrix
    /// Of each modality over its readers.
    let means: [Double]
    /// Between modalities.
    let squareOfModalities: Double
    /// Between readers.
    let squareOfReaders: Double
    /// What neither explains.
    let interaction: Double
    /// Between readers, in each modality alone.
    let squareWithin: [Double]
    /// The mean variance.
    let error: Double
    /// One reader, two modalities.
    let cov1: Double
    /// One modality, two readers.
    let cov2: Double
    /// Two modalities, two readers.
    let cov3: Double

    init(_ design: MRMCDesign, _ found: MRMCEstimates) {
        let (t, r) = (design.modalities.count, design.readers.count)
        let theta = found.estimates
        let means = (0..<t).map { i in (0..<r).reduce(0) { $0 + theta[i * r + $1] } / Double(r) }
        let ofReaders = (0..<r).map { j in
            (0..<t).reduce(0) { $0 + theta[$1 * r + j] } / Double(t)
        }
        let grand = means.reduce(0, +) / Double(t)
        func square(_ x: Double) -> Double { x * x }
        var (interaction, within) = (0.0, [Double](repeating: 0, count: t))
        for i in 0..<t {
            for j in 0..<r {
                interaction += square(theta[i * r + j] - means[i] - ofReaders[j] + grand)
                within[i] += square(theta[i * r + j] - means[i]) / Double(r - 1)
            }
        }
        (self.t, self.r, self.means, estimates) = (t, r, means, theta)
        (modalities, readers) = (design.modalities, design.readers)
        squareOfModalities =
            Double(r) * means.reduce(0) { $0 + square($1 - grand) } / Double(t - 1)
        squareOfReaders =
            Double(t) * ofReaders.reduce(0) { $0 + square($1 - grand) } / Double(r - 1)
        // What rounding leaves of equal estimates is nothing.
        self.interaction =
            interaction < 1e-24 ? 0 : interaction / Double((t - 1) * (r - 1))
        squareWithin = within
        let matrix = found.covariance
        covariance = matrix
        func mean(_ belongs: (Int, Int, Int, Int) -> Bool) -> Double {
            var (sum, count) = (0.0, 0.0)
            for a in 0..<(t * r) {
                for b in 0..<(t * r) where belongs(a / r, a % r, b / r, b % r) {
                    sum += matrix[a, b]
                    count += 1
                }
            }
            return sum / count
        }
        error = mean { $0 == $2 && $1 == $3 }
        cov1 = mean { $0 != $2 && $1 == $3 }
        cov2 = mean { $0 == $2 && $1 != $3 }
        cov3 = mean { $0 != $2 && $1 != $3 }
    }

    /// The mean variance of one modality.
    func error(of modality: Int) -> Double {
        (0..<r).reduce(0) { $0 + covariance[modality * r + $1, modality * r + $1] } / Double(r)
    }

    /// The mean covariance of two readers in one modality.
    func cov2(of modality: Int) -> Double {
        var sum = 0.0
        for a in 0..<r {
            for b in 0..<r where a != b { sum += covariance[modality * r + a, modality * r + b] }
        }
        return sum / Double(r * (r - 1))
    }

    /// The mean variance of one reader minus the mean covariance of her modalities.
    func excess(of reader: Int) -> Double {
        let variance =
            (0..<t).reduce(0) { $0 + covariance[$1 * r + reader, $1 * r + reader] } / Double(t)
        var sum = 0.0
        for a in 0..<t {
            for b in 0..<t where a != b { sum += covariance[a * r + reader, b * r + reader] }
        }
        return settled(variance - sum / Double(t * (t - 1)))
    }

    /// A difference of covariances, 0 where it is no more than rounding.
    func settled(_ difference: Double) -> Double {
        abs(difference) < 1e-13 * error ? 0 : difference
    }

    /// Pairs of modalities with their names, earlier − later.
    var pairs: [(name: String, difference: Double)] {
        (0..<t).flatMap { a in
            ((a + 1)..<max(t, a + 1)).map { b in
                (pairName(a, b), means[a] - means[b])
            }
        }
    }

    func pairName(_ a: Int, _ b: Int) -> String {
        "\(ResultValue.part(modalities[a]))-\(ResultValue.part(modalities[b]))"
    }

    /// The name of a modality's numbers.
    func modalityName(_ modality: Int) -> String {
        "modality.\(ResultValue.part(modalities[modality]))"
    }

    @ResultList var results: [ResultValue] {
        ResultValue("meanSquare.modality", squareOfModalities)
        ResultValue("meanSquare.reader", squareOfReaders)
        ResultValue("meanSquare.interaction", interaction)
        ResultValue(
            "component.reader", (squareOfReaders - interaction) / Double(t) - cov1 + cov3)
        ResultValue("component.interaction", interaction - error + cov1 + (cov2 - cov3))
        ResultValue("component.error", error)
        ResultValue("component.cov1", cov1)
        ResultValue("component.cov2", cov2)
        ResultValue("component.cov3", cov3)
    }
}
