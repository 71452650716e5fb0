import Imaging
import Instruments
import ReaderStudies
import Workstation

/// Does what `update` asks for, through the one protocol that a reading screen may use.
struct EffectRunner {
    /// The store's side.
    let access: any ReaderAccess
    /// The reading forms of the study.
    let instruments: [Instrument]
    /// The pixels of a series of the open read.
    let volume: (SeriesToken) throws(AccessRefusal) -> ImageVolume

    /// Does one effect; returns the action that answers it.
    func perform(_ effect: WorkstationEffect) -> WorkstationAction {
        do throws(AccessRefusal) {
            return try outcome(of: effect)
        } catch {
            return .refused(effect, error)
        }
    }

    private func outcome(
        of effect: WorkstationEffect
    ) throws(AccessRefusal) -> WorkstationAction {
        switch effect {
        case .loadWorklist: return .worklist(try access.worklist())
        case .openNext: return try opened(try access.open())
        case .amend(let reason): return try opened(try access.amend(reason: reason))
        case .record(let entry): return .saved(try access.record(entry))
        case .recordView(let view): return .viewSaved(try access.record(view: view))
        case .sign(let view): return .signed(try access.sign(view: view))
        case .leave:
            try access.leave()
            return .left
        case .rememberGraphics, .useTheme, .useMouse, .askTerminal, .testPattern, .examples,
            .redraw,
            .quit:
            preconditionFailure("\(effect) is for the loop, not for the store")
        }
    }

    private func opened(_ read: OpenedRead) throws(AccessRefusal) -> WorkstationAction {
        let reference = read.blindedCase.instrument
        guard let instrument = instruments.first(where: { $0.reference == reference }) else {
            throw .closed("The reading form \(reference.text) is missing. Tell the coordinator.")
        }
        var volumes: [SeriesToken: ImageVolume] = [:]
        for series in read.blindedCase.series { volumes[series.token] = try volume(series.token) }
        return .opened(read, instrument, volumes)
    }
}
