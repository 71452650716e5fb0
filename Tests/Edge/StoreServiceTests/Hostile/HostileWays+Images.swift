import ReaderStudies

extension HostileWay {
    /// To see images of another arm or another case.
    static let images: [HostileWay] = [
        way("frames of the other arm of the open case") { scene in
            _ = try scene.session.open()
            let row = try scene.row(0)
            let token = scene.token(row.read.caseID, scene.otherArm(row))
            try scene.forbidden { _ = try scene.session.frames(of: token) }
        },
        way("frames of the case that comes next") { scene in
            _ = try scene.session.open()
            let token = scene.token(try scene.row(1))
            try scene.forbidden { _ = try scene.session.frames(of: token) }
        },
        way("frames of every case in every arm, one after another") { scene in
            let own = try scene.session.open().blindedCase.series[0].token
            for one in ServiceFixture.cases {
                for arm in ["T1w", "CT"] as [ArmID] where scene.token(one.id, arm) != own {
                    try scene.forbidden {
                        _ = try scene.session.frames(of: scene.token(one.id, arm))
                    }
                }
            }
        },
        way("frames before a case is open") { scene in
            let token = scene.token(try scene.row(0))
            try scene.forbidden { _ = try scene.session.frames(of: token) }
        },
        way("frames of a read that was left, by its stale token") { scene in
            let opened = try scene.session.open()
            try scene.session.leave()
            let token = opened.blindedCase.series[0].token
            try scene.forbidden { _ = try scene.session.frames(of: token) }
        },
        way("frames of a signed read, by its stale token") { scene in
            let opened = try scene.fixture.readOne(scene.session)
            let token = opened.blindedCase.series[0].token
            try scene.forbidden { _ = try scene.session.frames(of: token) }
        },
        way("a stale token after the next case was opened") { scene in
            let signed = try scene.fixture.readOne(scene.session)
            _ = try scene.session.open()
            let token = signed.blindedCase.series[0].token
            try scene.forbidden { _ = try scene.session.frames(of: token) }
        },
        way("a token of another session of the same reader") { scene in
            let other = try scene.fixture.session()
            let token = try other.open().blindedCase.series[0].token
            try scene.forbidden { _ = try scene.session.frames(of: token) }
        },
        way("frames of what another reader has open") { scene in
            let token = try scene.fixture.session("R2").open().blindedCase.series[0].token
            let own = try scene.session.open().blindedCase.series[0].token
            guard token != own else {
                // Both have the same case first: the other reader's second is tried.
                let other = scene.token(try scene.fixture.store.order(of: "R2")[1])
                return try scene.forbidden { _ = try scene.session.frames(of: other) }
            }
            try scene.forbidden { _ = try scene.session.frames(of: token) }
        },
        way("another file by its path") { scene in
            _ = try scene.session.open()
            for path in ["../store.sqlite", "/etc/passwd", "..", "", "\u{0}", "%2e%2e%2f"] {
                try scene.forbidden { _ = try scene.session.frames(of: SeriesToken(path)) }
            }
        },
        way("the open token in other letters") { scene in
            let token = try scene.session.open().blindedCase.series[0].token.rawValue
            for other in [token.lowercased(), token + " ", String(token.dropLast())] {
                try scene.forbidden { _ = try scene.session.frames(of: SeriesToken(other)) }
            }
        },
        step("frames of the second step before the first is sealed") { scene in
            _ = try scene.session.open()
            let token = scene.token(try scene.row(1))
            try scene.forbidden { _ = try scene.session.frames(of: token) }
        },
        step("frames of the first step after it was sealed") { scene in
            let first = try scene.fixture.readOne(scene.session)
            _ = try scene.session.open()
            let token = first.blindedCase.series[0].token
            try scene.forbidden { _ = try scene.session.frames(of: token) }
        },
    ]

    /// To make the store tell of other images by answers and views about them.
    static let probes: [HostileWay] = [
        way("a mark on a series of another arm") { scene in
            _ = try scene.session.open()
            let row = try scene.row(0)
            let entry = HostileScene.mark(scene.token(row.read.caseID, scene.otherArm(row)))
            try scene.forbidden { _ = try scene.session.record(entry) }
        },
        way("marks outside of the images, to find out how many slices there are") { scene in
            let token = try scene.session.open().blindedCase.series[0].token
            for entry in [
                HostileScene.mark(token, column: 32), HostileScene.mark(token, slice: 4),
                HostileScene.mark(token, slice: -1),
            ] {
                try scene.forbidden { _ = try scene.session.record(entry) }
            }
        },
        way("a view of a series of another case") { scene in
            let opened = try scene.session.open()
            let other = scene.token(try scene.row(1))
            let view = scene.view(opened) { $0.series = other }
            try scene.forbidden { _ = try scene.session.record(view: view) }
        },
        way("a look at a series of another case inside of an honest view") { scene in
            let opened = try scene.session.open()
            let other = scene.token(try scene.row(1))
            let view = scene.view(opened) {
                $0.looks = [
                    Look(
                        series: other, slice: 0, windowCenter: 1, windowWidth: 1, pixelScale: 1,
                        shownMS: 1)
                ]
            }
            try scene.forbidden { _ = try scene.session.record(view: view) }
        },
        way("a key image of another case") { scene in
            let opened = try scene.session.open()
            let other = scene.token(try scene.row(1))
            let view = scene.view(opened) { $0.keyImages = [other: [0]] }
            try scene.forbidden { _ = try scene.session.record(view: view) }
        },
        way("slices of another series claimed as seen") { scene in
            let opened = try scene.session.open()
            let other = scene.token(try scene.row(1))
            let view = scene.view(opened) { $0.seen[other] = [0] }
            try scene.forbidden { _ = try scene.session.record(view: view) }
        },
        way("a question that only another form asks") { scene in
            _ = try scene.session.open()
            let entry = ReadEntry.answer(ItemKey("exam", "truth"), .value(.code("1")))
            try scene.forbidden { _ = try scene.session.record(entry) }
        },
    ]
}
