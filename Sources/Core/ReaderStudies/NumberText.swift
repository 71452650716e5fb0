/// Numbers as text, the same on every machine and in every locale: the one formatter of the program.
public enum NumberText {
    /// The shortest decimal text that reads back as exactly `value`: `12`, `0.1`, `-2.5`, `1e+21`.
    ///
    /// Plain digits between 0.000001 and 10²¹, an exponent beyond. Not-a-number and the infinities
    /// are `NaN`, `Inf` and `-Inf`.
    public static func shortest(_ value: Double) -> String {
        if value.isNaN { return "NaN" }
        if value.isInfinite { return value < 0 ? "-Inf" : "Inf" }
        if value == 0 { return "0" }
        let (digits, exponent) = significand(of: value.magnitude)
        let sign = value < 0 ? "-" : ""
        return sign + placed(digits, exponent: exponent)
    }

    /// `value` with exactly `places` decimals, halves away from zero; for screens, never for analysis.
    ///
    /// The decimal text of `value` is rounded, so that 2.675 becomes `2.68` as a person expects.
    public static func fixed(_ value: Double, places: Int) -> String {
        precondition((0...15).contains(places), "places must be 0 to 15, got \(places)")
        guard value.isFinite, value != 0 else {
            return value == 0 ? zero(places) : shortest(value)
        }
        let (digits, exponent) = significand(of: value.magnitude)
        let rounded = round(digits, keeping: exponent + 1 + places)
        let integerAndFraction = padded(rounded, places: places)
        let isZero = !integerAndFraction.contains { $0 != "0" && $0 != "." }
        return (value < 0 && !isZero ? "-" : "") + integerAndFraction
    }

    /// Decimal digits without leading or trailing zeros, and the power of ten of the first digit.
    private static func significand(of magnitude: Double) -> (digits: [UInt8], exponent: Int) {
        // The standard library's description is the shortest text that round-trips.
        let parts = magnitude.description.split(separator: "e")
        let mantissa = parts[0].split(separator: ".")
        var digits = mantissa.joined().utf8.map { $0 - 48 }
        var exponent = mantissa[0].count - 1 + (parts.count > 1 ? Int(parts[1]) ?? 0 : 0)
        while digits.count > 1, digits[0] == 0 {
            digits.removeFirst()
            exponent -= 1
        }
        while digits.count > 1, digits[digits.count - 1] == 0 { digits.removeLast() }
        return (digits, exponent)
    }

    private static func placed(_ digits: [UInt8], exponent: Int) -> String {
        let text = digits.map(String.init).joined()
        guard (-6...20).contains(exponent) else {
            let fraction = text.count > 1 ? ".\(text.dropFirst())" : ""
            return "\(text.prefix(1))\(fraction)e\(exponent < 0 ? "" : "+")\(exponent)"
        }
        if exponent < 0 { return "0." + String(repeating: "0", count: -exponent - 1) + text }
        if digits.count <= exponent + 1 {
            return text + String(repeating: "0", count: exponent + 1 - digits.count)
        }
        return "\(text.prefix(exponent + 1)).\(text.dropFirst(exponent + 1))"
    }

    /// The first `count` digits as a whole number's digits, rounded half up.
    private static func round(_ digits: [UInt8], keeping count: Int) -> [UInt8] {
        guard count >= 0 else { return [0] }
        var kept = [0] + digits.prefix(count)
        kept += [UInt8](repeating: 0, count: count + 1 - kept.count)
        guard digits.count > count, digits[count] >= 5 else { return kept }
        var place = kept.count - 1
        while kept[place] == 9 {
            kept[place] = 0
            place -= 1
        }
        kept[place] += 1
        return kept
    }

    private static func padded(_ digits: [UInt8], places: Int) -> String {
        let missing = max(0, places + 1 - digits.count)
        let all = [UInt8](repeating: 0, count: missing) + digits
        var whole = all.prefix(all.count - places).drop { $0 == 0 }
        if whole.isEmpty { whole = [0] }
        let fraction = all.suffix(places).map(String.init).joined()
        return whole.map(String.init).joined() + (places > 0 ? ".\(fraction)" : "")
    }

    private static func zero(_ places: Int) -> String {
        places == 0 ? "0" : "0." + String(repeating: "0", count: places)
    }
}
