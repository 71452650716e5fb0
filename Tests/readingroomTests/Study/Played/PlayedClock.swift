import Persistence
import ReaderStudies
import Synchronization

/// A clock that starts in the morning after now and moves as a script says; the machine's own count moves with it.
///
/// In the morning, so that a day's reads end before midnight UTC: what is read later opens the other arms a day later.
final class PlayedClock: StoreClock {
    private let reading: Mutex<ClockReading>

    init() {
        let now = SystemClock().now()
        let morning = UTCInstant(day: now.utc.day + 1).milliseconds + 8 * 3_600_000
        reading = Mutex(
            ClockReading(
                utc: UTCInstant(milliseconds: morning), boottimeMS: now.boottimeMS))
    }

    func now() -> ClockReading { reading.withLock(\.self) }

    func advance(days: Int) { advance(minutes: days * 24 * 60) }

    func advance(minutes: Int) {
        reading.withLock {
            $0 = ClockReading(
                utc: UTCInstant(milliseconds: $0.utc.milliseconds + minutes * 60_000),
                boottimeMS: $0.boottimeMS + minutes * 60_000)
        }
    }
}
