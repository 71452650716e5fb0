/// The version of an instrument: `major.minor.patch`.
///
/// Major when the questions or their meaning change, minor when something optional is added, patch
/// when only words are corrected.
public struct SemanticVersion: Hashable, Sendable, Comparable, CustomStringConvertible {
    /// Counts changes of meaning.
    public let major: Int
    /// Counts optional additions since the last major version.
    public let minor: Int
    /// Counts corrections of words since the last minor version.
    public let patch: Int

    /// The version `major.minor.patch`; each is 0 or more.
    public init(major: Int, minor: Int, patch: Int) {
        precondition(
            min(major, minor, patch) >= 0, "versions count from 0, got \(major).\(minor).\(patch)")
        self.major = major
        self.minor = minor
        self.patch = patch
    }

    /// Reads `1.0.0`; `nil` for anything else, also for `1.0`, `v1.0.0` and `01.0.0`.
    public init?(_ text: String) {
        let parts = text.split(separator: ".", omittingEmptySubsequences: false)
        guard parts.count == 3 else { return nil }
        let numbers = parts.compactMap(Self.number)
        guard numbers.count == 3 else { return nil }
        self.init(major: numbers[0], minor: numbers[1], patch: numbers[2])
    }

    private static func number(_ part: Substring) -> Int? {
        let digits = part.utf8.allSatisfy { (48...57).contains($0) }
        guard digits, part == "0" || !part.hasPrefix("0") else { return nil }
        return Int(part)
    }

    /// `1.0.0`.
    public var description: String { "\(major).\(minor).\(patch)" }

    /// By major, then minor, then patch.
    public static func < (left: Self, right: Self) -> Bool {
        (left.major, left.minor, left.patch) < (right.major, right.minor, right.patch)
    }
}
