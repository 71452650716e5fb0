/// Numbers as an author or reader would write them, for messages.
enum NumberText {
    /// At most six decimals, without trailing zeros: `5`, `0.5`, `-12.25`.
    static func plain(_ number: Double) -> String {
        guard number.magnitude < 1e12 else { return "\(number)" }
        let millionths = Int((number.magnitude * 1e6).rounded())
        let sign = number < 0 && millionths > 0 ? "-" : ""
        let fraction = millionths % 1_000_000
        guard fraction > 0 else { return "\(sign)\(millionths / 1_000_000)" }
        var digits = String(fraction + 1_000_000).dropFirst()
        while digits.hasSuffix("0") { digits = digits.dropLast() }
        return "\(sign)\(millionths / 1_000_000).\(digits)"
    }
}
