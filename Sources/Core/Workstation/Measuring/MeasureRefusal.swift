import Imaging
import ReaderStudies

extension Refusal {
    /// Why nothing can be measured on what the active pane shows; `nil` when it can.
    static func noMeasuring(_ state: WorkstationState) -> String? {
        if let refusal = noImage(state) { return refusal }
        guard let viewer = state.reading?.viewer, viewer.plane != .acquired else { return nil }
        let arrangement = SliceArrangement(viewer.volume.geometry)
        if let gap = arrangement.gaps.first {
            return """
                Slices are missing after slice \(gap + 1), so computed planes are not measured. Measure on the \
                slices as acquired.
                """
        }
        return arrangement.isEven
            ? nil
            : "Slices lie unevenly, so computed planes are not measured. Measure on the slices as acquired."
    }

    /// Why nothing can be painted.
    static func noPainting(_ state: WorkstationState) -> String? {
        if let refusal = noMeasuring(state) { return refusal }
        return state.reading?.viewer?.isAcquired == true
            ? nil : "Voxels are painted on the slices as acquired, not on computed planes."
    }
}
