/// Sixel bytes in a buffer that is large enough for the whole picture and 4 bytes more.
struct SixelOutput: ~Copyable {
    private let bytes: UnsafeMutablePointer<UInt8>
    private(set) var count = 0
    private var register = -1
    /// `#` and the number of each register, in the order of memory, and how many bytes that is.
    private let selections: [(text: UInt32, length: Int)] = SixelOutput.selectionTable

    /// Writes into `bytes`.
    init(into bytes: UnsafeMutablePointer<UInt8>) { self.bytes = bytes }

    /// Adds a byte.
    @inline(__always)
    mutating func add(_ byte: UInt8) {
        bytes[count] = byte
        count &+= 1
    }

    /// Selects a register, unless it is selected.
    @inline(__always)
    mutating func select(_ wanted: Int) {
        guard wanted != register else { return }
        register = wanted
        let (text, length) = selections[wanted]
        UnsafeMutableRawPointer(bytes + count).storeBytes(of: text, as: UInt32.self)
        count &+= length
    }

    /// Adds one sixel `length` times; as a run when that is shorter.
    ///
    /// Up to three are stored without asking how many: four are written, and the position moves by `length`.
    @inline(__always)
    mutating func add(bits: UInt8, length: Int) {
        let character = 63 &+ bits
        if length > 3 {
            addCount(length)
            add(character)
        } else {
            UnsafeMutableRawPointer(bytes + count).storeBytes(
                of: UInt32(character) &* 0x0101_0101, as: UInt32.self)
            count &+= length
        }
    }

    /// Adds the beginning of a run of 4 or more.
    private mutating func addCount(_ length: Int) {
        add(UInt8(ascii: "!"))
        if length >= 100 { addHundreds(length / 100) }
        if length >= 10 { add(UInt8(truncatingIfNeeded: 48 + length / 10 % 10)) }
        add(UInt8(truncatingIfNeeded: 48 + length % 10))
    }

    private mutating func addHundreds(_ hundreds: Int) {
        if hundreds >= 10 { addHundreds(hundreds / 10) }
        add(UInt8(truncatingIfNeeded: 48 + hundreds % 10))
    }

    private static let selectionTable: [(text: UInt32, length: Int)] =
        (0..<SixelPalette.greyCount).map { register in
            let text = Array("#\(register)".utf8)
            let packed = text.reversed().reduce(UInt32(0)) { $0 << 8 | UInt32($1) }
            return (packed.littleEndian, text.count)
        }
}
