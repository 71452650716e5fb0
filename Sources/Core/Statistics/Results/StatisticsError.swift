/// Why a method cannot start on these data.
public enum StatisticsError: Error, Hashable, Sendable, CustomStringConvertible {
    /// A confidence level is not between 0 and 1.
    case levelOutOfRange(Double)
    /// A count is below 0.
    case negativeCount(name: String, Int)
    /// A proportion is not between 0 and 1.
    case proportionOutOfRange(name: String, Double)
    /// Two columns that belong together differ in length.
    case unequalLengths(first: String, Int, second: String, Int)
    /// There are no data at all.
    case noData(what: String)
    /// A parameter has no usable value.
    case badParameter(name: String, sentence: String)
    /// The design of the study does not allow the method.
    case unsuitableDesign(String)
    /// Iteration did not come to an end.
    case didNotConverge(method: String, iterations: Int)
    /// A matrix has no inverse.
    case singular(method: String, reason: String)
    /// LAPACK is not there.
    case lapackMissing

    /// What is wrong, where, and what to do.
    public var description: String {
        switch self {
        case .levelOutOfRange(let level):
            "The level \(level) is not between 0 and 1. Write 0.95 for 95 % intervals."
        case .negativeCount(let name, let count):
            "The count \(name) is \(count). Counts begin at 0."
        case .proportionOutOfRange(let name, let value):
            "The proportion \(name) is \(value). Write it as a fraction between 0 and 1."
        case .unequalLengths(let first, let firstCount, let second, let secondCount):
            "There are \(firstCount) values of \(first) and \(secondCount) of \(second). "
                + "Give one of each for every row."
        case .noData(let what): "There are no \(what). Give at least one."
        case .badParameter(let name, let sentence):
            "The parameter \(name) cannot be used: \(sentence)"
        case .unsuitableDesign(let sentence): sentence
        case .didNotConverge(let method, let iterations):
            "\(method) did not converge in \(iterations) iterations. Use fewer covariates, or "
                + "independence as the correlation."
        case .singular(let method, let reason):
            "\(method) has no unique solution: \(reason)"
        case .lapackMissing:
            "LAPACK (liblapack.so.3) cannot be loaded. Install the package liblapack3."
        }
    }
}
