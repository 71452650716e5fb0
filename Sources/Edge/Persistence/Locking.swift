import GRDB
import ReaderStudies

/// Decides whether a study can be locked, and freezes what it holds in one digest.
///
/// The digest is SHA-256 of lines, each ended by a line feed: the study file's digest, the digest of every
/// signature in the order of signing, and the digest of the frozen reference where there is one.
struct Locking {
    let db: Database

    /// The lock of everything that is signed.
    ///
    /// - Throws: `StoreError.refused` with all that is open.
    func locked() throws -> StudyLocked {
        let queries = StoreQueries(db: db)
        guard let study = try queries.study() else {
            throw StoreError.noStudy
        }
        let conduct = try queries.conduct()
        let open = try problems(study, conduct)
        guard open.isEmpty else {
            throw StoreError.refused(
                (["The study cannot be locked."] + open).joined(separator: "\n"))
        }
        let signatures = try String.fetchAll(
            db, sql: "SELECT payloadDigest FROM signature ORDER BY event")
        let lines =
            [study.created.digest] + signatures + [conduct.frozen?.digest].compactMap(\.self)
        return StudyLocked(
            signatures: signatures.count,
            digest: Digest.hexadecimal(of: lines.map { "\($0)\n" }.joined()))
    }

    private func problems(_ study: StoredStudy, _ conduct: StudyConduct) throws -> [String] {
        if conduct.lock != nil { return ["It is locked already."] }
        guard study.startDay != nil else { return ["It has not started."] }
        var open = try study.study.people.compactMap { try unsigned(by: $0, conduct) }
        if study.study.reference != nil, conduct.frozen == nil {
            open.append(
                "The reference is not frozen. Import it with `readingroom reference import`, then "
                    + "use `readingroom reference freeze`.")
        }
        return open
    }

    /// What `reader` has left, unless the reader or the cases went.
    private func unsigned(by reader: ReaderID, _ conduct: StudyConduct) throws -> String? {
        guard conduct.departures[reader] == nil else { return nil }
        let queries = StoreQueries(db: db)
        let reads = Dictionary(
            try queries.readSummaries(of: reader).map { ($0.key, $0.state) },
            uniquingKeysWith: { $1 })
        let left = try queries.order(of: reader).filter { row in
            guard conduct.withdrawals[row.read.caseID] == nil else { return false }
            return reads[row.read] != .signed && reads[row.read] != .amended
        }
        guard !left.isEmpty else { return nil }
        let drafts = left.count { reads[$0.read] != nil }
        let begun = drafts > 0 ? ", \(drafts) of them begun" : ""
        return "\(reader) has \(left.count) \(left.count == 1 ? "read" : "reads") to sign\(begun). "
            + "Wait for them, or record why not: `readingroom study leave` for a reader, "
            + "`readingroom case withdraw` for a case."
    }
}
