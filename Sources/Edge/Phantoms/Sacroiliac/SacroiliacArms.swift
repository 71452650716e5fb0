import Imaging

/// What pelvic tissues look like in the three arms.
enum SacroiliacArms {
    /// T1-weighted turbo spin echo without fat suppression, arbitrary units.
    static let t1 = Contrast<PelvicTissue> { tissue in
        switch tissue {
        case .fat: 820
        case .fattyMarrow: 860
        case .marrow: 560
        case .trabecula: 250
        case .muscle: 270
        case .gas: 5
        case .cortex: 35
        case .sclerosis: 95
        case .cartilage: 265
        case .ligament: 120
        case .nerve: 300
        case .blood: 110
        case .disc: 265
        case .bowelWall: 280
        case .bowelContent: 330
        case .erosion: 300
        }
    }

    /// Computed tomography, Hounsfield units.
    static let ct = Contrast<PelvicTissue> { tissue in
        switch tissue {
        case .fat: -100
        case .fattyMarrow: -50
        case .marrow: 10
        case .trabecula: 850
        case .muscle: 58
        case .gas: -960
        case .cortex: 1350
        case .sclerosis: 720
        case .cartilage: 85
        case .ligament: 90
        case .nerve: 35
        case .blood: 45
        case .disc: 85
        case .bowelWall: 42
        case .bowelContent: 25
        case .erosion: 60
        }
    }

    /// Synthetic CT: no gas, softer bone.
    static let synthetic = Contrast<PelvicTissue> { tissue in
        switch tissue {
        case .gas: -40
        case .cortex: 1120
        case .sclerosis: 650
        case .trabecula: 760
        case .ligament: 60
        case .bowelContent, .bowelWall: 30
        default: ct(TissueMix(tissue))
        }
    }
}
