import Persistence
import ReaderStudies

extension HostileWay {
    /// To sign what was not read.
    static let signatures: [HostileWay] = [
        way("a signature under nothing") { scene in
            let opened = try scene.session.open()
            try scene.session.leave()
            try scene.forbidden { _ = try scene.session.sign(view: ServiceFixture.view(opened)) }
        },
        way("a signature without the answers") { scene in
            let opened = try scene.session.open()
            try scene.forbidden { _ = try scene.session.sign(view: ServiceFixture.view(opened)) }
        },
        way("a signature without the answer that another answer asks for") { scene in
            let opened = try scene.session.open()
            _ = try scene.session.record(.answer(ServiceFixture.presence, .value(.code("1"))))
            try scene.forbidden { _ = try scene.session.sign(view: ServiceFixture.view(opened)) }
        },
        way("not assessable without a reason") { scene in
            _ = try scene.session.open()
            let entry = ReadEntry.answer(ServiceFixture.presence, .notAssessable(.other(" ")))
            try scene.forbidden { _ = try scene.session.record(entry) }
        },
        way("a signature on a display below the floor") { scene in
            let opened = try scene.answered()
            try scene.forbidden {
                _ = try scene.session.sign(view: ServiceFixture.view(opened, greys: 63))
            }
            try scene.forbidden {
                _ = try scene.session.sign(view: ServiceFixture.view(opened, scale: 0.99))
            }
        },
        way("a signature with a picture that was never full") { scene in
            let opened = try scene.answered()
            try scene.forbidden {
                _ = try scene.session.sign(view: ServiceFixture.view(opened, seen: []))
            }
        },
        way("a signature with slices left, one of them counted twice") { scene in
            let opened = try scene.answered()
            try scene.forbidden {
                _ = try scene.session.sign(view: ServiceFixture.view(opened, seen: [0, 1, 2, 2]))
            }
        },
        way("a signature with slices that the series does not have") { scene in
            let opened = try scene.answered()
            try scene.forbidden {
                _ = try scene.session.sign(
                    view: ServiceFixture.view(opened, seen: [0, 1, 2, 3, 4]))
            }
        },
        way("a signature with numbers that are none, or time that runs backwards") { scene in
            let opened = try scene.answered()
            for view in [
                scene.view(opened) { $0.pixelScale = .infinity },
                scene.view(opened) { $0.windowWidth = .nan },
                scene.view(opened) { $0.activeMS = -1 },
            ] {
                try scene.forbidden { _ = try scene.session.sign(view: view) }
            }
        },
        way("more seconds of reading than have passed") { scene in
            let opened = try scene.answered()
            scene.fixture.clock.advance(minutes: 1)
            for claimed in [70_001, Int.max] {
                let view = scene.view(opened) { $0.activeMS = claimed }
                try scene.forbidden { _ = try scene.session.record(view: view) }
                try scene.forbidden { _ = try scene.session.sign(view: view) }
            }
            _ = try scene.session.sign(view: scene.view(opened) { $0.activeMS = 60_000 })
        },
        way("more seconds of looking than have passed, at once and little by little") { scene in
            let opened = try scene.answered()
            func view(_ milliseconds: Int) -> ViewState {
                scene.view(opened) {
                    $0.looks = [
                        Look(
                            series: $0.series, slice: 1, windowCenter: 1, windowWidth: 1,
                            pixelScale: 1, shownMS: milliseconds)
                    ]
                }
            }
            try scene.forbidden { _ = try scene.session.record(view: view(10_001)) }
            // Four panes may have shown pictures side by side all the time, and no more.
            for _ in 0..<4 { _ = try scene.session.record(view: view(10_000)) }
            try scene.forbidden { _ = try scene.session.record(view: view(1)) }
            scene.fixture.clock.advance(minutes: 1)
            _ = try scene.session.record(view: view(60_000))
        },
        way("a second signature under the same read") { scene in
            let opened = try scene.fixture.readOne(scene.session)
            try scene.forbidden { _ = try scene.session.sign(view: ServiceFixture.view(opened)) }
        },
    ]

    /// To see or change own earlier answers.
    static let earlier: [HostileWay] = [
        way("a change of a signed read without amending it") { scene in
            try scene.fixture.readOne(scene.session)
            try scene.forbidden {
                _ = try scene.session.record(.clear(ServiceFixture.presence))
            }
        },
        way("an amendment before anything is signed") { scene in
            try scene.forbidden { _ = try scene.session.amend(reason: "to look") }
        },
        way("an amendment without a reason") { scene in
            try scene.fixture.readOne(scene.session)
            try scene.forbidden { _ = try scene.session.amend(reason: " \t") }
        },
        way("an amendment beside an open read, to compare the two") { scene in
            try scene.fixture.readOne(scene.session)
            _ = try scene.session.open()
            try scene.forbidden { _ = try scene.session.amend(reason: "to compare") }
        },
        way("an amendment beside a draft of another session") { scene in
            try scene.fixture.readOne(scene.session)
            _ = try scene.fixture.session().open()
            try scene.forbidden { _ = try scene.session.amend(reason: "to compare") }
        },
        step("an amendment of a sealed step once more was shown") { scene in
            try scene.fixture.readOne(scene.session)
            try scene.forbidden {
                _ = try scene.session.amend(reason: "the second step tells more")
            }
        },
        way("an amendment after the study is locked") { scene in
            for _ in 0..<4 { try scene.fixture.readOne(scene.session) }
            scene.fixture.clock.advance(days: 28)
            for _ in 0..<4 { try scene.fixture.readOne(scene.session) }
            try scene.fixture.store.append(
                .readerLeft(ReaderLeft(reader: "R2", reason: "left")), by: .coordinator)
            _ = try scene.fixture.store.lock()
            try scene.forbidden { _ = try scene.session.amend(reason: "late") }
        },
    ]
}
