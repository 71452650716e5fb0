/// Slices that follow each other by themselves, as long as the reader wants.
public struct Cine: Hashable, Sendable {
    /// Slices a second.
    public private(set) var rate: Int
    /// When the next slice is due, milliseconds.
    private(set) var nextMS: Int

    /// The rates that there are.
    static let rates = [1, 2, 3, 5, 8, 10, 12, 15, 20, 25, 30]
    /// The rate at first.
    static let standard = 10

    /// Runs from now on.
    init(rate: Int = standard, at nowMS: Int) {
        self.rate = rate
        nextMS = nowMS + 1000 / rate
    }

    /// The next rate up or down.
    mutating func change(by step: Int) {
        let now = Self.rates.firstIndex(of: rate) ?? 0
        rate = Self.rates[min(max(0, now + step), Self.rates.count - 1)]
    }

    /// Whether a command takes the slices into its own hand.
    static func stops(at command: Command) -> Bool {
        switch command {
        case .slices, .slice, .firstSlice, .lastSlice, .jump, .mark, .series, .cancel, .beside,
            .plane,
            .acquired, .stage, .nextGrid, .swapPanes:
            true
        default: false
        }
    }

    /// How many slices are due; those that a slow terminal could not show are passed over.
    mutating func due(at nowMS: Int) -> Int {
        guard nowMS >= nextMS else { return 0 }
        let period = 1000 / rate
        let count = 1 + (nowMS - nextMS) / period
        nextMS += count * period
        return count
    }
}

/// Lets the slices run on, when the time has come.
func playCine(_ state: inout WorkstationState) {
    guard var reading = state.reading, var cine = reading.cine, state.popup == nil else { return }
    let due = cine.due(at: state.nowMS)
    reading.cine = cine
    if due > 0, let viewer = reading.viewer, viewer.sliceCount > 0 {
        reading.go(to: (viewer.slice + due) % viewer.sliceCount)
        reading.log.change()
    }
    state.reading = reading
}
