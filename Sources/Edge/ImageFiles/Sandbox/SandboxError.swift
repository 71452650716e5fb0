/// Why no file can be decoded at all; what is wrong lies in the computer, not in a file.
public enum SandboxError: Error, Hashable, Sendable, CustomStringConvertible {
    /// The decoding child could not be started.
    case noChild(program: String, cause: String)
    /// The kernel cannot filter the child's system calls.
    case noFilter(cause: String)
    /// There is no memory to share with the child.
    case noMemory(cause: String)

    /// What happened and what to do next.
    public var description: String {
        switch self {
        case .noChild(let program, let cause):
            "The decoding process \(program) did not start: \(cause). "
                + "Run Scripts/install-dependencies and try again."
        case .noFilter(let cause):
            "This kernel cannot filter system calls (\(cause)), so a hostile file could do harm. "
                + "Import on another machine, or add --unsafe-import if you trust every file."
        case .noMemory(let cause):
            "There is no memory for decoding: \(cause). Close other programs and try again."
        }
    }
}
