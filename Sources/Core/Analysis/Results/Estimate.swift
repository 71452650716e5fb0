/// How a number is to be read and drawn.
public enum MeasureScale: Hashable, Sendable {
    /// From 0 to 1: sensitivity, agreement.
    case proportion
    /// From 0 to 1, chance at one half: the area under a curve.
    case area
    /// At most 1, 0 is chance: kappa, intraclass correlation.
    case coefficient
    /// Of two proportions or areas; no difference is 0.
    case difference
    /// No difference is 1; drawn on a logarithmic axis.
    case ratio
    /// A test statistic.
    case statistic
    /// A measured number with its unit.
    case number(unit: String)
}

/// A count of a total, as a paper prints it: 83/100.
public struct Fraction: Hashable, Sendable {
    /// How many.
    public let count: Int
    /// Of how many.
    public let total: Int

    /// `count` of `total`.
    public init(_ count: Int, of total: Int) { (self.count, self.total) = (count, total) }
}

/// An interval and the method that gave it.
public struct NamedInterval: Hashable, Sendable {
    /// The method: `Wilson`, `GEE`, `DeLong`.
    public let method: String
    /// The limits, or why there are none.
    public let limits: Interval

    /// An interval by `method`.
    public init(_ method: String, _ limits: Interval) {
        (self.method, self.limits) = (method, limits)
    }
}

/// One number with all that a paper needs to print it.
public struct Estimate: Hashable, Sendable {
    /// Its published name, dotted, lower camel case: `sensitivity`, `difference.sensitivity`.
    public let name: String
    /// How it is said: `Sensitivity`.
    public let label: String
    /// What it is about.
    public let stratum: Stratum
    /// How it is to be read.
    public let scale: MeasureScale
    /// The number, or why there is none.
    public let value: Quantity
    /// The counts behind a proportion; `nil` for other numbers.
    public let fraction: Fraction?
    /// Units that went into it.
    public let units: Int
    /// Clusters (participants) that the units belong to.
    public let clusters: Int
    /// The interval that the report prints; `nil` where the method gives none.
    public let interval: NamedInterval?
    /// Other intervals of the same number.
    public let alternatives: [NamedInterval]
    /// The two-sided probability under no difference; `nil` where nothing is tested.
    public let p: Quantity?
    /// The method: `ratio of counts`, `GEE, independence`.
    public let method: String
    /// What belongs to this number alone.
    public let remarks: [Remark]
    /// The records behind it.
    public let source: EventSet

    /// An estimate.
    public init(
        name: String, label: String, stratum: Stratum, scale: MeasureScale, value: Quantity,
        fraction: Fraction? = nil, units: Int, clusters: Int, interval: NamedInterval? = nil,
        alternatives: [NamedInterval] = [], p: Quantity? = nil, method: String,
        remarks: [Remark] = [], source: EventSet
    ) {
        (self.name, self.label, self.stratum, self.scale) = (name, label, stratum, scale)
        (self.value, self.fraction, self.units, self.clusters) = (value, fraction, units, clusters)
        (self.interval, self.alternatives, self.p) = (interval, alternatives, p)
        (self.method, self.remarks, self.source) = (method, remarks, source)
    }
}
