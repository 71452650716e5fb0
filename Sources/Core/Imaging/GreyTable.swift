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
        switch mapping.sampleType {
        case .int16: self.init(mapping, stored: Int(Int16.min)...Int(Int16.max))
        case .uint16: self.init(mapping, stored: 0...Int(UInt16.max))
        case .float32: self.init(mapping, stored: 0...0)
        }
    }

    /// A table for samples that are known to lie in `stored`: many times smaller for one slice than for all values.
    public init(_ mapping: GreyMapping, stored: ClosedRange<Int>) {
        self.mapping = mapping
        greys = mapping.sampleType == .float32 ? [] : Self.table(mapping, stored)
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
        guard mapping.attributes.modalityTable == nil, let window = mapping.voi.window else {
            return greys(of: samples) { mapping.grey(stored: $0) }
        }
        // Computed planes are floats: what stays the same for all pixels is taken out of the loop.
        let (slope, intercept) = (mapping.attributes.slope, mapping.attributes.intercept)
        let turned: UInt8 = mapping.isTurnedRound ? 255 : 0
        guard let ramp = window.ramp else {
            return greys(of: samples) { stored in
                stored.isNaN ? 0 : window.grey(stored * slope + intercept) ^ turned
            }
        }
        return greys(of: samples) { stored in
            let fraction = (stored * slope + intercept - ramp.middle) / ramp.span + 0.5
            // NaN is not above 0 and falls on black, also in the division of 0 by 0 at a width of 1.
            let kept = fraction > 0 ? min(fraction, 1) : 0
            return stored.isNaN ? 0 : UInt8(kept * 255 + 0.5) ^ turned
        }
    }

    @inline(__always)
    private func greys(
        of samples: UnsafeRawBufferPointer, _ grey: (Double) -> UInt8
    ) -> [UInt8] {
        let count = samples.count / 4
        return [UInt8](unsafeUninitializedCapacity: count) { output, initialized in
            for index in 0..<count {
                let stored = samples.loadUnaligned(fromByteOffset: index * 4, as: Float.self)
                output[index] = grey(Double(stored))
            }
            initialized = count
        }
    }

    private static func table(_ mapping: GreyMapping, _ stored: ClosedRange<Int>) -> [UInt8] {
        var greys = [UInt8](repeating: 0, count: 65_536)
        for value in stored {
            greys[Int(UInt16(truncatingIfNeeded: value))] = mapping.grey(stored: Double(value))
        }
        return greys
    }
}
