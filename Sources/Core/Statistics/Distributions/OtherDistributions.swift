import CBoostMath

/// The χ² distribution.
enum ChiSquared {
    /// The value below which `probability` lies.
    static func quantile(_ probability: Double, _ degrees: Double) -> Double {
        boostmath_chi_squared_quantile(probability, degrees)
    }

    /// The probability above `statistic`.
    static func upperTail(_ statistic: Double, _ degrees: Double) -> Double {
        boostmath_chi_squared_upper(max(0, statistic), degrees)
    }
}

/// The F distribution.
enum FDistribution {
    /// The value below which `probability` lies.
    static func quantile(_ probability: Double, _ first: Double, _ second: Double) -> Double {
        boostmath_f_quantile(probability, first, second)
    }

    /// The probability above `f`.
    static func upperTail(_ f: Double, _ first: Double, _ second: Double) -> Double {
        boostmath_f_upper(max(0, f), first, second)
    }

    /// The probability above `f` when the numerator has a non-central distribution.
    static func upperTail(
        _ f: Double, _ first: Double, _ second: Double, noncentrality: Double
    ) -> Double {
        boostmath_noncentral_f_upper(f, first, second, noncentrality)
    }
}

/// The beta distribution.
enum BetaDistribution {
    /// The value below which `probability` lies.
    static func quantile(_ probability: Double, _ alpha: Double, _ beta: Double) -> Double {
        boostmath_beta_quantile(probability, alpha, beta)
    }
}

/// The binomial distribution.
enum BinomialDistribution {
    /// The probability of exactly `successes` of `trials`.
    static func mass(_ successes: Int, of trials: Int, _ probability: Double) -> Double {
        boostmath_binomial_mass(Double(successes), Double(trials), probability)
    }

    /// The probability of at most `successes` of `trials`.
    static func lowerTail(_ successes: Int, of trials: Int, _ probability: Double) -> Double {
        boostmath_binomial_lower(Double(successes), Double(trials), probability)
    }
}
