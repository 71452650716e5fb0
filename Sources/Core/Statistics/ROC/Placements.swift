/// For each rating the share of the other class that it outranks, ties counted half.
///
/// One sort, so that the time grows as n log n: Sun and Xu 2014, doi:10.1109/LSP.2014.2337313.
struct Placements {
    /// One number a positive unit: the share of negatives below it.
    let positives: [Double]
    /// One number a negative unit: the share of positives above it.
    let negatives: [Double]
    /// The area under the curve.
    let area: Double

    /// The placements of the ratings of both classes, neither empty.
    init(positives: [Double], negatives: [Double]) {
        let (m, n) = (positives.count, negatives.count)
        // Ratings beside their places: sorting places alone would look each rating up again.
        var order = positives.enumerated().map { Ranked(rating: $1, place: $0) }
        order += negatives.enumerated().map { Ranked(rating: $1, place: m + $0) }
        order.sort { $0.rating < $1.rating }
        var ofPositive = [Double](repeating: 0, count: m)
        var ofNegative = [Double](repeating: 0, count: n)
        var (positivesBelow, negativesBelow, start) = (0, 0, 0)
        while start < order.count {
            var (end, tiedPositives) = (start, 0)
            while end < order.count && order[end].rating == order[start].rating {
                if order[end].place < m { tiedPositives += 1 }
                end += 1
            }
            let tiedNegatives = end - start - tiedPositives
            let below = (Double(negativesBelow) + Double(tiedNegatives) / 2) / Double(n)
            let above =
                (Double(m - positivesBelow - tiedPositives) + Double(tiedPositives) / 2) / Double(m)
            for place in order[start..<end].lazy.map(\.place) {
                if place < m { ofPositive[place] = below } else { ofNegative[place - m] = above }
            }
            positivesBelow += tiedPositives
            negativesBelow += tiedNegatives
            start = end
        }
        (self.positives, self.negatives) = (ofPositive, ofNegative)
        area = ofPositive.reduce(0, +) / Double(m)
    }
}

/// A rating and where it came from.
private struct Ranked {
    let rating: Double
    let place: Int
}

/// Sample moments of columns of equal length.
enum Moments {
    /// Σ(x − x̄)(y − ȳ) / (n − 1).
    static func covariance(_ x: [Double], _ y: [Double]) -> Double {
        let n = Double(x.count)
        let (meanX, meanY) = (x.reduce(0, +) / n, y.reduce(0, +) / n)
        var sum = 0.0
        for place in x.indices { sum += (x[place] - meanX) * (y[place] - meanY) }
        return sum / (n - 1)
    }
}
