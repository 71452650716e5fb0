/// Reads a sixel picture back, written from the description of the format and not from the encoder.
///
/// Source: VT330/VT340 Programmer Reference Manual, volume 2, chapter 14 (EK-VT3XX-GP).
struct SixelDecoder {
    /// What can be wrong with a picture.
    enum Fault: Error, Equatable {
        /// The introducer, raster attributes or terminator are not as they must be.
        case frame
        /// A byte that has no meaning where it stands.
        case byte(UInt8)
        /// A register painted before it was defined.
        case undefined(Int)
        /// A register defined twice, or one beyond 255.
        case register(Int)
        /// Paint outside the picture.
        case outside(column: Int, row: Int)
    }

    private(set) var width = 0
    private(set) var height = 0
    /// Percent of each pixel, -1 where nothing was painted.
    private(set) var percents: [Int] = []
    /// The registers in the order of their definition.
    private(set) var registers: [Int: Int] = [:]
    private var column = 0
    private var band = 0
    private var register = -1
    private var bytes: ArraySlice<UInt8>

    /// Decodes a whole picture.
    init(_ picture: [UInt8]) throws {
        let start = Array("\u{1B}P0;1;0q\"".utf8)
        let end = Array("\u{1B}\\".utf8)
        guard picture.starts(with: start), picture.suffix(2).elementsEqual(end)
        else { throw Fault.frame }
        bytes = picture.dropFirst(start.count).dropLast(2)
        let raster = numbers()
        guard raster.count == 4, raster[0] == 1, raster[1] == 1 else { throw Fault.frame }
        width = raster[2]
        height = raster[3]
        percents = Array(repeating: -1, count: width * height)
        while let byte = bytes.popFirst() { try take(byte) }
    }

    private mutating func take(_ byte: UInt8) throws {
        switch byte {
        case UInt8(ascii: "#"): try color(numbers())
        case UInt8(ascii: "$"): column = 0
        case UInt8(ascii: "-"): (column, band) = (0, band + 1)
        case UInt8(ascii: "!"):
            let count = numbers()
            guard count.count == 1, let sixel = bytes.popFirst() else { throw Fault.byte(byte) }
            for _ in 0..<count[0] { try paint(sixel) }
        default: try paint(byte)
        }
    }

    private mutating func color(_ parameters: [Int]) throws {
        register = parameters[0]
        guard parameters.count > 1 else { return }
        guard register <= 255, registers[register] == nil else { throw Fault.register(register) }
        guard parameters.count == 5, parameters[1] == 2, parameters[2] == parameters[3],
            parameters[3] == parameters[4], (0...100).contains(parameters[2])
        else { throw Fault.register(register) }
        registers[register] = parameters[2]
    }

    private mutating func paint(_ byte: UInt8) throws {
        guard (63...126).contains(byte) else { throw Fault.byte(byte) }
        let bits = byte - 63
        guard let percent = registers[register] else { throw Fault.undefined(register) }
        guard column < width else { throw Fault.outside(column: column, row: band * 6) }
        for offset in 0..<6 where bits & (1 << offset) != 0 {
            let row = band * 6 + offset
            guard row < height else { throw Fault.outside(column: column, row: row) }
            percents[row * width + column] = percent
        }
        column += 1
    }

    private mutating func numbers() -> [Int] {
        var numbers = [0]
        while let byte = bytes.first {
            switch byte {
            case UInt8(ascii: "0")...UInt8(ascii: "9"):
                numbers[numbers.count - 1] = numbers[numbers.count - 1] * 10 + Int(byte - 48)
            case UInt8(ascii: ";"): numbers.append(0)
            default: return numbers
            }
            bytes.removeFirst()
        }
        return numbers
    }
}
