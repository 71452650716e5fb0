import ReaderStudies

/// Places from which the reader jumped, to go back and forth between them.
struct JumpHistory: Hashable, Sendable {
    /// A slice of a series in a plane.
    struct Place: Hashable, Sendable {
        let series: SeriesToken
        let slice: Int
        var plane = ShownPlane.acquired
    }

    /// The most places that are remembered.
    static let limit = 100

    private var back: [Place] = []
    private var forth: [Place] = []

    /// Whether there is a place to go back to.
    var canGoBack: Bool { !back.isEmpty }
    /// Whether there is a place to go forth to.
    var canGoForth: Bool { !forth.isEmpty }

    /// The reader jumps away from `place`.
    mutating func leave(_ place: Place) {
        forth = []
        guard back.last != place else { return }
        back = Array((back + [place]).suffix(Self.limit))
    }

    /// The place before, when there is one; `now` is where the reader is.
    mutating func goBack(from now: Place) -> Place? {
        guard let place = back.popLast() else { return nil }
        forth.append(now)
        return place
    }

    /// The place from which the reader went back.
    mutating func goForth(from now: Place) -> Place? {
        guard let place = forth.popLast() else { return nil }
        back.append(now)
        return place
    }
}
