import Foundation
import Persistence
import ReaderStudies
import StoreService
import Testing

/// A started study, a hostile reader R1 in it, and a watch over every request that must be refused.
final class HostileScene {
    let fixture: ServiceFixture
    /// The session that was begun before anything was tried.
    let session: LocalReaderAccess
    /// Number of requests that were tried and refused.
    private(set) var refused = 0

    init(_ fixture: ServiceFixture) throws {
        self.fixture = fixture
        session = try fixture.session()
    }

    /// A crossover of two arms with a washout of 28 days and a display floor.
    static func crossover() throws -> HostileScene {
        try HostileScene(
            try ServiceFixture(
                display: DisplayFloor(minimumGreys: 64, minimumScale: 1, everySlice: true)))
    }

    /// Two arms as steps of one read; the second begins with the answers of the first.
    static func steps() throws -> HostileScene {
        try HostileScene(try ServiceFixture.sequential(prefill: true))
    }

    /// The reader's rows as drawn; no reader can ask for them.
    func row(_ place: Int) throws -> ReadingOrderRow {
        try fixture.store.order(of: "R1")[place]
    }

    /// The token of the series of a row, as somebody might have guessed it.
    func token(_ row: ReadingOrderRow) -> SeriesToken { token(row.read.caseID, row.read.arm) }

    func token(_ caseID: CaseID, _ arm: ArmID) -> SeriesToken { SeriesToken("\(caseID)-\(arm)") }

    /// The arm in which the case of `row` is not read now.
    func otherArm(_ row: ReadingOrderRow) -> ArmID { row.read.arm == "CT" ? "T1w" : "CT" }

    /// Opens the next read and answers it, so that it could be signed.
    func answered() throws -> OpenedRead {
        let opened = try session.open()
        _ = try session.record(.answer(ServiceFixture.presence, .value(.code("0"))))
        return opened
    }

    /// A view of the open read with changes that a lying screen makes.
    func view(_ opened: OpenedRead, _ change: (inout ViewState) -> Void) -> ViewState {
        var view = ServiceFixture.view(opened)
        change(&view)
        return view
    }

    /// A mark at one voxel of a series.
    static func mark(_ series: SeriesToken, column: Int = 1, slice: Int = 1) -> ReadEntry {
        .answer(
            ServiceFixture.mark,
            .value(
                .mark(
                    Mark(
                        series: series, column: column, row: 1, slice: slice,
                        positionMM: [0, 0, 0]))))
    }

    /// Expects that `request` is refused, that the log keeps it, and that the sentence tells no secret.
    func forbidden(_ request: () throws -> Void) throws {
        let before = try fixture.store.refusedRequests().count
        let refusal = #expect(throws: AccessRefusal.self) { try request() }
        #expect(try fixture.store.refusedRequests().count == before + 1)
        for secret in ["C01", "C02", "C03", "C04", "T1w", "CT"] {
            #expect(refusal?.sentence.contains(secret) != true, "\(secret)")
        }
        refused += 1
    }
}

/// One named way to see what a blinded reader must not see.
struct HostileWay: Sendable, CustomTestStringConvertible {
    /// What is tried.
    let name: String
    /// Tries it in a scene of its own.
    let attempt: @Sendable () throws -> HostileScene

    var testDescription: String { name }

    /// A way in a crossover.
    static func way(
        _ name: String, _ attempt: @escaping @Sendable (HostileScene) throws -> Void
    ) -> HostileWay {
        HostileWay(name: name) {
            let scene = try HostileScene.crossover()
            try attempt(scene)
            return scene
        }
    }

    /// A way in a read of two steps.
    static func step(
        _ name: String, _ attempt: @escaping @Sendable (HostileScene) throws -> Void
    ) -> HostileWay {
        HostileWay(name: name) {
            let scene = try HostileScene.steps()
            try attempt(scene)
            return scene
        }
    }
}
