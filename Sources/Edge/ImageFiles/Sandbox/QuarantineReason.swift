import Glibc

/// Why a file brought its decoding child down; the file is set aside and the next one goes to a new child.
public enum QuarantineReason: Error, Hashable, Sendable, CustomStringConvertible {
    /// The decoder tried something that decoding never needs.
    case forbiddenCall
    /// The decoder was ended by a signal.
    case crashed(signal: Int32)
    /// The decoder used up its processor time.
    case outOfProcessorTime(seconds: Int)
    /// The decoder gave no answer.
    case silent(seconds: Int)
    /// The decoder ended by itself in the middle of the file.
    case ended(status: Int32)
    /// The decoder answered something that does not fit the question.
    case brokeRules

    /// What happened and what to do next.
    public var description: String {
        "The decoder \(what) on this file, so the file was set aside. Leave it out or export it again."
    }

    private var what: String {
        switch self {
        case .forbiddenCall: "tried a forbidden system call"
        case .crashed(let signal): "crashed (\(String(cString: strsignal(signal))))"
        case .outOfProcessorTime(let seconds): "used more than \(seconds) s of processor time"
        case .silent(let seconds): "gave no answer within \(seconds) s"
        case .ended(let status): "ended with status \(status)"
        case .brokeRules: "gave an answer that does not fit the question"
        }
    }
}
