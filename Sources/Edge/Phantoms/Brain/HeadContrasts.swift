/// What tissues of the head look like in each sequence, arbitrary units.
enum HeadContrasts {
    /// T1-weighted spin echo.
    static let t1 = Contrast<HeadTissue> { tissue in
        switch tissue {
        case .air: 0
        case .skin: 330
        case .fat: 800
        case .muscle: 330
        case .bone: 40
        case .marrow: 560
        case .fluid: 130
        case .grey: 385
        case .white: 520
        case .deepGrey: 425
        case .iron: 480
        case .blood: 70
        case .vein: 330
        case .freshBlood: 860
        case .oldBlood: 330
        case .haemosiderin: 190
        }
    }

    /// T2-weighted turbo spin echo.
    static let t2 = Contrast<HeadTissue> { tissue in
        switch tissue {
        case .air: 0
        case .skin: 160
        case .fat: 520
        case .muscle: 120
        case .bone: 25
        case .marrow: 300
        case .fluid: 960
        case .grey: 395
        case .white: 275
        case .deepGrey: 335
        case .iron: 215
        case .blood: 30
        case .vein: 210
        case .freshBlood: 800
        case .oldBlood: 130
        case .haemosiderin: 45
        }
    }

    /// T2*-weighted gradient echo.
    static let gre = Contrast<HeadTissue> { tissue in
        switch tissue {
        case .air: 0
        case .skin: 190
        case .fat: 330
        case .muscle: 210
        case .bone: 30
        case .marrow: 130
        case .fluid: 640
        case .grey: 450
        case .white: 385
        case .deepGrey: 420
        case .iron: 320
        case .blood: 520
        case .vein: 330
        case .freshBlood: 420
        case .oldBlood: 160
        case .haemosiderin: 30
        }
    }

    /// Susceptibility-weighted magnitude.
    static let swi = Contrast<HeadTissue> { tissue in
        switch tissue {
        case .air: 0
        case .skin: 150
        case .fat: 240
        case .muscle: 190
        case .bone: 25
        case .marrow: 90
        case .fluid: 430
        case .grey: 480
        case .white: 455
        case .deepGrey: 430
        case .iron: 235
        case .blood: 210
        case .vein: 90
        case .freshBlood: 350
        case .oldBlood: 110
        case .haemosiderin: 15
        }
    }
}
