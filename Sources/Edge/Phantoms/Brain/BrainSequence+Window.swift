import Imaging

extension BrainSequence {
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
