import Glibc
import Imaging

/// Signed distances in millimetres: negative inside a shape, positive outside.
///
/// Source: Hart 1996, doi:10.1007/s003710050084, for shapes as distance functions and their smooth unions.
enum DistanceField {
    /// About the distance to an ellipsoid around `center` with the half axes `radii`.
    @inline(__always)
    static func ellipsoid(_ point: Vector3, center: Vector3, radii: Vector3) -> Double {
        let d = point - center
        let unit = Vector3(d.x / radii.x, d.y / radii.y, d.z / radii.z)
        let slope = Vector3(unit.x / radii.x, unit.y / radii.y, unit.z / radii.z)
        let (k0, k1) = (unit.length, slope.length)
        return k1 > 1e-9 ? k0 * (k0 - 1) / k1 : -min(radii.x, min(radii.y, radii.z))
    }

    /// About the distance to an ellipse in a plane.
    @inline(__always)
    static func ellipse(_ x: Double, _ y: Double, radii: (x: Double, y: Double)) -> Double {
        let (ux, uy) = (x / radii.x, y / radii.y)
        let k0 = (ux * ux + uy * uy).squareRoot()
        let (sx, sy) = (ux / radii.x, uy / radii.y)
        let k1 = (sx * sx + sy * sy).squareRoot()
        return k1 > 1e-9 ? k0 * (k0 - 1) / k1 : -min(radii.x, radii.y)
    }

    /// The distance to a rod from `a` to `b` whose radius changes from `radiusA` to `radiusB`.
    @inline(__always)
    static func rod(
        _ point: Vector3, _ a: Vector3, _ b: Vector3, _ radiusA: Double, _ radiusB: Double
    ) -> Double {
        let (pa, ba) = (point - a, b - a)
        let t = min(max(pa.dot(ba) / max(ba.dot(ba), 1e-9), 0), 1)
        return (pa - ba * t).length - (radiusA + (radiusB - radiusA) * t)
    }

    /// The union of two shapes with a fillet of about `blend` millimetres.
    @inline(__always)
    static func union(_ a: Double, _ b: Double, blend: Double) -> Double {
        let h = max(blend - abs(a - b), 0) / blend
        return min(a, b) - h * h * blend * 0.25
    }

    /// What two shapes share, with an edge rounded by about `blend` millimetres.
    @inline(__always)
    static func intersection(_ a: Double, _ b: Double, blend: Double) -> Double {
        -union(-a, -b, blend: blend)
    }

    /// How much of a sample of width `width` lies inside a surface at distance `distance`, 0...1.
    @inline(__always)
    static func coverage(_ distance: Double, width: Double) -> Double {
        smoothStep(0.5 - distance / (2 * width))
    }

    /// 0 below 0, 1 above 1, and an S-shaped curve between.
    @inline(__always)
    static func smoothStep(_ t: Double) -> Double {
        let clamped = min(max(t, 0), 1)
        return clamped * clamped * (3 - 2 * clamped)
    }

    /// 1 inside `from...to`, falling to 0 over `edge` outside.
    @inline(__always)
    static func band(_ value: Double, from: Double, to: Double, edge: Double) -> Double {
        smoothStep((value - from) / edge + 1) * smoothStep((to - value) / edge + 1)
    }
}
