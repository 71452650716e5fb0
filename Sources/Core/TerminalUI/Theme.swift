/// The look of every role; a theme sets roles, never places.
public struct Theme: Hashable, Sendable {
    /// The name by which it is chosen, such as `dark-room`.
    public let id: String
    /// The name for people.
    public let title: String
    /// Behind all text.
    public let background: ThemeColor
    /// Around pictures: black or 20 % grey, the same for all arms of a study.
    public let surround: RGB
    private let styles: [Role: RoleStyle]

    /// A theme; roles without a style look like `text`.
    public init(
        id: String, title: String, background: ThemeColor, surround: RGB,
        styles: [Role: RoleStyle]
    ) {
        self.id = id
        self.title = title
        self.background = background
        self.surround = surround
        self.styles = styles
    }

    /// The style of a role.
    public func style(of role: Role) -> RoleStyle {
        styles[role] ?? styles[.text]
            ?? RoleStyle(color: ThemeColor(RGB(0xC0, 0xC0, 0xC0), sixteen: .white))
    }

    /// How a cell looks in a terminal with so many colours.
    public func look(of cell: Cell, depth: ColorDepth) -> CellLook {
        let style = style(of: cell.role)
        var attributes = depth == .none ? style.plain : style.attributes
        if cell.bold { attributes.insert(.bold) }
        // Focus on a role that is reversed already would look like no focus.
        if cell.reversed { attributes.formSymmetricDifference(.reversed) }
        return CellLook(
            foreground: style.color.color(depth), background: background.color(depth),
            attributes: attributes)
    }
}

/// A colour of a theme, as terminals with many and with 16 colours show it.
public struct ThemeColor: Hashable, Sendable {
    /// The colour where 256 or more can be shown.
    public let rgb: RGB
    /// The colour where only 16 can.
    public let sixteen: ANSIColor

    /// A colour.
    public init(_ rgb: RGB, sixteen: ANSIColor) {
        self.rgb = rgb
        self.sixteen = sixteen
    }

    /// What to tell a terminal with so many colours.
    public func color(_ depth: ColorDepth) -> TerminalColor {
        switch depth {
        case .none: .standard
        case .sixteen: .palette(sixteen.number)
        case .palette256: .palette(rgb.nearestPaletteEntry)
        case .truecolor: .rgb(rgb)
        }
    }
}

/// The look of one role.
public struct RoleStyle: Hashable, Sendable {
    /// The colour of the characters.
    public let color: ThemeColor
    /// Attributes beside the colour.
    public let attributes: TextAttributes
    /// Attributes where there is no colour.
    public let plain: TextAttributes

    /// A style.
    public init(
        color: ThemeColor, attributes: TextAttributes = [], plain: TextAttributes = []
    ) {
        self.color = color
        self.attributes = attributes
        self.plain = plain
    }
}

/// Attributes of text that every terminal can show.
public struct TextAttributes: OptionSet, Hashable, Sendable {
    /// The bits.
    public let rawValue: UInt8
    /// From bits.
    public init(rawValue: UInt8) { self.rawValue = rawValue }
    /// Heavier, or brighter.
    public static let bold = TextAttributes(rawValue: 1)
    /// Underlined.
    public static let underlined = TextAttributes(rawValue: 2)
    /// Foreground and background exchanged.
    public static let reversed = TextAttributes(rawValue: 4)
}

/// A colour as a terminal is told it.
public enum TerminalColor: Hashable, Sendable {
    /// The terminal's own.
    case standard
    /// An entry of the palette, 0...255.
    case palette(Int)
    /// Exact.
    case rgb(RGB)
}

/// How one cell looks.
public struct CellLook: Hashable, Sendable {
    /// The colour of the character.
    public var foreground: TerminalColor
    /// The colour behind it.
    public var background: TerminalColor
    /// Attributes.
    public var attributes: TextAttributes

    /// A look.
    public init(
        foreground: TerminalColor, background: TerminalColor, attributes: TextAttributes
    ) {
        self.foreground = foreground
        self.background = background
        self.attributes = attributes
    }
}
