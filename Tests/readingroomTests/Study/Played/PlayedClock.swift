import Persistence
import ReaderStudies
import Synchronization

/// A clock that starts now and moves as a script says; the machine's own count moves with it.
final class PlayedClock: StoreClock {
    private let reading: Mutex<ClockReading>

    init() { reading = Mutex(SystemClock().now()) }

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
