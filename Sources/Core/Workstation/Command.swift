import Imaging

/// What a key asks for; the action table gives each its keys.
public enum Command: Hashable, Sendable {
    /// Opens the next case, or resumes the draft.
    case openNext
    /// Reopens the last signed read.
    case amend
    /// Leaves the case, or the program from the worklist.
    case leave
    /// Shows the keys.
    case help
    /// Finds any action, or goes to a slice by its number.
    case palette
    /// Shows the definition of the question in focus.
    case definitions
    /// Draws everything again.
    case redraw
    /// Chooses how pictures are shown.
    case graphics
    /// Shows the test pattern of the terminal.
    case testPattern
    /// Focus on the next or the previous pane.
    case pane(Int)
    /// Image and form, image alone, form alone.
    case layout
    /// Chooses the colours of the screen.
    case themes
    /// Lets the terminal report the mouse, or no longer.
    case mouse
    /// Hides images and answers and stops the clock.
    case pause
    /// Signs the read.
    case sign
    /// Tries again to save what was refused.
    case retry
    /// Ends a mode.
    case cancel

    /// Some slices up (negative) or down.
    case slices(Int)
    /// The slice of a number, from 0.
    case slice(Int)
    /// The first slice.
    case firstSlice
    /// The last slice.
    case lastSlice
    /// Back (-1) to where the reader jumped from, or forth again (1).
    case jump(Int)
    /// The next or the previous slice with a mark or a key image.
    case mark(Int)
    /// Makes the slice a key image, or no longer one.
    case keyImage
    /// Lets the slices run, or stops them.
    case cine
    /// Lets the slices run slower or faster.
    case cineRate(Int)
    /// The next or the previous series.
    case series(Int)
    /// A window of the list; 0 is the automatic one.
    case preset(Int)
    /// A window in numbers.
    case window(VOIWindow)
    /// Shows drawn examples of the form's grades and types.
    case examples
    /// Shows all that follows from the read signed last.
    case consequences
    /// Starts changing the window by arrows.
    case windowMode
    /// Steps of the window's width.
    case width(Int)
    /// Steps of the window's level.
    case level(Int)
    /// Fine steps of the window's width.
    case fineWidth(Int)
    /// Fine steps of the window's level.
    case fineLevel(Int)
    /// Zooms in (1), out (-1), or fits the picture (0).
    case zoom(Int)
    /// One screen pixel for one image pixel.
    case oneToOne
    /// Starts moving the picture by arrows.
    case panMode
    /// Moves the picture by steps to the right and down.
    case pan(Int, Int)
    /// Window, zoom and place as the case opened.
    case reset
    /// Exchanges black and white.
    case invert
    /// Chooses how pixels are made from voxels.
    case resample
    /// Shows all panes, or the one with the focus.
    case beside
    /// Links or unlinks panes.
    case link
    /// Links panes as they stand.
    case linkAsShown
    /// Shows the series in a body plane.
    case plane(BodyPlane)
    /// Shows the slices as acquired.
    case acquired
    /// Starts tilting the plane by arrows.
    case tiltMode
    /// Tilts the plane by degrees: what is right, what is below comes nearer.
    case tilt(Int, Int)
    /// A thicker (1) or thinner (-1) slab.
    case slab(Int)
    /// The next way to show a slab.
    case projection
    /// Shows one place in all panes, or no longer.
    case crosshair
    /// Moves the crosshair by pixels to the right and down.
    case moveCrosshair(Int, Int)
    /// The next grid of panes.
    case nextGrid
    /// Exchanges the pane in focus with the next one.
    case swapPanes
    /// The next or the previous stage.
    case stage(Int)
    /// Gives the arrows back to scrolling.
    case endMode

    /// Focus on the neighbour in a direction: columns to the right, rows down.
    case focus(Int, Int)
    /// Focus on the next unanswered question.
    case nextMissing
    /// Answers that the finding is present.
    case present
    /// Answers that the finding is absent.
    case absent
    /// Opens the reasons why the image allows no answer.
    case notAssessable
    /// Answers absent wherever a finding is unanswered.
    case restAbsent
    /// Answers not assessable wherever a finding is unanswered.
    case allNotAssessable
    /// Answers a grade, or starts a number.
    case digit(Int)
    /// Opens the choices, the number or the text of the question.
    case edit
    /// Takes the answer in focus back.
    case clear
    /// Takes the last entry back.
    case undo

    /// Points at a new lesion.
    case addLesion
    /// Withdraws the lesion in focus.
    case withdrawLesion
    /// Moves the voxel cursor by columns and rows.
    case moveCursor(Int, Int)
    /// Places the mark where the voxel cursor is.
    case placeMark

    /// Starts measuring with a tool.
    case measure(MeasuringTool)
    /// Sets a point of what is being measured.
    case placePoint
    /// Closes the outline that is being drawn.
    case closeOutline
    /// Takes hold of the next or the previous point.
    case handle(Int)
    /// Chooses the next or the previous measurement of the slice.
    case measurement(Int)
    /// Lists what is measured in the case.
    case measurements
    /// Takes the last point back, or deletes what is chosen.
    case deleteDrawn
    /// Takes the last step of drawing back.
    case undoDrawn
    /// Does again what was taken back.
    case redoDrawn
    /// Sets the window to the values in a region.
    case windowOfRegion
    /// Answers the question in focus with what is measured.
    case takeValue
    /// Paints at the cross, or erases.
    case paint(erasing: Bool)
    /// Makes the brush larger or smaller.
    case brushSize(Int)
    /// Paints the whole or the affected part.
    case brushLayer
}
