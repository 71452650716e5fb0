import GRDB

/// The tables of a store: the log, and what is rebuilt from it. A released migration is never edited.
enum StoreSchema {
    /// `RDRM`, in the database's header.
    static let applicationID = 0x5244_524D

    static var migrator: DatabaseMigrator {
        var migrator = DatabaseMigrator()
        migrator.registerMigration("1 the log and its tables") { db in
            try db.execute(sql: "PRAGMA application_id = \(applicationID)")
            try db.execute(sql: log)
            try db.execute(sql: logGuards)
            try db.execute(sql: studyTables)
            try db.execute(sql: readTables)
        }
        migrator.registerMigration("2 steps of a read") { db in
            try db.execute(
                sql: """
                    ALTER TABLE readingOrder
                    ADD COLUMN step INTEGER NOT NULL DEFAULT 1 CHECK (step >= 1)
                    """)
        }
        migrator.registerMigration("3 the conduct of a study") { db in
            try db.execute(sql: conductTables)
        }
        migrator.registerMigration("4 versions of the protocol") { db in
            try db.execute(sql: protocolTable)
        }
        migrator.registerMigration("5 open reads of a reader") { db in
            try db.execute(
                sql: "CREATE INDEX openRead ON read (reader) WHERE state IN ('draft', 'amending')")
        }
        migrator.registerMigration("6 rows of the order that are closed") { db in
            try db.execute(sql: closedRows)
        }
        migrator.registerMigration("7 clinical values of cases") { db in
            try db.execute(sql: clinicalTable)
        }
        migrator.registerMigration("8 unsigned rows by position") { db in
            try db.execute(sql: unsignedRows)
        }
        return migrator
    }

    /// Tables rebuilt from the log, children before parents, so that they can be emptied in order.
    static let projections =
        conductProjections + [
            "protocolVersion", "clinicalValue",
            "signature", "answer", "lesion", "view", "read", "exposure", "readingOrder",
            "orderDraw",
            "series", "studyCase", "instrumentText", "study", "redaction",
        ]

    private static let log = """
        CREATE TABLE event (
            seq INTEGER NOT NULL PRIMARY KEY CHECK (seq >= 1),
            actor TEXT NOT NULL CHECK (actor <> ''),
            actorSeq INTEGER NOT NULL CHECK (actorSeq >= 1),
            utc TEXT NOT NULL CHECK (length(utc) = 24),
            boottimeMS INTEGER NOT NULL CHECK (boottimeMS >= 0),
            kind TEXT NOT NULL CHECK (kind <> ''),
            canonical BLOB NOT NULL,
            bodyDigest BLOB NOT NULL CHECK (length(bodyDigest) = 32),
            previous BLOB NOT NULL CHECK (length(previous) = 32),
            hash BLOB NOT NULL CHECK (length(hash) = 32),
            UNIQUE (actor, actorSeq)
        ) STRICT;
        CREATE TABLE eventBody (
            seq INTEGER NOT NULL PRIMARY KEY REFERENCES event (seq),
            salt BLOB NOT NULL CHECK (length(salt) = 16),
            body BLOB NOT NULL
        ) STRICT;
        CREATE TABLE redaction (
            seq INTEGER NOT NULL PRIMARY KEY REFERENCES event (seq),
            event INTEGER NOT NULL UNIQUE REFERENCES event (seq) CHECK (event > seq)
        ) STRICT;
        """

