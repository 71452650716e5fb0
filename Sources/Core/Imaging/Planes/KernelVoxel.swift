/// Voxels that `TrilinearKernel` mixes: how two neighbours of a row are fetched at once, and parted again.
protocol KernelVoxel {
    /// Two neighbours as they lie in memory.
    associatedtype Pair: BitwiseCopyable
    /// Eight pairs that lie one after the other from a byte on, as the first and the second of each.
    static func parted(
        _ bytes: UnsafeMutableRawBufferPointer, from byte: Int
    ) -> (first: SIMD8<Float>, second: SIMD8<Float>)
}

extension Int16: KernelVoxel {
    typealias Pair = UInt32

    @inline(__always)
    static func parted(
        _ bytes: UnsafeMutableRawBufferPointer, from byte: Int
    ) -> (first: SIMD8<Float>, second: SIMD8<Float>) {
        // With the sign turned over, the least number is 0 and the greatest 65,535.
        let turned = bytes.loadUnaligned(fromByteOffset: byte, as: SIMD8<UInt32>.self) ^ 0x8000_8000
        return (float(turned & 0xFFFF) - 32_768, float(turned &>> 16) - 32_768)
    }
}

extension UInt16: KernelVoxel {
    typealias Pair = UInt32

    @inline(__always)
    static func parted(
        _ bytes: UnsafeMutableRawBufferPointer, from byte: Int
    ) -> (first: SIMD8<Float>, second: SIMD8<Float>) {
        let pair = bytes.loadUnaligned(fromByteOffset: byte, as: SIMD8<UInt32>.self)
        return (float(pair & 0xFFFF), float(pair &>> 16))
    }
}

extension Float: KernelVoxel {
    typealias Pair = UInt64

    @inline(__always)
    static func parted(
        _ bytes: UnsafeMutableRawBufferPointer, from byte: Int
    ) -> (first: SIMD8<Float>, second: SIMD8<Float>) {
        let pair = bytes.loadUnaligned(fromByteOffset: byte, as: SIMD16<Float>.self)
        return (pair.evenHalf, pair.oddHalf)
    }
}

/// Numbers of 16 bits as floats: in the low bits of the float 2^23 they are that float plus the number.
@inline(__always)
private func float(_ numbers: SIMD8<UInt32>) -> SIMD8<Float> {
    unsafeBitCast(numbers | 0x4B00_0000, to: SIMD8<Float>.self) - 8_388_608
}
