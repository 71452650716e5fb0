/// A mapping made fast: for 16-bit samples a grey for each of the 65,536 stored values.
///
/// Build it once for a mapping and keep it while the window stays; slices with equal rescale share it.
public struct GreyTable: Sendable {
    /// What the table was made from.
    public let mapping: GreyMapping
    /// A grey for each bit pattern of a 16-bit sample; empty for floats, which are mapped one by one.
    private let greys: [UInt8]

    /// A table for `mapping`.
    public init(_ mapping: GreyMapping) {
        self.mapping = mapping
        switch mapping.sampleType {
        case .int16: greys = Self.table(mapping) { Double(Int16(bitPattern: $0)) }
        case .uint16: greys = Self.table(mapping) { Double($0) }
        case .float32: greys = []
        }
    }

    /// Makes the table again only when `mapping` differs from its own.
    public mutating func update(to mapping: GreyMapping) {
        if mapping != self.mapping { self = GreyTable(mapping) }
    }

    /// Greys for the samples of a slice, one each, in their order.
    public func greys(of samples: UnsafeRawBufferPointer) -> [UInt8] {
        mapping.sampleType == .float32 ? floatGreys(samples) : tableGreys(samples)
    }

    private func tableGreys(_ samples: UnsafeRawBufferPointer) -> [UInt8] {
        let count = samples.count / 2
        return [UInt8](unsafeUninitializedCapacity: count) { output, initialized in
            greys.withUnsafeBufferPointer { table in
                for index in 0..<count {
                    let stored = samples.loadUnaligned(fromByteOffset: index * 2, as: UInt16.self)
                    output[index] = table[Int(stored)]
                }
            }
            initialized = count
        }
    }

    private func floatGreys(_ samples: UnsafeRawBufferPointer) -> [UInt8] {
        let count = samples.count / 4
        return [UInt8](unsafeUninitializedCapacity: count) { output, initialized in
            for index in 0..<count {
                let stored = samples.loadUnaligned(fromByteOffset: index * 4, as: Float.self)
                output[index] = mapping.grey(stored: Double(stored))
            }
            initialized = count
        }
    }

    private static func table(
        _ mapping: GreyMapping, _ stored: (UInt16) -> Double
    ) -> [UInt8] {
        [UInt8](unsafeUninitializedCapacity: 65_536) { output, initialized in
            for pattern in 0...UInt16.max {
                output[Int(pattern)] = mapping.grey(stored: stored(pattern))
            }
            initialized = 65_536
        }
    }
}
