extension StoreSchema {
    /// The ledger by case, and what the coordinator and the clock did.
    static let conductTables = """
        DROP TABLE exposure;
        CREATE TABLE exposure (
            reader TEXT NOT NULL,
            participant TEXT NOT NULL,
            arm TEXT NOT NULL,
            caseID TEXT NOT NULL,
            day INTEGER NOT NULL,
            PRIMARY KEY (reader, participant, arm, caseID)
        ) STRICT;
        CREATE TABLE openingAllowance (
            reader TEXT NOT NULL,
            caseID TEXT NOT NULL,
            arm TEXT NOT NULL,
            occasion INTEGER NOT NULL,
            reason TEXT NOT NULL CHECK (reason <> ''),
            event INTEGER NOT NULL UNIQUE REFERENCES event (seq),
            PRIMARY KEY (reader, caseID, arm, occasion),
            FOREIGN KEY (reader, caseID, arm, occasion)
                REFERENCES readingOrder (reader, caseID, arm, occasion)
        ) STRICT;
        CREATE TABLE departure (
            reader TEXT NOT NULL PRIMARY KEY,
            reason TEXT NOT NULL CHECK (reason <> ''),
            event INTEGER NOT NULL UNIQUE REFERENCES event (seq)
        ) STRICT;
        CREATE TABLE withdrawal (
            caseID TEXT NOT NULL PRIMARY KEY REFERENCES studyCase (caseID),
            reason TEXT NOT NULL CHECK (reason <> ''),
            event INTEGER NOT NULL UNIQUE REFERENCES event (seq)
        ) STRICT;
        CREATE TABLE reference (
            version INTEGER NOT NULL PRIMARY KEY CHECK (version >= 1),
            value TEXT NOT NULL CHECK (value <> ''),
            event INTEGER NOT NULL UNIQUE REFERENCES event (seq)
        ) STRICT;
        CREATE TABLE referenceFreeze (
            one INTEGER NOT NULL PRIMARY KEY CHECK (one = 1),
            version INTEGER NOT NULL REFERENCES reference (version),
            digest TEXT NOT NULL CHECK (length(digest) = 64),
            event INTEGER NOT NULL REFERENCES event (seq)
        ) STRICT;
        CREATE TABLE studyLock (
            one INTEGER NOT NULL PRIMARY KEY CHECK (one = 1),
            signatures INTEGER NOT NULL CHECK (signatures >= 0),
            digest TEXT NOT NULL CHECK (length(digest) = 64),
            lockedMS INTEGER NOT NULL,
            event INTEGER NOT NULL REFERENCES event (seq)
        ) STRICT;
        CREATE TABLE unblinding (
            event INTEGER NOT NULL PRIMARY KEY REFERENCES event (seq),
            reason TEXT NOT NULL CHECK (reason <> '')
        ) STRICT;
        CREATE TABLE latest (
            one INTEGER NOT NULL PRIMARY KEY CHECK (one = 1),
            utcMS INTEGER NOT NULL
        ) STRICT;
        """

    /// Tables of `conductTables`, children before parents.
    static let conductProjections = [
        "openingAllowance", "departure", "withdrawal", "referenceFreeze", "reference",
        "studyLock", "unblinding", "latest",
    ]
}
