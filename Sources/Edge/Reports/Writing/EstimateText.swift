import Analysis
import ReaderStudies

/// An estimate in the digits that a paper prints.
struct EstimateText {
    /// The estimate.
    let estimate: Estimate

    /// `title` with those of `parts` that it does not say already.
    static func title(_ title: String, _ parts: String...) -> String {
        parts.reduce(title) { $0.contains($1) || $1.isEmpty ? $0 : "\($0): \($1)" }
    }

    /// The number alone: `0.830`; a dash where there is none.
    var value: String { number(estimate.value) }

    /// The limits: `0.745 to 0.891`; a dash where there are none.
    var interval: String {
        guard let limits = estimate.interval?.limits else { return Self.none }
        if limits.lower.value == nil && limits.upper.value == nil { return Self.none }
        return "\(number(limits.lower)) to \(number(limits.upper))"
    }

    /// Number and limits: `0.830 (0.745 to 0.891)`.
    var withInterval: String {
        interval == Self.none ? value : "\(value) (\(interval))"
    }

    /// The counts of a proportion: `83/100`; empty for others.
    var fraction: String { estimate.fraction.map { "\($0.count)/\($0.total)" } ?? "" }

    /// The probability: `0.032`, `<0.001`; empty where nothing was tested.
    var p: String {
        guard let p = estimate.p else { return "" }
        guard let value = p.value else { return Self.none }
        return value < 0.001 ? "<0.001" : NumberText.fixed(value, places: 3)
    }

    /// Why the number, its limits or its probability are not there, each reason once.
    var reasons: [String] {
        let limits = estimate.interval?.limits
        let reasons = [estimate.value, limits?.lower, limits?.upper, estimate.p]
            .compactMap { $0?.reason }
        return reasons.enumerated().filter { !reasons[..<$0.offset].contains($0.element) }
            .map(\.element)
    }

    /// What stands where there is no number.
    static let none = "–"

    /// A confidence level: `95 %`.
    static func level(_ level: Double) -> String { "\(NumberText.shortest(level * 100)) %" }

    /// `quantity` with the digits of the scale.
    private func number(_ quantity: Quantity) -> String {
        guard let value = quantity.value else { return Self.none }
        switch estimate.scale {
        case .proportion, .area, .coefficient, .difference:
            return NumberText.fixed(value, places: 3)
        case .ratio, .statistic, .number: return Self.threeDigits(value)
        }
    }

    /// At least three significant digits, and no more decimals than they need: `12.3`, `0.0123`, `1234`.
    private static func threeDigits(_ value: Double) -> String {
        let size = abs(value)
        guard size > 0, size < 1e15 else { return NumberText.shortest(value) }
        let places = size >= 100 ? 0 : size >= 10 ? 1 : size >= 1 ? 2 : 3
        return size < 0.0005 ? NumberText.shortest(value) : NumberText.fixed(value, places: places)
    }
}
