import Foundation
import ReaderStudies

/// What both clocks said at one moment.
public struct ClockReading: Hashable, Sendable {
    /// World time, only a label: it may jump.
    public let utc: UTCInstant
    /// Milliseconds since the machine started, sleep included; it never jumps.
    public let boottimeMS: Int

    /// A reading of both clocks.
    public init(utc: UTCInstant, boottimeMS: Int) {
        self.utc = utc
        self.boottimeMS = boottimeMS
    }
}

/// Where the store takes its time from, so that tests bring their own.
public protocol StoreClock: Sendable {
    /// Both clocks, now.
    func now() -> ClockReading
    /// Names the time since the machine started, so that counts of two starts are never compared; `nil` where unknown.
    func boot() -> String?
}

extension StoreClock {
    /// Unknown.
    public func boot() -> String? { nil }
}

/// The clocks of this machine.
public struct SystemClock: StoreClock {
    /// The clocks of this machine.
    public init() {}

    /// `CLOCK_REALTIME` and `CLOCK_BOOTTIME`, in whole milliseconds.
    public func now() -> ClockReading {
        ClockReading(
            utc: UTCInstant(milliseconds: Self.milliseconds(of: CLOCK_REALTIME)),
            boottimeMS: Self.milliseconds(of: CLOCK_BOOTTIME))
    }

    /// What the kernel calls this start of the machine.
    public func boot() -> String? {
        let file = FileManager.default.contents(atPath: "/proc/sys/kernel/random/boot_id")
        let text = file.map { String(decoding: $0, as: UTF8.self) }
        return text?.trimmingCharacters(in: .whitespacesAndNewlines)
    }

    private static func milliseconds(of clock: clockid_t) -> Int {
        var time = timespec()
        let status = clock_gettime(clock, &time)
        precondition(status == 0, "clock \(clock) is missing on this machine")
        return time.tv_sec * 1000 + time.tv_nsec / 1_000_000
    }
}
