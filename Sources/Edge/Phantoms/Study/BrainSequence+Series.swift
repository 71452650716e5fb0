import ImageFiles
import Imaging

extension BrainSequence {
    /// Series Description.
    var description: String {
        switch self {
        case .t1: "t1 se axial"
        case .t2: "t2 tse axial"
        case .gre: "t2star gre axial"
        case .swi: "swi axial"
        }
    }

    /// How the images were made.
    var technique: DICOMSeries.Technique {
        switch self {
        case .t1: .mr(echoTimeMS: 12, repetitionTimeMS: 520, scanningSequence: "SE")
        case .t2: .mr(echoTimeMS: 98, repetitionTimeMS: 4800, scanningSequence: "SE")
        case .gre: .mr(echoTimeMS: 22, repetitionTimeMS: 680, scanningSequence: "GR")
        case .swi: .mr(echoTimeMS: 20, repetitionTimeMS: 28, scanningSequence: "GR")
        }
    }
}
