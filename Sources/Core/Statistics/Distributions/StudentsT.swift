import CBoostMath

/// Student's t distribution.
enum StudentsT {
    /// The value below which `probability` lies with `degrees` of freedom.
    static func quantile(_ probability: Double, _ degrees: Double) -> Double {
        boostmath_t_quantile(probability, degrees)
    }

    /// The probability beyond `t` on both sides.
    static func twoSidedP(_ t: Double, _ degrees: Double) -> Double {
        2 * boostmath_t_upper(abs(t), degrees)
    }

    /// The value below which `probability` of the non-central distribution lies.
    static func quantile(
        _ probability: Double, _ degrees: Double, noncentrality: Double
    ) -> Double {
        boostmath_noncentral_t_quantile(probability, degrees, noncentrality)
    }
}
