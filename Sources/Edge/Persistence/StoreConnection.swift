import CUnix
import GRDB

/// How the one connection to a store is set up, and the proof that it is.
enum StoreConnection {
    static var configuration: Configuration {
        var configuration = Configuration()
        configuration.prepareDatabase { db in
            // By hand and with GRDB's journal mode left alone: where GRDB switches WAL on itself,
            // it sets synchronous back to NORMAL, and acknowledged reads could vanish.
            try db.execute(
                sql: """
                    PRAGMA locking_mode = EXCLUSIVE;
                    PRAGMA journal_mode = WAL;
                    PRAGMA synchronous = FULL;
                    PRAGMA recursive_triggers = ON;
                    PRAGMA trusted_schema = OFF;
                    PRAGMA secure_delete = ON;
                    """)
        }
        return configuration
    }

    /// Forbids changes of the schema for as long as the connection lives, and checks every setting.
    static func seal(_ db: Database) throws {
        guard let connection = db.sqliteConnection,
            cunix_seal_sqlite(UnsafeMutableRawPointer(connection)) == 0
        else { throw StoreError.invalid("the connection cannot be sealed") }
        for (setting, wanted) in wanted {
            let found = try String.fetchOne(db, sql: "PRAGMA \(setting)")
            guard found == wanted else {
                throw StoreError.invalid("\(setting) is \(found ?? "unset"), not \(wanted)")
            }
        }
    }

    /// Settings without which a saved answer is not safe, as SQLite reports them.
    static let wanted = [
        ("journal_mode", "wal"), ("synchronous", "2"), ("locking_mode", "exclusive"),
        ("recursive_triggers", "1"), ("trusted_schema", "0"), ("foreign_keys", "1"),
        ("secure_delete", "1"),
    ]
}
