import Glibc

/// The program that a decoding child runs.
public struct DecoderProgram: Hashable, Sendable {
    /// The executable's path.
    public let path: String
    /// Its arguments, without its name.
    public let arguments: [String]

    /// A program.
    public init(path: String, arguments: [String]) {
        self.path = path
        self.arguments = arguments
    }

    /// This program itself, run again as a decoding child.
    public static let current = DecoderProgram(
        path: "/proc/self/exe", arguments: ["decode-child"])

    /// What the child sees of the environment: where libraries are, and nothing else.
    static var environment: [String] {
        let kept = getenv("LD_LIBRARY_PATH").map { ["LD_LIBRARY_PATH=" + String(cString: $0)] }
        return (kept ?? []) + ["LC_ALL=C", "SWIFT_BACKTRACE=enable=no"]
    }
}

/// Bounds on one file and on the whole machinery.
public struct DecoderPolicy: Hashable, Sendable {
    /// Children that decode side by side, 1 or more.
    public var children: Int
    /// Processor seconds that one request may take.
    public var processorSeconds: Int
    /// Seconds after which a child that has not answered is ended.
    public var waitSeconds: Int
    /// Go on where the kernel cannot filter system calls.
    public var allowsUnfiltered: Bool

    /// Bounds; two children, 20 s of processor time and 60 s in all for each request.
    public init(
        children: Int = 2, processorSeconds: Int = 20, waitSeconds: Int = 60,
        allowsUnfiltered: Bool = false
    ) {
        precondition(children > 0, "\(children) children")
        self.children = children
        self.processorSeconds = processorSeconds
        self.waitSeconds = waitSeconds
        self.allowsUnfiltered = allowsUnfiltered
    }
}
