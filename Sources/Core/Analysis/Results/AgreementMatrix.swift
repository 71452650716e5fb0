/// One coefficient for every two readers (or occasions), for a heat map.
public struct AgreementMatrix: Hashable, Sendable {
    /// The published name of the coefficient: `cohen.unweighted`.
    public let name: String
    /// How it is said: `Cohen's kappa`.
    public let label: String
    /// What it is about.
    public let stratum: Stratum
    /// The readers, in the order of rows and columns.
    public let readers: [String]
    /// The coefficient by row and column, symmetric; undefined on the diagonal.
    public let values: [[Quantity]]
    /// Units that both readers rated, by row and column.
    public let units: [[Int]]
    /// The records behind it.
    public let source: EventSet

    /// A matrix; `values` and `units` are `readers` × `readers`.
    public init(
        name: String, label: String, stratum: Stratum, readers: [String], values: [[Quantity]],
        units: [[Int]], source: EventSet
    ) {
        (self.name, self.label, self.stratum, self.readers) = (name, label, stratum, readers)
        (self.values, self.units, self.source) = (values, units, source)
    }
}