    private static let logGuards = """
        CREATE TRIGGER eventIsNeverChanged BEFORE UPDATE ON event
        BEGIN SELECT RAISE(ABORT, 'an event is never changed'); END;
        CREATE TRIGGER eventIsNeverRemoved BEFORE DELETE ON event
        BEGIN SELECT RAISE(ABORT, 'an event is never removed'); END;
        CREATE TRIGGER eventFollowsTheLast BEFORE INSERT ON event
        WHEN NEW.seq IS NOT (SELECT coalesce(max(seq), 0) + 1 FROM event)
            OR NEW.previous IS NOT coalesce(
                (SELECT hash FROM event ORDER BY seq DESC LIMIT 1), zeroblob(32))
        BEGIN SELECT RAISE(ABORT, 'an event follows the last one'); END;
        CREATE TRIGGER bodyIsNeverChanged BEFORE UPDATE ON eventBody
        BEGIN SELECT RAISE(ABORT, 'a body is never changed'); END;
        CREATE TRIGGER bodyIsRemovedOnlyByRedaction BEFORE DELETE ON eventBody
        WHEN NOT EXISTS (SELECT 1 FROM redaction WHERE seq = OLD.seq)
        BEGIN SELECT RAISE(ABORT, 'a body is removed only by a redaction'); END;
        CREATE TRIGGER bodyComesWithItsEvent BEFORE INSERT ON eventBody
        WHEN NEW.seq IS NOT (SELECT max(seq) FROM event)
            OR EXISTS (SELECT 1 FROM eventBody WHERE seq = NEW.seq)
        BEGIN SELECT RAISE(ABORT, 'a body comes with its event'); END;
        """

    private static let studyTables = """
        CREATE TABLE study (
            one INTEGER NOT NULL PRIMARY KEY CHECK (one = 1),
            studyID TEXT NOT NULL,
            digest TEXT NOT NULL CHECK (length(digest) = 64),
            text TEXT NOT NULL,
            value TEXT NOT NULL CHECK (value <> ''),
            event INTEGER NOT NULL REFERENCES event (seq)
        ) STRICT;
        CREATE TABLE instrumentText (
            instrument TEXT NOT NULL,
            version TEXT NOT NULL,
            digest TEXT NOT NULL CHECK (length(digest) = 64),
            text TEXT NOT NULL,
            place INTEGER NOT NULL UNIQUE,
            PRIMARY KEY (instrument, version)
        ) STRICT;
        CREATE TABLE studyCase (
            caseID TEXT NOT NULL PRIMARY KEY,
            participant TEXT NOT NULL,
            event INTEGER NOT NULL UNIQUE REFERENCES event (seq)
        ) STRICT;
        CREATE TABLE series (
            token TEXT NOT NULL PRIMARY KEY,
            caseID TEXT NOT NULL REFERENCES studyCase (caseID),
            state TEXT NOT NULL CHECK (state IN ('waiting', 'approved')),
            value TEXT NOT NULL CHECK (value <> ''),
            event INTEGER NOT NULL UNIQUE REFERENCES event (seq)
        ) STRICT;
        CREATE TABLE orderDraw (
            event INTEGER NOT NULL PRIMARY KEY REFERENCES event (seq),
            day INTEGER NOT NULL
        ) STRICT;
        CREATE TABLE readingOrder (
            reader TEXT NOT NULL,
            position INTEGER NOT NULL CHECK (position >= 1),
            session INTEGER NOT NULL CHECK (session >= 1),
            participant TEXT NOT NULL,
            caseID TEXT NOT NULL REFERENCES studyCase (caseID),
            arm TEXT NOT NULL,
            occasion INTEGER NOT NULL CHECK (occasion >= 1),
            opensOnDay INTEGER NOT NULL CHECK (opensOnDay >= 0),
            PRIMARY KEY (reader, position),
            UNIQUE (reader, caseID, arm, occasion)
        ) STRICT;
        """

    /// Which rows of the order have a signed read, so that the next is found among those that have none.
    private static let closedRows = """
        ALTER TABLE readingOrder
        ADD COLUMN closed INTEGER NOT NULL DEFAULT 0 CHECK (closed IN (0, 1));
        CREATE INDEX sessionRow ON readingOrder (reader, session, position);
        CREATE INDEX openRow ON readingOrder (reader, session, participant) WHERE closed = 0;
        """

