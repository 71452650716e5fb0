extension SampleStatistics {
    /// The window that spans two percentiles: the lower one black, the upper one white.
    public func percentileWindow(from lower: Double = 0.2, to upper: Double = 99.8) -> VOIWindow {
        let low = percentile(lower) ?? 0
        let high = percentile(upper) ?? 1
        let width = high > low ? high - low : 1
        return VOIWindow(center: low + width / 2, width: width, function: .linearExact)
    }
}
