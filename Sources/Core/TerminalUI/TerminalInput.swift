/// What the bytes of a terminal mean.
public enum TerminalInput: Hashable, Sendable {
    /// A key.
    case key(KeyPress)
    /// The mouse.
    case mouse(MouseInput)
    /// Pasted text between the brackets of mode 2004; not safe yet, see `SafeText`.
    case paste(String)
    /// The window got or lost the keyboard.
    case focus(Bool)
    /// An answer of the terminal; never a key.
    case reply(TerminalReply)
}

/// An answer of the terminal to a query, or something that only a terminal sends.
public enum TerminalReply: Hashable, Sendable {
    /// DA1: `CSI ? 62 ; 4 c`.
    case primaryAttributes([Int])
    /// XTVERSION: `DCS > | name ST`.
    case version(String)
    /// Kitty graphics: `APC G i=31;OK ST`.
    case kittyGraphics(String)
    /// XTSMGRAPHICS: `CSI ? item ; status ; values S`; status 0 is success.
    case graphicsAttribute(item: Int, status: Int, values: [Int])
    /// `CSI kind ; height ; width t`: kind 4 the text area and 6 a cell, in pixels; 8 the text
    /// area in cells.
    case windowReport(kind: Int, height: Int, width: Int)
    /// DECRPM: `CSI ? mode ; state $ y`; states 1 and 2 mean that the mode is known.
    case mode(Int, state: Int)
    /// Kitty keyboard protocol: `CSI ? flags u`.
    case keyboardFlags(Int)
    /// DECRQSS of the graphic rendition: `DCS 1 $ r 48:2::1:2:3 m ST`.
    case rendition(String)
    /// DSR: `CSI 0 n`, sent when all before it has been parsed.
    case status(Int)
    /// CPR: `CSI row ; column R`, from 1.
    case cursor(column: Int, row: Int)
    /// OSC, such as a colour: the text between the introducer and the end.
    case command(String)
    /// Any other answer.
    case other
}
