import Foundation

/// Milliseconds that only rise.
enum MonotonicClock {
    /// Milliseconds since an arbitrary moment.
    static func milliseconds() -> Int { Int(DispatchTime.now().uptimeNanoseconds / 1_000_000) }
}
