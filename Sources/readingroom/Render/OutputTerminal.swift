import CUnix
import Glibc
import TerminalGraphics

/// The terminal that standard output goes to.
struct OutputTerminal {
    /// Columns of cells.
    let columns: Int
    /// Rows of cells.
    let rows: Int
    /// A cell; `nil` when the terminal does not tell.
    let cell: CellSize?

    /// `nil` when standard output is no terminal, or one without a size.
    init?() {
        var window = cunix_window()
        guard isatty(STDOUT_FILENO) == 1, cunix_window(STDOUT_FILENO, &window) == 0,
            window.columns > 0, window.rows > 0
        else { return nil }
        columns = Int(window.columns)
        rows = Int(window.rows)
        let (width, height) = (Int(window.width_px) / columns, Int(window.height_px) / rows)
        cell = width > 0 && height > 0 ? CellSize(width: width, height: height) : nil
    }

    /// A terminal of a known size.
    init(columns: Int, rows: Int, cell: CellSize?) {
        self.columns = columns
        self.rows = rows
        self.cell = cell
    }

    /// Pixels of all rows but the one of the prompt; `nil` when the terminal does not tell.
    var pixels: RenderSize? {
        cell.map {
            RenderSize(width: columns * $0.width, height: max(1, rows - 1) * $0.height)
        }
    }

    /// Refuses a size that does not fit.
    ///
    /// - Returns: A remark on a picture that some terminals do not draw.
    func check(_ size: RenderSize, _ graphics: RenderGraphics) throws -> String? {
        let room = graphics.hasPixels ? pixels : RenderSize(width: columns, height: rows)
        if let room, size.width > room.width || size.height > room.height {
            let unit = graphics.hasPixels ? "pixels" : "cells"
            throw Refusal(
                """
                The terminal has room for \(room.width) × \(room.height) \(unit), the picture has \
                \(size.width) × \(size.height). Choose --size \(room.width)x\(room.height) or less, or \
                enlarge the terminal.
                """)
        }
        guard graphics == .sixel, max(size.width, size.height) > 1000 else { return nil }
        return "xterm draws no sixel picture above 1000 × 1000 pixels; maxGraphicSize allows more."
    }
}

/// Bytes for standard output.
enum StandardOutput {
    /// Writes all bytes.
    ///
    /// - Throws: `Refusal` when the receiver takes no more.
    static func write(_ bytes: [UInt8]) throws {
        // A receiver that is gone is told like any other failure, not by a signal.
        signal(SIGPIPE, SIG_IGN)
        var rest = bytes[...]
        while !rest.isEmpty {
            let count = rest.withUnsafeBytes {
                Glibc.write(STDOUT_FILENO, $0.baseAddress, $0.count)
            }
            if count > 0 { rest = rest.dropFirst(count) }
            if count < 0 { try wait(errno) }
        }
    }

    /// Waits for a receiver that is only slow.
    private static func wait(_ code: Int32) throws {
        switch code {
        case EINTR: return
        case EAGAIN:
            var ready = pollfd(fd: STDOUT_FILENO, events: Int16(POLLOUT), revents: 0)
            poll(&ready, 1, -1)
        case EPIPE:
            throw Refusal(
                "The picture was not written in full: what reads the output has ended. Run it again."
            )
        default:
            throw Refusal(
                "The picture was not written in full: \(String(cString: strerror(code))).")
        }
    }
}