    /// All that is asked of every unsigned row of a reader stands in the index itself.
    private static let unsignedRows = """
        DROP INDEX openRow;
        CREATE INDEX unsignedRow
        ON readingOrder (reader, position, opensOnDay, step, participant) WHERE closed = 0;
        """

    private static let clinicalTable = """
        CREATE TABLE clinicalValue (
            caseID TEXT NOT NULL REFERENCES studyCase (caseID),
            field TEXT NOT NULL CHECK (field <> ''),
            value TEXT NOT NULL,
            event INTEGER NOT NULL REFERENCES event (seq),
            PRIMARY KEY (caseID, field)
        ) STRICT;
        """

    private static let protocolTable = """
        CREATE TABLE protocolVersion (
            version INTEGER NOT NULL PRIMARY KEY CHECK (version >= 1),
            utcMS INTEGER NOT NULL,
            digest TEXT NOT NULL CHECK (length(digest) = 64),
            person TEXT NOT NULL,
            reason TEXT NOT NULL,
            changes TEXT NOT NULL,
            event INTEGER NOT NULL UNIQUE REFERENCES event (seq)
        ) STRICT;
        """

    private static let readTables = """
        CREATE TABLE read (
            readID INTEGER NOT NULL PRIMARY KEY,
            reader TEXT NOT NULL,
            caseID TEXT NOT NULL,
            arm TEXT NOT NULL,
            occasion INTEGER NOT NULL,
            instrument TEXT NOT NULL,
            version TEXT NOT NULL,
            state TEXT NOT NULL CHECK (state IN ('draft', 'signed', 'amending', 'amended')),
            revision INTEGER NOT NULL CHECK (revision >= 1),
            isolation TEXT NOT NULL CHECK (isolation IN ('os', 'app', 'none')),
            firstEvent INTEGER NOT NULL REFERENCES event (seq),
            lastEvent INTEGER NOT NULL REFERENCES event (seq),
            UNIQUE (reader, caseID, arm, occasion),
            FOREIGN KEY (reader, caseID, arm, occasion)
                REFERENCES readingOrder (reader, caseID, arm, occasion)
        ) STRICT;
        CREATE TABLE lesion (
            readID INTEGER NOT NULL REFERENCES read (readID),
            revision INTEGER NOT NULL,
            number INTEGER NOT NULL CHECK (number >= 1),
            site TEXT NOT NULL CHECK (site <> ''),
            withdrawn INTEGER NOT NULL CHECK (withdrawn IN (0, 1)),
            PRIMARY KEY (readID, revision, number)
        ) STRICT;
        CREATE TABLE answer (
            readID INTEGER NOT NULL REFERENCES read (readID),
            revision INTEGER NOT NULL,
            site TEXT NOT NULL,
            item TEXT NOT NULL,
            value TEXT NOT NULL CHECK (value <> ''),
            event INTEGER NOT NULL REFERENCES event (seq),
            PRIMARY KEY (readID, revision, site, item)
        ) STRICT;
        CREATE TABLE view (
            readID INTEGER NOT NULL PRIMARY KEY REFERENCES read (readID),
            value TEXT NOT NULL CHECK (value <> ''),
            event INTEGER NOT NULL REFERENCES event (seq)
        ) STRICT;
        CREATE TABLE signature (
            readID INTEGER NOT NULL REFERENCES read (readID),
            revision INTEGER NOT NULL CHECK (revision >= 1),
            event INTEGER NOT NULL UNIQUE REFERENCES event (seq),
            signedMS INTEGER NOT NULL,
            activeMS INTEGER NOT NULL CHECK (activeMS >= 0),
            payloadDigest TEXT NOT NULL CHECK (length(payloadDigest) = 64),
            PRIMARY KEY (readID, revision)
        ) STRICT;
        CREATE TABLE exposure (
            reader TEXT NOT NULL,
            participant TEXT NOT NULL,
            arm TEXT NOT NULL,
            day INTEGER NOT NULL,
            PRIMARY KEY (reader, participant, arm)
        ) STRICT;
        """
}
