import Glibc

extension VOIWindow {
    /// Where a modality value falls between black (0) and white (1); NaN falls on black.
    ///
    /// A width that the standard forbids acts as the nearest one that it allows (see `usableWidth`).
    ///
    /// Source: DICOM PS3.3 C.11.2.1.2, C.11.2.1.3.1 and C.11.2.1.3.2.
    public func fraction(_ value: Double) -> Double {
        guard !value.isNaN else { return 0 }
        switch function {
        case .linear: return linear(value)
        case .linearExact: return linearExact(value)
        case .sigmoid: return sigmoid(value)
        }
    }

    /// The grey of a modality value, 0 (black) to 255 (white), rounded to the nearest.
    public func grey(_ value: Double) -> UInt8 {
        UInt8(fraction(value) * 255 + 0.5)
    }

    /// The width as the standard allows it: 1 or more for LINEAR, above 0 for the others.
    ///
    /// Source: DICOM PS3.3 C.11.2.1.2.1 and C.11.2.1.3.
    public var usableWidth: Double {
        guard width.isFinite else { return 1 }
        return max(width, function == .linear ? 1 : .leastNormalMagnitude)
    }

    /// Whether centre and width are finite numbers that the standard allows.
    public var isUsable: Bool {
        center.isFinite && width.isFinite && width == usableWidth
    }

    /// Where a straight window has its middle and how far it is from black to white; `nil` for a bent one.
    var ramp: (middle: Double, span: Double)? {
        switch function {
        // PS3.3 C.11.2.1.2.1: as in `linear`.
        case .linear: (center - 0.5, usableWidth - 1)
        case .linearExact: (center, usableWidth)
        case .sigmoid: nil
        }
    }

    private func linear(_ value: Double) -> Double {
        // PS3.3 C.11.2.1.2.1: the standard subtracts half a unit from the centre and a whole one
        // from the width, deliberately: 2^n integers span a window of width 2^n.
        let span = usableWidth - 1
        let middle = center - 0.5
        if value <= middle - span / 2 { return 0 }
        if value > middle + span / 2 { return 1 }
        return (value - middle) / span + 0.5
    }

    private func linearExact(_ value: Double) -> Double {
        // PS3.3 C.11.2.1.3.2.
        if value <= center - usableWidth / 2 { return 0 }
        if value > center + usableWidth / 2 { return 1 }
        return (value - center) / usableWidth + 0.5
    }

    private func sigmoid(_ value: Double) -> Double {
        // PS3.3 C.11.2.1.3.1.
        1 / (1 + exp(-4 * (value - center) / usableWidth))
    }
}
