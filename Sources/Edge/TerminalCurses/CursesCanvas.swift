import CNcurses
import CUnix
import Glibc
import TerminalUI

/// ncurses as a function from cells to bytes: it draws into memory, and others write.
///
/// ncurses never sees the terminal itself. So its bytes and the pictures' reach the terminal as
/// one frame through one writer, and it can neither read keys nor leave bytes half written.
final class CursesCanvas {
    private struct CanvasCell: Hashable {
        var cell: Cell
        /// Whether the cell belongs to a picture: ncurses holds a blank there that it never
        /// clears with others.
        var isOwned: Bool
    }

    private let memory: Int32
    private let file: UnsafeMutablePointer<FILE>
    private let screen: OpaquePointer
    private let window: UnsafeMutablePointer<WINDOW>
    private var inks: CursesInks
    private let unicode: Bool
    private var drawn: [[CanvasCell]] = []

    /// Colours that ncurses can show of those that the terminal keeps.
    var depth: ColorDepth { inks.depth }

    /// A canvas for a terminal of the database.
    /// - Throws: `ScreenError.unknownTerminal` when ncurses does not know `term`.
    init(
        term: String, size: Size, theme: Theme, capabilities: TerminalCapabilities
    ) throws(ScreenError) {
        memory = cunix_memory_file()
        guard memory >= 0, let file = fdopen(memory, "r+") else {
            throw .lost("there is no memory for the screen")
        }
        guard let screen = newterm(term, file, file), let window = newwin(0, 0, 0, 0) else {
            fclose(file)
            throw .unknownTerminal(term)
        }
        self.file = file
        self.screen = screen
        self.window = window
        unicode = capabilities.unicode
        inks = CursesInks(theme: theme, capabilities: capabilities)
        prepare()
        resize(size)
    }

    /// The bytes that enter the terminal's other screen, now or again after `leave`.
    func enter() -> [UInt8] {
        forget()
        update()
        // ncurses sets a scrolling region as high as the database says, not as the window is.
        return takeBytes() + TerminalBytes.save + TerminalBytes.wholeWindow + TerminalBytes.restore
    }

    /// The bytes that show a frame; the cells of its pictures that no popup covers are left blank.
    func draw(_ frame: Frame) -> [UInt8] {
        let rows = canvasRows(frame)
        leaveok(window, true)
        for (row, cells) in rows.enumerated() where row >= drawn.count || drawn[row] != cells {
            draw(cells, row: row)
            // Row by row: ncurses scrolls lines that it finds again elsewhere, whatever idlok says, and
            // pictures would move along. It never scrolls for one row.
            update()
        }
        drawn = rows
        leaveok(window, false)
        placeCursor(frame.cursor)
        update()
        return takeBytes()
    }

    /// Makes the next frame clear the terminal and draw every cell.
    func forget() {
        drawn = []
        clearok(window, true)
    }

    /// Takes another theme; all is drawn again.
    func use(_ theme: Theme, _ capabilities: TerminalCapabilities) {
        inks = CursesInks(theme: theme, capabilities: capabilities)
        inks.setBackground(of: window)
        werase(window)
        forget()
    }

    /// A new number of columns and rows; all is drawn again.
    func resize(_ size: Size) {
        let columns = Int32(max(1, size.width))
        let rows = Int32(max(1, size.height))
        resize_term(rows, columns)
        wresize(window, rows, columns)
        werase(window)
        forget()
    }

    /// The bytes that leave the terminal's other screen.
    func leave() -> [UInt8] {
        endwin()
        return takeBytes()
    }

    deinit {
        delwin(window)
        delscreen(screen)
        fclose(file)
    }

    private func update() {
        wnoutrefresh(window)
        doupdate()
    }

    private func prepare() {
        // Otherwise an update stops when ncurses believes that a key waits.
        typeahead(-1)
        // Inserted or deleted cells and lines would move pictures.
        idcok(window, false)
        idlok(window, false)
        scrollok(window, false)
        inks.setBackground(of: window)
    }

    private func canvasRows(_ frame: Frame) -> [[CanvasCell]] {
        let grid = unicode ? frame.grid : frame.grid.asciiTwin
        var rows = (0..<grid.size.height).map { row in
            (0..<grid.size.width).map { CanvasCell(cell: grid[$0, row], isOwned: false) }
        }
        let owned = frame.pictures.flatMap {
            $0.area.intersection(grid.size.bounds).subtracting(frame.popups)
        }
        for area in owned {
            for row in area.y..<area.maxY {
                for column in area.x..<area.maxX { rows[row][column].isOwned = true }
            }
        }
        return rows
    }

    private func draw(_ cells: [CanvasCell], row: Int) {
        for (column, canvasCell) in cells.enumerated() {
            if canvasCell.isOwned {
                put([0x20], row, column, inks.owned)
            } else if let character = canvasCell.cell.character {
                put(character, row, column, inks.ink(of: canvasCell.cell))
            }
        }
    }

    /// A character, or twins over the same cells where ncurses and we differ on its width.
    private func put(_ character: Character, _ row: Int, _ column: Int, _ ink: CursesInk) {
        let width = DisplayWidth.of(character)
        let first = character.unicodeScalars.first?.value ?? 0x20
        if cunix_character_width(first) == Int32(width) {
            let text = character.unicodeScalars.map { wchar_t(bitPattern: $0.value) }
            return put(text, row, column, ink)
        }
        let twin = wchar_t(ASCIITwin.of(character).asciiValue ?? 0x3F)
        for cell in 0..<width { put([twin], row, column + cell, ink) }
    }

    private func put(_ text: [wchar_t], _ row: Int, _ column: Int, _ ink: CursesInk) {
        _ = (text + [0]).withUnsafeBufferPointer {
            cncurses_put(
                window, Int32(row), Int32(column), $0.baseAddress, ink.attributes, ink.pair)
        }
    }

    private func placeCursor(_ cursor: (column: Int, row: Int)?) {
        curs_set(cursor == nil ? 0 : 1)
        wmove(window, Int32(cursor?.row ?? 0), Int32(cursor?.column ?? 0))
    }

    /// What ncurses has written since the last time.
    private func takeBytes() -> [UInt8] {
        fflush(file)
        let count = Int(lseek(memory, 0, SEEK_END))
        guard count > 0 else { return [] }
        var bytes = [UInt8](repeating: 0, count: count)
        let got = pread(memory, &bytes, count, 0)
        ftruncate(memory, 0)
        lseek(memory, 0, SEEK_SET)
        return Array(bytes.prefix(max(0, got)))
    }
}
