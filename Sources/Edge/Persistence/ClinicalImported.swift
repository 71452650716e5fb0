import GRDB
import ReaderStudies

/// Clinical values of cases, as a table brought them in.
public struct ClinicalImported: Hashable, Sendable, Codable {
    /// The values; a later one of the same case and field takes the place of an earlier one.
    public let values: [ClinicalValue]
    /// SHA-256 of the table, in hexadecimal.
    public let sourceDigest: String

    /// `values` from a table with this digest.
    public init(values: [ClinicalValue], sourceDigest: String) {
        self.values = values
        self.sourceDigest = sourceDigest
    }
}

extension StudyProjector {
    /// Keeps `body`: only declared fields with values of theirs, and only before anybody opened the case.
    func take(_ body: ClinicalImported, _ seq: Int) throws {
        let fields = Dictionary(
            (try demandStudy().clinical ?? []).map { ($0.id, $0) }, uniquingKeysWith: { $1 })
        let known = Set(try StoreQueries(db: db).cases().map(\.id))
        for one in body.values {
            guard let field = fields[one.field], field.value(of: one.value) == one.value else {
                throw StoreError.refused(
                    "\(one.field) of case \(one.caseID) is no value of a field that the study reveals."
                )
            }
            guard known.contains(one.caseID) else {
                throw StoreError.refused("Case \(one.caseID) is not in the store. Import it first.")
            }
            try demandUnread(one.caseID)
            try db.cachedStatement(
                sql: """
                    INSERT INTO clinicalValue VALUES (?, ?, ?, ?)
                    ON CONFLICT DO UPDATE SET value = excluded.value, event = excluded.event
                    """
            ).execute(arguments: [one.caseID.rawValue, one.field, one.value, seq])
        }
    }

    private func demandUnread(_ id: CaseID) throws {
        let isRead = try Bool.fetchOne(
            db.cachedStatement(sql: "SELECT EXISTS (SELECT 1 FROM read WHERE caseID = ?)"),
            arguments: [id.rawValue])
        guard isRead != true else {
            throw StoreError.refused(
                "Case \(id) was opened by a reader, so that its clinical values stay as they were shown."
            )
        }
    }
}

extension StoreQueries {
    /// The clinical values of one case, or of all, by case and field.
    func clinicalValues(of caseID: CaseID? = nil) throws -> [StoredClinicalValue] {
        try Row.fetchAll(
            db,
            sql: """
                SELECT * FROM clinicalValue WHERE ?1 IS NULL OR caseID = ?1 ORDER BY caseID, field
                """, arguments: [caseID?.rawValue]
        ).map {
            StoredClinicalValue(
                clinical: ClinicalValue(
                    caseID: CaseID($0["caseID"]), field: $0["field"], value: $0["value"]),
                event: $0["event"])
        }
    }
}

/// A clinical value and the event that brought it in.
public struct StoredClinicalValue: Hashable, Sendable {
    /// The value.
    public let clinical: ClinicalValue
    /// The event.
    public let event: Int
}
