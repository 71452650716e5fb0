/// What a picture is looked at through: a window or the file's own table.
public enum VOI: Hashable, Sendable {
    /// A window.
    case window(VOIWindow)
    /// A VOI lookup table.
    case table(LookupTable)

    /// The grey of a modality value, 0 (black) to 255 (white).
    public func grey(_ value: Double) -> UInt8 {
        switch self {
        case .window(let window): window.grey(value)
        case .table(let table): table.grey(value)
        }
    }

    /// The grey of a modality value in 16 bits, 0 (black) to 65,535 (white).
    public func deepGrey(_ value: Double) -> UInt16 {
        switch self {
        case .window(let window): UInt16(window.fraction(value) * 65_535 + 0.5)
        case .table(let table): table.deepGrey(value)
        }
    }

    /// The window, unless this is a table.
    public var window: VOIWindow? {
        if case .window(let window) = self { window } else { nil }
    }
}
