/// Where a continuous function crosses zero.
enum RootFinding {
    /// A root of `function` between `lower` and `upper`, by bisection down to neighbouring numbers.
    ///
    /// The signs at the two ends must differ; else the end with the smaller value is returned.
    static func bisect(
        _ lower: Double, _ upper: Double, _ function: (Double) -> Double
    ) -> Double {
        var (low, high) = (lower, upper)
        let lowValue = function(low)
        if lowValue == 0 { return low }
        let highValue = function(high)
        if highValue == 0 { return high }
        if (lowValue < 0) == (highValue < 0) { return abs(lowValue) < abs(highValue) ? low : high }
        for _ in 0..<200 {
            let middle = low + (high - low) / 2
            if middle <= low || middle >= high { break }
            if (function(middle) < 0) == (lowValue < 0) { low = middle } else { high = middle }
        }
        return low + (high - low) / 2
    }
}
