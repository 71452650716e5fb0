import Desk
import Foundation
import Persistence
import ReaderStudies
import StoreService
import Synchronization

/// Looks at a store from time to time, beside the loop of the board.
final class BoardWatch: BoardSource, Sendable {
    /// Seconds from one look to the next, at least.
    static let seconds = 3

    private struct Turn {
        var isLooking = false
        /// When the next look is due; `nil` for at once.
        var due: ContinuousClock.Instant?
        /// What the last look found and nobody has asked for yet.
        var news: BoardAction?
        /// What the last look that went well found.
        var last: Look?
    }

    private struct Look {
        let mark: StoreSnapshot.Mark
        var overview: StudyOverview
    }

    private let snapshot: StoreSnapshot
    private let turn = Mutex(Turn())

    /// A watch of the store in `folder`.
    init(folder: String) { snapshot = StoreSnapshot(folder: folder) }

    /// What a look found since the last call; begins the next look when it is due.
    func news() -> BoardAction? {
        let (news, isDue) = turn.withLock { turn in
            let isDue = !turn.isLooking && (turn.due.map { $0 <= .now } ?? true)
            if isDue { turn.isLooking = true }
            let news = turn.news
            turn.news = nil
            return (news, isDue)
        }
        if isDue { Thread.detachNewThread { self.look() } }
        return news
    }

    /// Makes the next look due.
    func hurry() { turn.withLock { $0.due = nil } }

    /// Waits until no look is under way.
    func finish() {
        while turn.withLock(\.isLooking) { usleep(10_000) }
    }

    /// Refuses a folder that holds no store.
    func demandStore() throws(StoreError) { _ = try snapshot.mark() }

    /// One look; it lets the machine rest four times as long as it took.
    private func look() {
        let start = ContinuousClock.now
        let last = turn.withLock(\.last)
        let found = Result { () throws(StoreError) in try look(after: last) }
        let rest = max(.seconds(Self.seconds), (ContinuousClock.now - start) * 4)
        turn.withLock { turn in
            turn.last = try? found.get()
            turn.news =
                switch found {
                case .success(let look): .looked(look.overview)
                case .failure(let error): .failed("\(error)")
                }
            turn.isLooking = false
            turn.due = .now + rest
        }
    }

    /// What is found now; where nothing was written on the same day, the same as before.
    private func look(after last: Look?) throws(StoreError) -> Look {
        let mark = try snapshot.mark()
        let now = SystemClock().now().utc
        if var same = last, same.mark == mark, same.overview.at.day == now.day {
            same.overview.at = now
            return same
        }
        let store = try snapshot.open()
        let overview = try StudyStatus(store: store).overview
        try store.close()
        return Look(mark: mark, overview: overview)
    }
}
