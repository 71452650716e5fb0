/// What `verify` found.
public struct Verification: Hashable, Sendable {
    /// Number of events in the log.
    public let events: Int
    /// The hash of the last good event, in hexadecimal; 64 zeros in an empty log.
    public let head: String
    /// Number of bodies removed by a redaction.
    public let redactions: Int
    /// The first thing that is wrong; `nil` when all is well.
    public let problem: Problem?

    /// Something that should not be.
    public enum Problem: Hashable, Sendable, CustomStringConvertible {
        /// An event is not what was written.
        case event(Int, String)
        /// The file, its rules or its tables are not what the log asks for.
        case file(String)

        /// The number of the first wrong event, when it is one.
        public var eventNumber: Int? {
            if case .event(let number, _) = self { number } else { nil }
        }

        /// The sentence.
        public var description: String {
            switch self {
            case .event(let number, let what): "Event \(number) is wrong: \(what)"
            case .file(let what): what
            }
        }
    }
}
