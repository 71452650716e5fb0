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
}

/// Bytes for standard output.
enum StandardOutput {
    /// Writes all bytes.
    ///
    /// - Throws: `Refusal` when the receiver takes no more.
    static func write(_ bytes: [UInt8]) throws {
        var rest = bytes[...]
        while !rest.isEmpty {
            let count = rest.withUnsafeBytes {
                Glibc.write(STDOUT_FILENO, $0.baseAddress, $0.count)
            }
            if count > 0 { rest = rest.dropFirst(count) }
            if count < 0, errno != EINTR {
                throw Refusal("The picture was not written: \(String(cString: strerror(errno))).")
            }
        }
    }
}
