/// Sixel bytes in one buffer that is large enough for the whole picture.
struct SixelOutput: ~Copyable {
    private let bytes: UnsafeMutablePointer<UInt8>
    private var count = 0
    private var register = -1

    /// Room for `capacity` bytes; pages that are never written cost nothing.
    init(capacity: Int) { bytes = .allocate(capacity: capacity) }

    deinit { bytes.deallocate() }

    /// All bytes so far.
    var array: [UInt8] { Array(UnsafeBufferPointer(start: bytes, count: count)) }

    /// Adds a byte.
    @inline(__always)
    mutating func add(_ byte: UInt8) {
        bytes[count] = byte
        count += 1
    }

    /// Adds ASCII text.
    mutating func add(_ text: StaticString) {
        for index in 0..<text.utf8CodeUnitCount { add(text.utf8Start[index]) }
    }

    /// Adds a number of 0 or more in decimal.
    @inline(__always)
    mutating func add(number: Int) {
        if number >= 10 { addHigherDigits(number / 10) }
        add(UInt8(truncatingIfNeeded: 48 + number % 10))
    }

    private mutating func addHigherDigits(_ number: Int) {
        if number >= 10 { addHigherDigits(number / 10) }
        add(UInt8(truncatingIfNeeded: 48 + number % 10))
    }

    /// Selects a register, unless it is selected.
    @inline(__always)
    mutating func select(_ wanted: Int) {
        guard wanted != register else { return }
        register = wanted
        add(UInt8(ascii: "#"))
        add(number: wanted)
    }

    /// Adds one sixel `length` times; as a run when that is shorter.
    @inline(__always)
    mutating func add(bits: UInt8, length: Int) {
        if length > 3 {
            add(UInt8(ascii: "!"))
            add(number: length)
            add(63 + bits)
        } else {
            for _ in 0..<length { add(63 + bits) }
        }
    }
}
