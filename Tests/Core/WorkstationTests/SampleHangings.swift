import Imaging
import Instruments
import ReaderStudies
import TerminalUI

@testable import Workstation

/// Hangings and volumes in other planes for the tests of panes.
enum SampleHangings {
    /// Two series side by side, then three planes of the first and a slab of the second.
    static let stages = Hanging(stages: [
        HangingStage(
            columns: 2, rows: 1,
            panes: [
                HangingPane(column: 0, row: 0, rule: 0, window: "lung", start: 0),
                HangingPane(column: 1, row: 0, rule: 1),
            ]),
        HangingStage(
            columns: 3, rows: 2,
            panes: [
                HangingPane(column: 0, row: 0, width: 2, height: 2, rule: 0),
                HangingPane(column: 2, row: 0, rule: 0, plane: .coronal),
                HangingPane(
                    column: 2, row: 1, rule: 1, plane: .sagittal, slabMM: 10, projection: .maximum),
            ]),
    ])

    /// A volume whose value at a place is x + 100 y + 10,000 z, millimetres of the patient, with slices as `geometry` says.
    static func ramp(
        _ geometry: VolumeGeometry, windows: [VOIWindow] = [], remarks: SourceRemarks = []
    ) -> ImageVolume {
        let samples = (0..<geometry.slices).flatMap { slice in
            (0..<geometry.rows).flatMap { row in
                (0..<geometry.columns).map { column in
                    let place = geometry.position(
                        column: Double(column), row: Double(row), slice: slice)
                    return Float(place.x + 100 * place.y + 10_000 * place.z)
                }
            }
        }
        return ImageVolume(
            geometry: geometry,
            storage: MemoryStorage(
                sampleType: .float32, sliceByteCount: geometry.rows * geometry.columns * 4,
                bytes: samples.withUnsafeBytes(Array.init)),
            slices: Array(repeating: SliceAttributes(windows: windows), count: geometry.slices),
            modality: .computedTomography, remarks: remarks)
    }

    /// A state in which a read of these volumes is open, in a terminal of 200 × 60.
    static func state(
        _ volumes: [ImageVolume], size: Size = Size(width: 200, height: 60),
        hanging: Hanging? = nil, view: ViewState? = nil, series: Int? = nil
    ) throws -> WorkstationState {
        var state = WorkstationState(size: size, capabilities: SampleReads.sixel)
        let opened = SampleReads.opened(
            series: series ?? volumes.count, slices: volumes.first?.geometry.slices ?? 0,
            view: view, hanging: hanging)
        let tokens = opened.blindedCase.series.map(\.token)
        _ = update(
            &state,
            .opened(
                opened, try SampleForms.joints(),
                Dictionary(uniqueKeysWithValues: zip(tokens, volumes))))
        return state
    }
}
