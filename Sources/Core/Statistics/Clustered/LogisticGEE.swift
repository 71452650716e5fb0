import Glibc

/// Logistic regression of clustered outcomes by generalised estimating equations.
///
/// Logit link, binomial variance, sandwich errors, with a correction for few clusters where asked for. Units of one
/// cluster and one row of the design have one mean, so that their counts are all that matters, and
/// the exchangeable correlation has the inverse (I − α/(1 + (n − 1)α)·J)/(1 − α): no n × n matrix is
/// ever made.
///
/// Source: Liang and Zeger 1986, doi:10.1093/biomet/73.1.13. Agrees with R `geepack::geeglm`
/// (`Denominators.geepack`) and `gee::gee`, SAS and statsmodels (`.liangZeger`).
public struct LogisticGEE: Sendable {
    /// How outcomes of one cluster are taken to be correlated.
    public enum Correlation: String, Hashable, Sendable, CaseIterable {
        /// Not at all; the errors allow for it all the same.
        case independence
        /// Every two alike.
        case exchangeable
    }

    /// What the moments of the residuals are divided by.
    public enum Denominators: String, Hashable, Sendable, CaseIterable {
        /// N, and the number of pairs.
        case geepack
        /// N − p, and the number of pairs − p.
        case liangZeger
    }

    /// How the errors are made.
    public enum Errors: String, Hashable, Sendable, CaseIterable {
        /// The sandwich as it is.
        case sandwich
        /// With residuals corrected for few clusters.
        ///
        /// Source: Mancl and DeRouen 2001, doi:10.1111/j.0006-341X.2001.00126.x.
        case manclDeRouen
    }

    /// On the logit scale, one a column of the design.
    public let coefficients: [Double]
    /// Of the coefficients, robust.
    let covariance: SymmetricMatrix
    /// The common correlation; 0 for independence.
    public let alpha: Double
    /// The mean squared Pearson residual.
    public let scale: Double
    /// Clusters.
    public let clusters: Int
    /// Units of the largest cluster.
    public let maximumClusterSize: Int

    private static let limit = 100

    /// Fits `outcomes` (one a unit), whose `rows` are places in `design` (rows of covariates, the
    /// intercept among them) and which belong to `clusters` (any numbers).
    public init(
        outcomes: [Bool], rows: [Int], design: [[Double]], clusters: [Int],
        correlation: Correlation, denominators: Denominators = .geepack,
        errors: Errors = .sandwich
    ) throws(StatisticsError) {
        guard !outcomes.isEmpty else { throw .noData(what: "outcomes") }
        guard outcomes.count == rows.count, outcomes.count == clusters.count else {
            throw .unequalLengths(
                first: "outcomes", outcomes.count, second: "clusters", clusters.count)
        }
        let counts = GEECounts(outcomes, rows, design, clusters)
        var beta = [Double](repeating: 0, count: counts.width)
        var state = GEEState(counts, beta, alpha: 0)
        var alpha = 0.0
        var iterations = 0
        while true {
            let step = try Self.inverse(state.information).times(state.score)
            for place in beta.indices { beta[place] += step[place] }
            let change = step.map { abs($0) }.max() ?? 0
            let moments = GEEMoments(counts, beta, denominators)
            alpha = correlation == .exchangeable ? moments.alpha : 0
            state = GEEState(counts, beta, alpha: alpha)
            if change < 1e-10 { break }
            iterations += 1
            guard iterations < Self.limit, change.isFinite else {
                throw .didNotConverge(method: "The GEE", iterations: iterations)
            }
        }
        coefficients = beta
        covariance =
            switch errors {
            case .sandwich: try Self.inverse(state.information).sandwich(state.middle)
            case .manclDeRouen: try Self.corrected(counts, beta, alpha, state.information)
            }
        self.alpha = alpha
        scale = GEEMoments(counts, beta, denominators).scale
        self.clusters = counts.clusters.count
        maximumClusterSize = counts.clusters.map(\.size).max().map { Int($0) } ?? 0
    }

    /// Mancl and DeRouen's covariance Σ vᵢvᵢᵀ with vᵢ = (M − Bᵢ)⁻¹uᵢ, where M is the information, Bᵢ the
    /// cluster's part in it and uᵢ its score: what (I − Hᵢ)⁻¹ comes to without a matrix of units.
    private static func corrected(
        _ counts: GEECounts, _ beta: [Double], _ alpha: Double, _ information: SymmetricMatrix
    ) throws(StatisticsError) -> SymmetricMatrix {
        var sum = SymmetricMatrix(order: beta.count)
        for cluster in counts.clusters {
            let own = GEEState(counts.only(cluster), beta, alpha: alpha)
            var others = information
            for place in others.entries.indices {
                others.entries[place] -= own.information.entries[place]
            }
            let part = try others.inverse(
                "The small-sample correction",
                "one cluster alone tells a coefficient. Use the plain sandwich errors, or gather "
                    + "more clusters."
            ).times(own.score)
            for row in part.indices {
                for column in part.indices { sum[row, column] += part[row] * part[column] }
            }
        }
        return sum
    }

