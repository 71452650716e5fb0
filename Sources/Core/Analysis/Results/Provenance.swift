import ReaderStudies

/// Where the numbers come from: data, protocol, reference, plan and program.
public struct Provenance: Hashable, Sendable {
    /// What the numbers in an `EventSet` count.
    public enum Records: String, Hashable, Sendable, CaseIterable {
        /// Events of the store.
        case storeEvents
        /// Lines of the file of reads.
        case fileLines
    }

    /// The reader study; empty where the data do not tell.
    public var study: String
    /// Its title; may be empty.
    public var title: String
    /// The version of the protocol; empty where the data do not tell.
    public var protocolVersion: String
    /// The program and its version.
    public var software: String
    /// What the data are: a store's folder, or a file.
    public var data: String
    /// SHA-256 of the data: the head of the store's chain, or of the file's bytes.
    public var dataHash: String
    /// Name and version of the reference standard; empty without one.
    public var reference: String
    /// SHA-256 of the reference; empty without one.
    public var referenceHash: String
    /// Name and version of the plan.
    public var plan: String
    /// SHA-256 of the plan's file; empty where no file was given.
    public var planHash: String
    /// Which revision of a read was taken; both are exported.
    public var revision: AnalysedRevision
    /// Why the numbers may still change; `nil` when the data are locked.
    public var interim: String?
    /// What record numbers count.
    public var records: Records
    /// The confidence level, such as 0.95.
    public var level: Double

    /// Where numbers come from.
    public init(
        study: String = "", title: String = "", protocolVersion: String = "", software: String,
        data: String, dataHash: String, reference: String = "", referenceHash: String = "",
        plan: String = "", planHash: String = "", revision: AnalysedRevision = .firstSigned,
        interim: String?, records: Records, level: Double = 0.95
    ) {
        (self.study, self.title, self.protocolVersion) = (study, title, protocolVersion)
        (self.software, self.data, self.dataHash) = (software, data, dataHash)
        (self.reference, self.referenceHash) = (reference, referenceHash)
        (self.plan, self.planHash, self.revision) = (plan, planHash, revision)
        (self.interim, self.records, self.level) = (interim, records, level)
    }
}
