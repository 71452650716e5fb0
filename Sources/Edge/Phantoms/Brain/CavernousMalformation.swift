import Glibc
import Imaging

/// The types of cavernous malformation, and the lesion that only susceptibility weighting shows.
///
/// Source: Zabramski et al. 1994, doi:10.3171/jns.1994.80.3.0422.
enum MalformationType: String, Sendable {
    /// Subacute haemorrhage: bright on T1.
    case one = "I"
    /// Reticulated core with a complete dark rim.
    case two = "II"
    /// Chronic: dark on T2, larger on gradient echo.
    case three = "III"
    /// A dot on gradient echo alone.
    case four = "IV"
    /// A dot on susceptibility weighting alone, which the scheme does not classify.
    case susceptibilityOnly = "unclassifiable"
}

/// One cavernous malformation.
struct CavernousMalformation: Sendable {
    /// Its type.
    let type: MalformationType
    /// Its centre in patient millimetres.
    let center: Vector3
    /// Its largest diameter on T2 in millimetres; of a dot, the size of the dot.
    let diameterMM: Double
    /// The part of the brain, as the instrument `ccm-zabramski` names it.
    let location: String

    /// The side, as the instrument names it.
    var side: String { center.x > 0 ? "L" : "R" }

    /// Lays the lesion over the brain.
    func lay(
        at p: Vector3, noise: LatticeNoise, widthMM: Double, into mix: inout TissueMix<HeadTissue>
    ) {
        let radius = diameterMM / 2
        let offset = p - center
        guard offset.length < radius + 9 else { return }
        let edge = offset.length - radius + radius * 0.14 * noise.value(p, sizeMM: radius * 0.9)
        switch type {
        case .one: layFresh(p, edge: edge, widthMM: widthMM, into: &mix)
        case .two: layReticulated(p, edge: edge, noise: noise, widthMM: widthMM, into: &mix)
        case .three: layChronic(edge: edge, widthMM: widthMM, into: &mix)
        case .four, .susceptibilityOnly: break
        }
    }

    /// How much signal is left beside the lesion on a sequence that is sensitive to iron, 0...1.
    func signal(at p: Vector3, bloomMM: Double, showsDots: Bool, showsFaintDots: Bool) -> Double {
        let offset = Vector3(p.x - center.x, p.y - center.y, (p.z - center.z) * 0.8).length
        let radius = diameterMM / 2
        switch type {
        case .one, .two:
            let rim = abs(offset - radius) - 0.8 - bloomMM
            return 1 - 0.92 * DistanceField.smoothStep(0.5 - rim / 2.4)
        case .three:
            return 1 - 0.97 * DistanceField.smoothStep(0.5 - (offset - radius - bloomMM) / 2.4)
        case .four:
            guard showsDots else { return 1 }
            return 1 - 0.95
                * DistanceField.smoothStep(0.5 - (offset - radius - bloomMM * 0.5) / 1.8)
        case .susceptibilityOnly:
            guard showsFaintDots else { return 1 }
            return 1 - 0.9 * DistanceField.smoothStep(0.5 - (offset - radius - bloomMM * 0.5) / 1.8)
        }
    }

    private func layFresh(
        _ p: Vector3, edge: Double, widthMM: Double, into mix: inout TissueMix<HeadTissue>
    ) {
        // Oedema brings water into the white matter around a fresh bleed.
        mix.turn(.white, into: .fluid, 0.28 * DistanceField.smoothStep((6 - edge) / 5))
        mix.lay(.haemosiderin, DistanceField.coverage(edge, width: widthMM) * 0.85)
        mix.lay(.freshBlood, DistanceField.coverage(edge + 1.3, width: widthMM))
    }

    private func layReticulated(
        _ p: Vector3, edge: Double, noise: LatticeNoise, widthMM: Double,
        into mix: inout TissueMix<HeadTissue>
    ) {
        mix.lay(.haemosiderin, DistanceField.coverage(edge, width: widthMM))
        let core = DistanceField.coverage(edge + 1.9, width: widthMM)
        let cell = noise.value(p + Vector3(70, 0, 0), sizeMM: 4.6)
        let kind = noise.value(p + Vector3(0, 70, 0), sizeMM: 5.2)
        mix.lay(.oldBlood, core)
        let bright = DistanceField.smoothStep((abs(cell) - 0.10) / 0.16)
        mix.lay(kind > -0.05 ? .freshBlood : .fluid, core * bright * 0.9)
    }

    private func layChronic(
        edge: Double, widthMM: Double, into mix: inout TissueMix<HeadTissue>
    ) {
        mix.lay(.haemosiderin, DistanceField.coverage(edge, width: widthMM))
        mix.lay(.oldBlood, DistanceField.coverage(edge + 1.6, width: widthMM))
    }
}
