import BundledResources
import Imaging
import Instruments
import ReaderStudies
import StudyFiles
import TerminalUI

/// Prints how long a key takes to become bytes, one line a renderer.
enum KeyBenchmark {
    static func run() throws {
        let instrument = try InstrumentLibrary(folders: [BundledResources.instruments])
            .load(named: "sij-structural")
        let theme = try ThemeLibrary(folders: [BundledResources.themes]).theme()
        let volume = syntheticVolume(size: 512, slices: 20)
        let opened = OpenedRead(blindedCase: blindedCase(instrument, slices: 20))
        print("key press to new bytes, in process, series of 512 × 512, 400 keys")
        print("renderer   median ms   95th percentile ms   kB a frame   (target: 95th below 16 ms)")
        for mode in [GraphicsMode.ascii, .half, .sixel, .kitty] {
            let result = KeyToBytes(mode: mode, keyCount: 400, theme: theme)
                .run(opened, instrument, volume)
            print(
                Columns.right(mode.rawValue, 8), Columns.right(Columns.fixed(result.medianMS), 12),
                Columns.right(Columns.fixed(result.percentile95MS), 20),
                Columns.right("\(result.bytesPerFrame / 1000)", 12))
        }
    }

    /// Rings, a ramp and noise: as many greys, edges and as little that repeats as a CT slice has.
    static func syntheticVolume(size: Int, slices: Int) -> ImageVolume {
        var generator = SeededGenerator(state: 20_260_601)
        var samples: [Int16] = []
        samples.reserveCapacity(size * size * slices)
        for slice in 0..<slices {
            for row in 0..<size {
                for column in 0..<size {
                    let x = Double(column - size / 2)
                    let y = Double(row - size / 2)
                    let radius = (x * x + y * y).squareRoot() + Double(slice)
                    let ring = Int(radius / 24).isMultiple(of: 3) ? 900.0 : 40.0
                    let inside = radius < Double(size) * 0.48
                    let noise = Double(generator.next() % 60) - 30
                    samples.append(Int16(inside ? ring + y * 0.4 + noise : -1000 + noise / 8))
                }
            }
        }
        let geometry = VolumeGeometry(
            columns: size, rows: size, rowDirection: Vector3(1, 0, 0),
            columnDirection: Vector3(0, 1, 0), columnSpacingMM: 0.7, rowSpacingMM: 0.7,
            positions: (0..<slices).map { Vector3(0, 0, Double($0) * 3) })
        return ImageVolume(
            geometry: geometry, storage: MemoryStorage(samples, sliceSampleCount: size * size),
            slices: Array(
                repeating: SliceAttributes(windows: [VOIWindow(center: 300, width: 1500)]),
                count: slices),
            modality: .computedTomography, units: "HU")
    }

    static func blindedCase(
        _ instrument: Instrument, slices: Int, window: String = "300,1500"
    ) -> BlindedCase {
        BlindedCase(
            study: "bench", session: 1, sessionCount: 1, position: 1, caseCount: 1, armLabel: "A",
            shows: [], instrument: instrument.reference,
            series: [BlindedSeries(token: "s", title: "A 1", sliceCount: slices)],
            window: window, display: DisplayFloor())
    }
}