    private static func inverse(_ matrix: SymmetricMatrix) throws(StatisticsError)
        -> SymmetricMatrix
    {
        try matrix.inverse(
            "The GEE",
            "a covariate is determined by the others, or the correlation is too negative. Leave "
                + "out the covariate, or use independence.")
    }
}

/// Units of one cluster that share a row of the design.
struct GEEGroup {
    let row: Int
    var count = 0.0
    var successes = 0.0
}

/// What of the data the equations need.
struct GEECounts {
    /// The groups of one cluster.
    struct Cluster {
        var groups: [GEEGroup] = []
        var size: Double { groups.reduce(0) { $0 + $1.count } }
    }

    let design: [[Double]]
    let clusters: [Cluster]
    let total: Double
    var width: Int { design.first?.count ?? 0 }

    init(_ outcomes: [Bool], _ rows: [Int], _ design: [[Double]], _ names: [Int]) {
        var places = Places<Int>()
        var clusters: [Cluster] = []
        // Places of the groups by cluster and row, −1 where there is none yet.
        var groups: [[Int]] = []
        for unit in outcomes.indices {
            let cluster = places.place(of: names[unit])
            if cluster == clusters.count {
                clusters.append(Cluster())
                groups.append([Int](repeating: -1, count: design.count))
            }
            let row = rows[unit]
            if groups[cluster][row] < 0 {
                groups[cluster][row] = clusters[cluster].groups.count
                clusters[cluster].groups.append(GEEGroup(row: row))
            }
            let group = groups[cluster][row]
            clusters[cluster].groups[group].count += 1
            if outcomes[unit] { clusters[cluster].groups[group].successes += 1 }
        }
        self.design = design
        self.clusters = clusters
        total = Double(outcomes.count)
    }

    private init(design: [[Double]], cluster: Cluster) {
        (self.design, clusters, total) = (design, [cluster], cluster.size)
    }

    /// One cluster alone.
    func only(_ cluster: Cluster) -> GEECounts { GEECounts(design: design, cluster: cluster) }

    /// The probability of each row of the design.
    func means(_ beta: [Double]) -> [Double] {
        design.map { row in
            1 / (1 + exp(-zip(row, beta).reduce(0) { $0 + $1.0 * $1.1 }))
        }
    }
}

/// Moments of the Pearson residuals.
struct GEEMoments {
    let scale: Double
    let alpha: Double

    init(_ counts: GEECounts, _ beta: [Double], _ denominators: LogisticGEE.Denominators) {
        let means = counts.means(beta)
        var (squares, products, pairs) = (0.0, 0.0, 0.0)
        for cluster in counts.clusters {
            var (sum, ownSquares) = (0.0, 0.0)
            for group in cluster.groups {
                let p = means[group.row]
                let variance = p * (1 - p)
                sum += (group.successes - group.count * p) / variance.squareRoot()
                ownSquares +=
                    (group.successes * (1 - 2 * p) + group.count * p * p) / variance
            }
            let size = cluster.size
            squares += ownSquares
            products += (sum * sum - ownSquares) / 2
            pairs += size * (size - 1) / 2
        }
        let loss = denominators == .liangZeger ? Double(beta.count) : 0
        scale = squares / (counts.total - loss)
        alpha = pairs - loss > 0 && scale > 0 ? products / (scale * (pairs - loss)) : 0
    }
}

/// The estimating equations at one point.
struct GEEState {
    private(set) var score: [Double]
    private(set) var information: SymmetricMatrix
    private(set) var middle: SymmetricMatrix

    init(_ counts: GEECounts, _ beta: [Double], alpha: Double) {
        let width = counts.width
        let means = counts.means(beta)
        score = [Double](repeating: 0, count: width)
        information = SymmetricMatrix(order: width)
        middle = SymmetricMatrix(order: width)
        for cluster in counts.clusters {
            let shrink = alpha / (1 + (cluster.size - 1) * alpha)
            // Sums over the cluster of √v·x, and of the residuals.
            var slopes = [Double](repeating: 0, count: width)
            var own = [Double](repeating: 0, count: width)
            var residuals = 0.0
            for group in cluster.groups {
                let p = means[group.row]
                let (variance, x) = (p * (1 - p), counts.design[group.row])
                let root = variance.squareRoot()
                let difference = group.successes - group.count * p
                residuals += difference / root
                for i in 0..<width {
                    slopes[i] += group.count * root * x[i]
                    own[i] += difference * x[i]
                    for j in 0..<width {
                        information[i, j] += group.count * variance * x[i] * x[j] / (1 - alpha)
                    }
                }
            }
            for i in 0..<width {
                own[i] = (own[i] - shrink * slopes[i] * residuals) / (1 - alpha)
            }
            for i in 0..<width {
                score[i] += own[i]
                for j in 0..<width {
                    information[i, j] -= shrink * slopes[i] * slopes[j] / (1 - alpha)
                    middle[i, j] += own[i] * own[j]
                }
            }
        }
    }
}
