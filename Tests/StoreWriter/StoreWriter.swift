import Foundation
import Persistence
import ReaderStudies

/// A program to be killed: makes stores, or writes answers into a started one, and says each number once it is saved.
@main
struct StoreWriter {
    /// `StoreWriter FOLDER READER CASE ARM` writes until it is killed; `StoreWriter FOLDER` makes a store.
    /// What cannot be done is said, and ends with 3.
    static func main() throws {
        // A file at the limit of the process is to fail, not to kill.
        signal(SIGXFSZ, SIG_IGN)
        do {
            if CommandLine.arguments.count == 2 {
                try SQLiteStore.create(at: CommandLine.arguments[1]).close()
            } else {
                try write(CommandLine.arguments)
            }
        } catch let error as StoreError {
            try FileHandle.standardOutput.write(contentsOf: Data("\(error)\n".utf8))
            exit(3)
        }
    }

    private static func write(_ arguments: [String]) throws {
        let store = try SQLiteStore.open(at: arguments[1])
        let key = ReadKey(
            reader: ReaderID(arguments[2]), caseID: CaseID(arguments[3]), arm: ArmID(arguments[4]))
        let form = InstrumentReference(id: "mini", version: "1.0.0")
        try say(
            store.append(
                .readOpened(ReadOpened(read: key, instrument: form, isolation: .none)),
                by: .reader(key.reader)))
        var count = 0
        while true {
            count += 1
            let entry = ReadEntry.answer(
                ItemKey("exam", ItemID("item\(count % 50)")), .value(.integer(count)))
            try say(
                store.append(
                    .entryRecorded(EntryRecorded(read: key, entry: entry)),
                    by: .reader(key.reader)))
        }
    }

    /// One line for an event that is durable.
    private static func say(_ receipt: EventReceipt) throws {
        try FileHandle.standardOutput.write(contentsOf: Data("\(receipt.seq)\n".utf8))
    }
}
