/// The rate and the round trip of a link, from pieces that the terminal acknowledged.
///
/// The rate is the median of the last eight pieces that were large enough to tell; the round trip is the least of
/// the last eight.
public struct LinkMeter: Hashable, Sendable {
    /// How many measurements count.
    static let memory = 8
    /// Smaller pieces tell nothing about the rate, unless pieces must be small.
    static let tellingBytes = 4096
    /// No piece is smaller than this for the sake of the link.
    static let leastPiece = 2048

    private var rates: [Double] = []
    private var roundTrips: [Duration] = []

    /// A meter that has measured nothing.
    public init() {}

    /// Bytes a second; `nil` until a large enough piece was measured.
    public var bytesPerSecond: Double? {
        rates.isEmpty ? nil : rates.sorted()[(rates.count - 1) / 2]
    }

    /// The least of the last round trips.
    public var roundTrip: Duration? { roundTrips.min() }

    /// Adds the time from a question that nothing stood before to its answer.
    public mutating func add(roundTrip: Duration) { Self.push(roundTrip, to: &roundTrips) }

    /// Adds a piece of `bytes` that the link passed within `time`, the way there and back not counted.
    public mutating func add(bytes: Int, within time: Duration) {
        guard bytes >= telling else { return }
        Self.push(Double(bytes) / (max(time, .microseconds(50)) / .seconds(1)), to: &rates)
    }

    /// Where pieces are small by need, small ones count, so that a link that gets faster is noticed.
    private var telling: Int {
        guard let bytesPerSecond else { return Self.tellingBytes }
        let isSlow = bytesPerSecond * 0.015 < Double(Self.tellingBytes)
        return isSlow ? Self.leastPiece : Self.tellingBytes
    }

    private static func push<Value>(_ value: Value, to values: inout [Value]) {
        values.append(value)
        if values.count > memory { values.removeFirst() }
    }
}
