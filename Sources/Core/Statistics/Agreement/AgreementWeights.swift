/// How much two categories agree, by their places in the list of categories.
public enum AgreementWeights: String, Hashable, Sendable, CaseIterable {
    /// 1 for the same category, else 0.
    case unweighted
    /// 1 − |i − j| / (k − 1).
    case linear
    /// 1 − (i − j)² / (k − 1)².
    case quadratic

    /// The weight of places `first` and `second` among `count` categories.
    public func weight(_ first: Int, _ second: Int, of count: Int) -> Double {
        if first == second { return 1 }
        let distance = Double(abs(first - second)) / Double(count - 1)
        return switch self {
        case .unweighted: 0
        case .linear: 1 - distance
        case .quadratic: 1 - distance * distance
        }
    }

    /// The matrix of all weights, row-major.
    func matrix(_ count: Int) -> [Double] {
        (0..<count).flatMap { row in (0..<count).map { weight(row, $0, of: count) } }
    }
}
