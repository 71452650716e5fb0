/// A name that stands for one thing of one kind, so that a reader is never passed where a case is meant.
public struct Identifier<Kind>: Hashable, Sendable, Codable, Comparable,
    CodingKeyRepresentable, ExpressibleByStringLiteral, CustomStringConvertible
{
    /// The text as written in the study file or drawn by the store.
    public let rawValue: String

    /// Wraps `rawValue` as it is; nothing is trimmed or folded.
    public init(_ rawValue: String) { self.rawValue = rawValue }

    /// A literal, for tests and tables.
    public init(stringLiteral value: String) { self.rawValue = value }

    /// A plain JSON string.
    public init(from decoder: any Decoder) throws {
        rawValue = try decoder.singleValueContainer().decode(String.self)
    }

    /// A plain JSON string.
    public func encode(to encoder: any Encoder) throws {
        var container = encoder.singleValueContainer()
        try container.encode(rawValue)
    }

    /// As a key of a JSON object, so that dictionaries by identifier are objects.
    public init?<T: CodingKey>(codingKey: T) { rawValue = codingKey.stringValue }

    /// As a key of a JSON object.
    public var codingKey: any CodingKey { IdentifierCodingKey(stringValue: rawValue) }

    /// Order of the Unicode scalars, the same on every machine.
    public static func < (left: Self, right: Self) -> Bool { left.rawValue < right.rawValue }

    /// The text itself.
    public var description: String { rawValue }
}

/// An identifier as the key of a JSON object.
struct IdentifierCodingKey: CodingKey {
    let stringValue: String
    var intValue: Int? { nil }

    init(stringValue: String) { self.stringValue = stringValue }
    init?(intValue: Int) { return nil }
}

/// Kinds of identifiers; none has a value.
public enum IdentifierKind {
    /// A reader study.
    public enum Study {}
    /// One person: the cluster of every interval, the unit of exposure and washout.
    public enum Participant {}
    /// One examination of a participant as read.
    public enum Case {}
    /// What a reader may see in one read.
    public enum Arm {}
    /// A person who reads.
    public enum Reader {}
    /// A reading form.
    public enum Instrument {}
    /// The smallest thing that is scored: quadrant, joint half, lung, lesion.
    public enum Site {}
    /// One question asked at a site.
    public enum Item {}
    /// An opaque name of a series in the frame cache; it tells nothing.
    public enum SeriesToken {}
}

/// Names the reader study.
public typealias StudyID = Identifier<IdentifierKind.Study>
/// Names a participant.
public typealias ParticipantID = Identifier<IdentifierKind.Participant>
/// Names a case.
public typealias CaseID = Identifier<IdentifierKind.Case>
/// Names an arm.
public typealias ArmID = Identifier<IdentifierKind.Arm>
/// Names a reader.
public typealias ReaderID = Identifier<IdentifierKind.Reader>
/// Names an instrument.
public typealias InstrumentID = Identifier<IdentifierKind.Instrument>
/// Names a site of an instrument.
public typealias SiteID = Identifier<IdentifierKind.Site>
/// Names an item of an instrument.
public typealias ItemID = Identifier<IdentifierKind.Item>
/// Names a series of the frame cache, opaquely.
public typealias SeriesToken = Identifier<IdentifierKind.SeriesToken>
