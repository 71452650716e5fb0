import Persistence
import ReaderStudies
import StoreService

extension HostileWay {
    /// To change the order, or to open the other arm too early.
    static let order: [HostileWay] = [
        way("the other arm before the washout, by asking again") { scene in
            try scene.readFirstArms()
            for _ in 0..<3 { try scene.forbidden { _ = try scene.session.open() } }
        },
        way("the other arm by starting the program again") { scene in
            try scene.readFirstArms()
            let again = try scene.fixture.session()
            try scene.forbidden { _ = try again.open() }
        },
        way("the other arm a minute before midnight UTC of the 28th day") { scene in
            try scene.readFirstArms()
            // It is 08:00 UTC: 27 days, 15 hours and 59 minutes later.
            scene.fixture.clock.advance(minutes: (27 * 24 + 15) * 60 + 59)
            let again = try scene.fixture.session()
            try scene.forbidden { _ = try again.open() }
            scene.fixture.clock.advance(minutes: 1)
            _ = try again.open()
        },
        way("the other arm by setting the clock forward") { scene in
            try scene.readFirstArms()
            scene.fixture.clock.set(byMinutes: 28 * 24 * 60)
            try scene.forbidden { _ = try scene.session.open() }
        },
        way("the other arm by setting the clock forward and starting the program again") { scene in
            try scene.readFirstArms()
            scene.fixture.clock.set(byMinutes: 28 * 24 * 60)
            try scene.forbidden { _ = try scene.fixture.session() }
        },
        way("a clock set back, to date a read before another") { scene in
            try scene.fixture.readOne(scene.session)
            scene.fixture.clock.set(byMinutes: -24 * 60)
            try scene.forbidden { _ = try scene.session.open() }
            try scene.forbidden { _ = try scene.fixture.session() }
        },
        way("a case that was withdrawn, by its draft") { scene in
            _ = try scene.session.open()
            try StudyConductor(store: scene.fixture.store).withdraw(
                try scene.row(0).read.caseID, reason: "consent")
            try scene.forbidden { _ = try scene.session.record(.clear(ServiceFixture.presence)) }
        },
        way("one more case after having left the study") { scene in
            try StudyConductor(store: scene.fixture.store).leave("R1", reason: "left")
            try scene.forbidden { _ = try scene.session.open() }
            try scene.forbidden { _ = try scene.session.worklist() }
        },
    ]

    /// To be somebody else.
    static let identity: [HostileWay] = [
        way("the name of no reader, of the coordinator, or of nobody") { scene in
            for name in ["R9", "coordinator", "", "R1 ", "r1", "reader:R1", "R1\u{0}"] {
                try scene.forbidden { _ = try scene.fixture.session(ReaderID(name)) }
            }
        },
        way("leaving a read that another session of the reader has open") { scene in
            _ = try scene.fixture.session().open()
            try scene.forbidden { try scene.session.leave() }
        },
    ]
}

extension HostileScene {
    /// Signs the first arm of every case.
    fileprivate func readFirstArms() throws {
        for _ in ServiceFixture.cases { try fixture.readOne(session) }
    }
}
