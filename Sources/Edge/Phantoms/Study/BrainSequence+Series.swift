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

    /// The window that the files suggest, in stored values.
    var window: VOIWindow {
        switch self {
        case .t1: VOIWindow(center: 152, width: 304)
        case .t2: VOIWindow(center: 180, width: 360)
        case .gre: VOIWindow(center: 136, width: 272)
        case .swi: VOIWindow(center: 120, width: 240)
        }
    }
}
