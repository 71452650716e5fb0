import Testing

@testable import Workstation

extension TestReader {
    /// What is drawn in the open read.
    var board: MeasuringBoard { get throws { try #require(state.reading?.board) } }

    /// The numbers of what is drawn or chosen.
    var measured: String { state.reading?.measuredText ?? "" }

    /// Moves the cross by pixels.
    mutating func move(right: Int = 0, down: Int = 0) {
        for _ in 0..<abs(right) { press(.plain(right > 0 ? .right : .left)) }
        for _ in 0..<abs(down) { press(.plain(down > 0 ? .down : .up)) }
    }

    /// A line from the cross to one some pixels away.
    mutating func line(right: Int, down: Int = 0) {
        press(.plain(.enter))
        move(right: right, down: down)
        press(.plain(.enter))
    }
}
