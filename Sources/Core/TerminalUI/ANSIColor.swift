/// One of the 16 colours that nearly every terminal has, with values of its own.
public enum ANSIColor: String, Hashable, Sendable, CaseIterable {
    /// Colours 0...7.
    case black, red, green, yellow, blue, magenta, cyan, white
    /// Colour 8: grey.
    case brightBlack = "bright black"
    /// Colour 9.
    case brightRed = "bright red"
    /// Colour 10.
    case brightGreen = "bright green"
    /// Colour 11.
    case brightYellow = "bright yellow"
    /// Colour 12.
    case brightBlue = "bright blue"
    /// Colour 13.
    case brightMagenta = "bright magenta"
    /// Colour 14.
    case brightCyan = "bright cyan"
    /// Colour 15.
    case brightWhite = "bright white"

    /// The number of the colour, 0...15.
    public var number: Int { Self.allCases.firstIndex(of: self) ?? 0 }
}
