/// How a terminal turns a sixel percentage into a level of 0...255.
public enum SixelRounding: String, Hashable, Sendable, CaseIterable {
    /// `(p * 65535 / 100) >> 8`: xterm.
    case xterm
    /// `p * 255 / 100`: foot, mlterm, WezTerm.
    case floor
    /// `(p * 255 + 50) / 100`: libsixel and its descendants.
    case round
    /// Not known: the least summed squared error over the three.
    case unknown

    /// The level that is shown for `percent`; of an unknown terminal, as `round`.
    public func level(_ percent: Int) -> Int {
        switch self {
        case .xterm: (percent * 65_535 / 100) >> 8
        case .floor: percent * 255 / 100
        case .round, .unknown: (percent * 255 + 50) / 100
        }
    }
}
