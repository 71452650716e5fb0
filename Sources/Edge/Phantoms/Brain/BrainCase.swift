import Glibc
import Imaging

/// The four sequences of a brain examination.
enum BrainSequence: String, CaseIterable, Sendable {
    case t1 = "T1", t2 = "T2", gre = "GRE", swi = "SWI"

    /// What tissues look like.
    var contrast: Contrast<HeadTissue> {
        switch self {
        case .t1: HeadContrasts.t1
        case .t2: HeadContrasts.t2
        case .gre: HeadContrasts.gre
        case .swi: HeadContrasts.swi
        }
    }

    /// How far iron darkens its surroundings, millimetres.
    var bloomMM: Double {
        switch self {
        case .t1, .t2: 0
        case .gre: 1.6
        case .swi: 2.4
        }
    }

    /// Standard deviation of the noise, in units of the picture.
    var noise: Double { self == .swi ? 9 : 6.5 }
    /// Blur of the picture in pixels.
    var blur: Double { self == .swi ? 0.35 : 0.5 }
}

/// One participant's head in all sequences.
struct BrainCase: Sendable {
    private let volume: TissueVolume<HeadTissue>
    private let malformations: [CavernousMalformation]
    private let thicknessMM: Double

    /// Draws a head.
    init(
        seed: UInt64, geometry: VolumeGeometry, thicknessMM: Double, ventricleSize: Double,
        sulcusMM: Double, malformations: [CavernousMalformation]
    ) {
        let head = Head(
            seed: seed, ventricleSize: ventricleSize, sulcusMM: sulcusMM,
            malformations: malformations, pixelMM: geometry.columnSpacingMM)
        volume = TissueVolume(geometry, thicknessMM: thicknessMM, depths: 3) {
            head.tissues(at: $0)
        }
        self.malformations = malformations
        self.thicknessMM = thicknessMM
    }

    /// The picture of one sequence, without noise.
    func picture(_ sequence: BrainSequence) -> FloatVolume {
        var picture = volume.picture(sequence.contrast)
        guard sequence.bloomMM > 0 else { return picture }
        for (index, center) in picture.geometry.centers.enumerated() where picture.values[index] > 0
        {
            picture.values[index] *= Float(signal(at: center, sequence))
        }
        return picture
    }

    /// How much signal iron and air leave at a point, as the mean through the slice, 0...1.
    private func signal(at center: Vector3, _ sequence: BrainSequence) -> Double {
        var mean = airSignal(center, sequence)
        for lesion in malformations where (lesion.center - center).length < 30 {
            let depths = [-0.36, -0.12, 0.12, 0.36]
            let sum = depths.reduce(0) { sum, depth in
                sum
                    + lesion.signal(
                        at: center + Vector3(0, 0, depth * thicknessMM), bloomMM: sequence.bloomMM,
                        showsDots: true, showsFaintDots: sequence == .swi)
            }
            mean *= sum / Double(depths.count)
        }
        return mean
    }

    /// Air in the sinuses and the petrous bones takes signal from the brain beside it.
    private func airSignal(_ p: Vector3, _ sequence: BrainSequence) -> Double {
        let strength = sequence == .swi ? 0.9 : 0.75
        let sinus = (p - Vector3(0, -50, -22)).length / 19
        let ear = (Vector3(abs(p.x), p.y, p.z) - Vector3(56, 22, -36)).length / 15
        let lost = exp(-sinus * sinus * 1.2) + exp(-ear * ear * 1.4)
        return max(0, 1 - strength * lost)
    }
}
