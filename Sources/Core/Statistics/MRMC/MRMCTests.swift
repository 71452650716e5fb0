/// Conclusions for readers and cases like these.
struct RandomReadersRandomCases: NamedResults {
    private let parts: MRMCComponents
    private let level: ConfidenceLevel

    init(_ parts: MRMCComponents, _ level: ConfidenceLevel) {
        (self.parts, self.level) = (parts, level)
    }

    @ResultList var results: [ResultValue] {
        let r = Double(parts.r)
        let spread = parts.interaction + r * max(parts.settled(parts.cov2 - parts.cov3), 0)
        let degrees = Quantity.ratio(
            spread * spread * Double((parts.t - 1) * (parts.r - 1)),
            parts.interaction * parts.interaction, "zero interaction mean square")
        FTest(parts.squareOfModalities, spread, parts.t - 1, degrees).results
        for pair in parts.pairs {
            TTest(pair.difference, (2 * spread / r).squareRoot(), degrees, level)
                .results(under: "difference.\(pair.name)")
        }
        for modality in 0..<parts.t {
            let own = parts.squareWithin[modality]
            let shared = max(parts.cov2(of: modality), 0)
            let sum = own + r * shared
            TTest(
                parts.means[modality], (own / r + shared).squareRoot(),
                .ratio(sum * sum * (r - 1), own * own, "readers do not differ"), level
            ).limits(cutTo: 0...1).under(parts.modalityName(modality))
        }
    }
}

/// Conclusions for these readers and cases like these.
struct FixedReaders: NamedResults {
    private let parts: MRMCComponents
    private let level: ConfidenceLevel

    init(_ parts: MRMCComponents, _ level: ConfidenceLevel) {
        (self.parts, self.level) = (parts, level)
    }

    @ResultList var results: [ResultValue] {
        let r = Double(parts.r)
        let spread = parts.settled(
            parts.error - parts.cov1 + (r - 1) * (parts.cov2 - parts.cov3))
        let statistic =
            spread > 0
            ? Quantity(Double(parts.t - 1) * parts.squareOfModalities / spread)
            : .undefined("zero variance")
        ResultValue("statistic", statistic)
        ResultValue("df", parts.t - 1)
        ResultValue("p", statistic.map { ChiSquared.upperTail($0, Double(parts.t - 1)) })
        for pair in parts.pairs {
            difference(pair.difference, 2 * spread / r).under("difference.\(pair.name)")
        }
        for reader in 0..<parts.r {
            let name = "reader.\(ResultValue.part(parts.readers[reader]))"
            for a in 0..<parts.t {
                for b in 0..<parts.t where a < b {
                    difference(
                        parts.estimates[a * parts.r + reader]
                            - parts.estimates[b * parts.r + reader],
                        2 * parts.excess(of: reader)
                    ).under("\(name).difference.\(parts.pairName(a, b))")
                }
            }
        }
        for modality in 0..<parts.t {
            let variance =
                (parts.error(of: modality) + (r - 1) * parts.cov2(of: modality)) / r
            modalityLimits(modality, max(0, variance).squareRoot())
                .under(parts.modalityName(modality))
        }
    }

    @ResultList private func difference(_ estimate: Double, _ variance: Double) -> [ResultValue] {
        let test = WaldTest(estimate, variance: variance)
        test.results
        if variance > 0 {
            test.interval(level).results
        } else {
            Interval.undefined("zero variance").results
        }
    }

    @ResultList private func modalityLimits(_ modality: Int, _ error: Double) -> [ResultValue] {
        ResultValue("standardError", error)
        if error > 0 {
            Interval(around: parts.means[modality], level.z * error).clamped(to: 0...1).results
        } else {
            Interval.undefined("zero variance").results
        }
    }
}

/// Conclusions for readers like these and these cases.
struct FixedCases: NamedResults {
    private let parts: MRMCComponents
    private let level: ConfidenceLevel

    init(_ parts: MRMCComponents, _ level: ConfidenceLevel) {
        (self.parts, self.level) = (parts, level)
    }

    @ResultList var results: [ResultValue] {
        let r = Double(parts.r)
        let degrees = Quantity(Double((parts.t - 1) * (parts.r - 1)))
        FTest(parts.squareOfModalities, parts.interaction, parts.t - 1, degrees).results
        for pair in parts.pairs {
            TTest(
                pair.difference, (2 * parts.interaction / r).squareRoot(), degrees, level
            ).results(under: "difference.\(pair.name)")
        }
        for modality in 0..<parts.t {
            TTest(
                parts.means[modality], (parts.squareWithin[modality] / r).squareRoot(),
                Quantity(r - 1), level
            ).limits(cutTo: 0...1).under(parts.modalityName(modality))
        }
    }
}

/// A ratio of mean squares.
struct FTest: NamedResults {
    let f: Quantity
    let firstDegrees: Int
    let secondDegrees: Quantity
    let p: Quantity

    init(_ numerator: Double, _ denominator: Double, _ first: Int, _ second: Quantity) {
        f = .ratio(numerator, denominator, "zero interaction mean square")
        (firstDegrees, secondDegrees) = (first, second)
        p =
            f.value.flatMap { f in
                second.value.map { Quantity(FDistribution.upperTail(f, Double(first), $0)) }
            } ?? .undefined("zero interaction mean square")
    }

    @ResultList var results: [ResultValue] {
        ResultValue("f", f)
        ResultValue("df1", firstDegrees)
        ResultValue("df2", secondDegrees)
        ResultValue("p", p)
    }
}

/// An estimate against its error, by t.
struct TTest: NamedResults {
    let estimate: Double
    let error: Double
    let degrees: Quantity
    let t: Quantity
    let p: Quantity
    let interval: Interval

    init(_ estimate: Double, _ error: Double, _ degrees: Quantity, _ level: ConfidenceLevel) {
        (self.estimate, self.error) = (estimate, error)
        guard error > 0, let df = degrees.value else {
            let reason = error > 0 ? degrees.reason ?? "no degrees of freedom" : "zero variance"
            (self.degrees, t, p) = (.undefined(reason), .undefined(reason), .undefined(reason))
            interval = .undefined(reason)
            return
        }
        self.degrees = degrees
        t = Quantity(estimate / error)
        p = Quantity(StudentsT.twoSidedP(estimate / error, df))
        interval = Interval(around: estimate, level.t(df) * error)
    }

    @ResultList var results: [ResultValue] {
        ResultValue("estimate", estimate)
        ResultValue("standardError", error)
        ResultValue("df", degrees)
        ResultValue("t", t)
        ResultValue("p", p)
        interval.results
    }

    /// Without estimate and test, the limits cut.
    @ResultList func limits(cutTo range: ClosedRange<Double>) -> [ResultValue] {
        ResultValue("standardError", error)
        ResultValue("df", degrees)
        interval.clamped(to: range).results
    }
}
