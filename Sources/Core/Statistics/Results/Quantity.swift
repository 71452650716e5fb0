/// A number, or the reason why the data give none.
public enum Quantity: Hashable, Sendable {
    /// A finite number.
    case value(Double)
    /// There is no number; the reason is a short phrase such as "no discordant pairs".
    case undefined(String)

    /// `number` where it is finite, else undefined for `reason`.
    public init(_ number: Double, otherwise reason: String = "the result is not a finite number") {
        self = number.isFinite ? .value(number) : .undefined(reason)
    }

    /// The number; `nil` where there is none.
    public var value: Double? {
        if case .value(let number) = self { number } else { nil }
    }

    /// Why there is no number; `nil` where there is one.
    public var reason: String? {
        if case .undefined(let reason) = self { reason } else { nil }
    }

    /// The number after `transform`; a reason stays as it is.
    public func map(_ transform: (Double) -> Double) -> Quantity {
        switch self {
        case .value(let number): Quantity(transform(number))
        case .undefined: self
        }
    }

    /// `numerator` / `denominator`, undefined for `reason` where the denominator is 0.
    static func ratio(_ numerator: Double, _ denominator: Double, _ reason: String) -> Quantity {
        denominator == 0 ? .undefined(reason) : Quantity(numerator / denominator, otherwise: reason)
    }
}
