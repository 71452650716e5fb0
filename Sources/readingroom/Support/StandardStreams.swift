import Glibc

/// Unbuffered text to the standard streams, so that results, problems and the progress bar come in order.
enum StandardStreams {
    /// Writes to standard output.
    static func output(_ text: String) { write(text, to: STDOUT_FILENO) }

    /// Writes to standard error.
    static func error(_ text: String) { write(text, to: STDERR_FILENO) }

    /// Says a line beside the output, so that a pipe carries the output alone.
    static func say(_ line: String) { error(line + "\n") }

    private static func write(_ text: String, to descriptor: Int32) {
        var rest = Array(text.utf8)[...]
        while !rest.isEmpty {
            let count = rest.withUnsafeBytes { Glibc.write(descriptor, $0.baseAddress, $0.count) }
            if count < 0 && errno == EINTR { continue }
            // A stream that nobody reads any more has no better place to say so.
            guard count > 0 else { return }
            rest = rest.dropFirst(count)
        }
    }
}
