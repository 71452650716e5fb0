import Foundation
import GRDB
import ReaderStudies
import Testing

@testable import Persistence

@Suite struct SQLiteStoreTests {
    let folder: TemporaryFolder

    init() throws { folder = try TemporaryFolder() }

    @Test func `a store that was closed opens with everything that was saved`() throws {
        try Sample.signed(folder.path).close()

        let store = try SQLiteStore.open(at: folder.path)
        let read = try #require(try store.reads(of: "R1").first)

        #expect(store.problem == nil)
        #expect(try store.study()?.created == Sample.created)
        #expect(try store.cases().map(\.id) == ["C01", "C02"])
        #expect(try store.series().map(\.series.token) == ["t1", "t2"])
        #expect(try store.order(of: "R1").map(\.read.arm) == ["T1w", "T1w", "CT"])
        #expect(read.state == .signed)
        #expect(read.sheet.answers[Sample.erosion] == .value(.code("1")))
        #expect(read.view == Sample.view(activeMS: 61_000))
        #expect(try store.verify().problem == nil)
    }

    @Test func `synchronous is FULL, the journal WAL and triggers recursive after opening`() throws
    {
        let store = try Sample.started(folder.path)

        for (setting, wanted) in StoreConnection.wanted {
            let found = try store.run { queue in
                try queue.read { try String.fetchOne($0, sql: "PRAGMA \(setting)") }
            }
            #expect(found == wanted, "\(setting)")
        }
        #expect(StoreConnection.wanted.contains { $0 == ("synchronous", "2") })
    }

    @Test func `a second opener is told that the store is open elsewhere`() throws {
        let store = try Sample.started(folder.path)

        #expect(throws: StoreError.inUse(folder.path)) {
            _ = try SQLiteStore.open(at: folder.path)
        }
        #expect(try store.cases().count == 2)
    }

    @Test func `events of one call are saved together or not at all`() throws {
        let store = try Sample.started(folder.path)
        let before = try store.verify().events

        #expect(throws: StoreError.self) {
            try store.append(
                [.caseImported(StudyCase(id: "C03")), .caseImported(StudyCase(id: "C01"))],
                by: .coordinator)
        }

        #expect(try store.cases().map(\.id) == ["C01", "C02"])
        #expect(try store.verify().events == before)
    }

    @Test func `a reader cannot change another reader's read`() throws {
        let store = try Sample.started(folder.path)

        #expect(throws: StoreError.self) {
            try store.append(Sample.opened(), by: .reader("R2"))
        }
        #expect(throws: StoreError.self) {
            try store.append(Sample.opened(), by: .coordinator)
        }
    }

    @Test func `a receipt counts the events of the store and those of the actor`() throws {
        let store = try Sample.started(folder.path)

        let receipt = try store.append(Sample.opened(), by: .reader("R1"))

        #expect(receipt.seq == 7)
        #expect(receipt.actorSeq == 1)
        #expect(try store.count(of: .coordinator) == 6)
    }
}
