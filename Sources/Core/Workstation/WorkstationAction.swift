import Imaging
import Instruments
import ReaderStudies
import TerminalUI

/// Something that happened; `update` decides what follows.
public enum WorkstationAction: Sendable {
    /// A key, at a monotonic time in milliseconds.
    case key(KeyPress, atMS: Int)
    /// The mouse did something, in cells.
    case mouse(MouseInput, atMS: Int)
    /// Text was pasted.
    case pasted(String, atMS: Int)
    /// The window lost the keyboard: the reader looks elsewhere.
    case away(atMS: Int)
    /// The terminal is gone, or the program was asked to end.
    case hungUp(atMS: Int)
    /// Time has passed; asked for by `WorkstationState.tickMS`.
    case tick(atMS: Int)
    /// Until now was shown what the last frame shows; what is told next is new.
    case elapsed(atMS: Int)
    /// The screen has another size, and perhaps other capabilities.
    case resized(Size, TerminalCapabilities)
    /// The terminal was asked again what it can do.
    case asked(Size, TerminalCapabilities)
    /// The terminal is another one, or was looked up for the first time: what was chosen and seen in it.
    case knownTerminal(GraphicsMode?, PatternTestRecord)
    /// The screen has taken this theme.
    case themed(String)
    /// A choice for the terminal could not be remembered, as a sentence.
    case notRemembered(String)
    /// A frame that `view` made is on the screen; `full` when its pictures are there as a whole and
    /// were not previews. What it showed is told when the state has changed since.
    case drawn(full: Bool, SlicesInView? = nil)
    /// Of the full picture so much is sent; the rest needs so long, where that is known.
    case drawing(percent: Int, secondsLeft: Int?)
    /// The store told how much is left.
    case worklist(WorklistStatus)
    /// A read was opened, resumed or reopened.
    case opened(OpenedRead, Instrument, [SeriesToken: ImageVolume])
    /// The oldest waiting entry is durable under this number.
    case saved(Int)
    /// The view is durable under this number.
    case viewSaved(Int)
    /// The read is signed under this number.
    case signed(Int)
    /// The read was left as a draft.
    case left
    /// What an effect asked for was refused.
    case refused(WorkstationEffect, AccessRefusal)
}

/// What `update` asks the world to do; each is answered by an action.
public enum WorkstationEffect: Hashable, Sendable {
    /// Ask how much is left.
    case loadWorklist
    /// Open the next case.
    case openNext
    /// Save one change of the read.
    case record(ReadEntry)
    /// Save where the reader looks.
    case recordView(ViewState)
    /// Sign the open read.
    case sign(ViewState)
    /// Reopen the last signed read.
    case amend(reason: String)
    /// Leave the open read as a draft.
    case leave
    /// Remember a choice by hand for this terminal; `nil` forgets it.
    case rememberGraphics(GraphicsMode?)
    /// Take the theme of this name.
    case useTheme(String)
    /// Let the terminal report the mouse, or no longer.
    case useMouse(Bool)
    /// Ask the terminal again what it can do.
    case askTerminal
    /// Show drawn examples, and come back.
    case examples(ExampleGallery)
    /// Show the test pattern, and come back.
    case testPattern
    /// Draw every cell and picture again.
    case redraw
    /// End the program.
    case quit
}
