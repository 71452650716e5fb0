import CBoostMath

/// The standard normal distribution.
enum NormalDistribution {
    /// The value below which `probability` lies.
    static func quantile(_ probability: Double) -> Double { boostmath_normal_quantile(probability) }

    /// The probability below `z`.
    static func lowerTail(_ z: Double) -> Double { boostmath_normal_lower(z) }

    /// The probability beyond `z` on both sides, from the upper tail so that a small one keeps its
    /// digits.
    static func twoSidedP(_ z: Double) -> Double { 2 * boostmath_normal_upper(abs(z)) }
}
