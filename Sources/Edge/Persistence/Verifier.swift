import Foundation
import GRDB

/// Checks a store: the file, its rules, every event, and that the tables follow from the log.
struct Verifier {
    let db: Database

    /// All checks; the first wrong event is named before anything else.
    func everything() throws -> Verification {
        let chain = try chain()
        guard chain.problem == nil else { return chain }
        let problem = try integrityProblem() ?? tablesProblem()
        return Verification(
            events: chain.events, head: chain.head, redactions: chain.redactions, problem: problem)
    }

    /// The rules of the file and the chain with every body.
    func chain() throws -> Verification {
        var walk = ChainWalk()
        do {
            try walk.run(db)
        } catch let error as DatabaseError {
            walk.problem = .event(walk.events + 1, "it cannot be read (\(error.message ?? "")).")
        }
        return Verification(
            events: walk.events, head: Digest.hexadecimal(walk.head),
            redactions: walk.missing.count,
            problem: try walk.problem ?? schemaProblem())
    }

    /// Whether a rule of the schema was removed or changed.
    private func schemaProblem() throws -> Verification.Problem? {
        let memory = try DatabaseQueue()
        try StoreSchema.migrator.migrate(memory)
        let wanted = try memory.read(Self.rules)
        let found: [String]
        do { found = try Self.rules(db) } catch {
            return .file("The rules of store.sqlite cannot be read.")
        }
        guard found != wanted else { return nil }
        let missing = wanted.first { !found.contains($0) } ?? found.first { !wanted.contains($0) }
        let rule = missing?.prefix { $0 != "(" && $0 != "\n" }.trimmingCharacters(in: .whitespaces)
        return .file("A rule of store.sqlite was removed or changed: \(rule ?? "order").")
    }

    private static func rules(_ db: Database) throws -> [String] {
        try String.fetchAll(
            db, sql: "SELECT sql FROM sqlite_schema WHERE sql IS NOT NULL ORDER BY type, name")
    }

    private func integrityProblem() throws -> Verification.Problem? {
        let answer = try String.fetchAll(db, sql: "PRAGMA integrity_check(1)")
        return answer == ["ok"]
            ? nil : .file("store.sqlite is damaged: \(answer.joined(separator: "; ")).")
    }

    /// Makes the tables again in memory and compares.
    private func tablesProblem() throws -> Verification.Problem? {
        var configuration = Configuration()
        // The copy has no log of its own to refer to.
        configuration.foreignKeysEnabled = false
        let memory = try DatabaseQueue(configuration: configuration)
        try StoreSchema.migrator.migrate(memory)
        do {
            try memory.write { try Projector(db: $0).rebuild(from: db) }
        } catch {
            return .file("The tables cannot be made again from the events: \(error).")
        }
        for table in StoreSchema.projections.reversed() {
            let sql = "SELECT * FROM \(table) ORDER BY 1, 2"
            let found = try Row.fetchAll(db, sql: sql)
            let wanted = try memory.read { try Row.fetchAll($0, sql: sql) }
            guard Set(found) == Set(wanted), found.count == wanted.count else {
                return .file("The table \(table) does not follow from the events.")
            }
        }
        return nil
    }
}
