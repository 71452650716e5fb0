import Imaging

/// Smooth random values in space, about -1 to 1, that repeat nowhere and need no memory.
///
/// Source: gradient noise after Perlin 1985, doi:10.1145/325165.325247, with hashed gradients.
struct LatticeNoise: Sendable {
    /// What makes this field differ from others.
    let seed: UInt64

    /// A field that belongs to `seed`.
    init(seed: UInt64) { self.seed = mixBits(seed &+ 0x51ED_270B_7F4A_7C15) }

    /// The value at a point whose features are about `sizeMM` wide.
    func value(_ point: Vector3, sizeMM: Double) -> Double {
        value(point * (1 / sizeMM))
    }

    /// A sum of `octaves` fields, each with half the size and half the height of the one before.
    func fractal(_ point: Vector3, sizeMM: Double, octaves: Int) -> Double {
        var sum = 0.0
        var height = 1.0
        var scaled = point * (1 / sizeMM)
        for _ in 0..<octaves {
            sum += height * value(scaled)
            height *= 0.5
            scaled = scaled * 2.03 + Vector3(17.3, 5.1, 11.7)
        }
        return sum
    }

    /// The point moved by up to about `byMM` in a random direction that changes over `sizeMM`.
    func warped(_ point: Vector3, byMM: Double, sizeMM: Double) -> Vector3 {
        let scaled = point * (1 / sizeMM)
        return point
            + Vector3(
                value(scaled), value(scaled + Vector3(31.4, 7.7, 3.1)),
                value(scaled + Vector3(5.9, 41.3, 19.6))) * byMM
    }

    /// The value at a point in lattice units.
    private func value(_ p: Vector3) -> Double {
        let (x, fx) = Self.split(p.x)
        let (y, fy) = Self.split(p.y)
        let (z, fz) = Self.split(p.z)
        let (u, v, w) = (Self.fade(fx), Self.fade(fy), Self.fade(fz))
        func corner(_ dx: Int, _ dy: Int, _ dz: Int) -> Double {
            gradient(
                x &+ dx, y &+ dy, z &+ dz, fx - Double(dx), fy - Double(dy), fz - Double(dz))
        }
        let near = Self.mix(
            Self.mix(corner(0, 0, 0), corner(1, 0, 0), u),
            Self.mix(corner(0, 1, 0), corner(1, 1, 0), u), v)
        let far = Self.mix(
            Self.mix(corner(0, 0, 1), corner(1, 0, 1), u),
            Self.mix(corner(0, 1, 1), corner(1, 1, 1), u), v)
        return 1.5 * Self.mix(near, far, w)
    }

    /// The part of one lattice corner: a hashed gradient times the distance from the corner.
    @inline(__always)
    private func gradient(
        _ x: Int, _ y: Int, _ z: Int, _ fx: Double, _ fy: Double, _ fz: Double
    ) -> Double {
        var hash = seed ^ (UInt64(bitPattern: Int64(x)) &* 0x9E37_79B9_7F4A_7C15)
        hash ^= UInt64(bitPattern: Int64(y)) &* 0xC2B2_AE3D_27D4_EB4F
        hash ^= UInt64(bitPattern: Int64(z)) &* 0x1656_67B1_9E37_79F9
        hash = (hash ^ (hash >> 29)) &* 0xBF58_476D_1CE4_E5B9
        hash ^= hash >> 32
        let gx = Double(Int(hash & 0xFF) - 128)
        let gy = Double(Int(hash >> 8 & 0xFF) - 128)
        let gz = Double(Int(hash >> 16 & 0xFF) - 128)
        return (gx * fx + gy * fy + gz * fz) * (1 / 96)
    }

    @inline(__always)
    private static func split(_ value: Double) -> (Int, Double) {
        let truncated = Int(value)
        let floor = Double(truncated) > value ? truncated - 1 : truncated
        return (floor, value - Double(floor))
    }

    @inline(__always)
    private static func fade(_ t: Double) -> Double { t * t * t * (t * (t * 6 - 15) + 10) }

    @inline(__always)
    private static func mix(_ a: Double, _ b: Double, _ t: Double) -> Double { a + (b - a) * t }
}
