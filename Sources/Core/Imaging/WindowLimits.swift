/// How far and in which steps a reader can move a window over given values.
public struct WindowLimits: Hashable, Sendable {
    /// The least and greatest modality value.
    public let values: ClosedRange<Double>
    /// Widths that a study allows; any when `nil`.
    public var widths: ClosedRange<Double>?
    /// Centres that a study allows; any when `nil`.
    public var centers: ClosedRange<Double>?

    /// Limits for modality values; without values, for 0...1.
    public init(_ statistics: SampleStatistics) {
        values = (statistics.minimum ?? 0)...(statistics.maximum ?? 1)
    }

    /// Limits for a range of modality values.
    public init(values: ClosedRange<Double>) { self.values = values }

    /// A step of centre or width that can be seen: a fiftieth of the width, a whole number from 1 on.
    public func step(_ window: VOIWindow) -> Double {
        let step = window.usableWidth / 50
        return step >= 1 ? step.rounded() : (window.function == .linear ? 1 : step)
    }

    /// A tenth of a step, a whole number where the standard wants one.
    public func fineStep(_ window: VOIWindow) -> Double {
        let fine = step(window) / 10
        return window.function == .linear ? max(1, fine.rounded()) : fine
    }

    /// The window, or the nearest one that the study allows.
    public func allowed(_ window: VOIWindow) -> VOIWindow {
        var allowed = window
        if let widths, !widths.contains(window.usableWidth) {
            allowed.width = min(max(window.usableWidth, widths.lowerBound), widths.upperBound)
        }
        if let centers {
            allowed.center = min(max(window.center, centers.lowerBound), centers.upperBound)
        }
        return allowed
    }

    /// The window moved and widened, its centre kept among the values and its width between the least useful
    /// one and twice their range, both where the study allows them.
    public func moved(_ window: VOIWindow, center: Double = 0, width: Double = 0) -> VOIWindow {
        let range = max(values.upperBound - values.lowerBound, .leastNormalMagnitude)
        let narrowest = window.function == .linear ? 1 : range / 10_000
        let widest = max(2 * range, narrowest)
        var moved = window
        moved.center = min(max(window.center + center, values.lowerBound), values.upperBound)
        moved.width = min(max(window.usableWidth + width, narrowest), widest)
        return allowed(moved)
    }
}
