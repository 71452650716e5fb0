import Imaging
import ReaderStudies
import TerminalUI

extension ReadingState {
    /// Everything that is drawn on any slice of the case, by series, planes and slice, as places in the order of drawing.
    var listedMeasurements: [Int] {
        let drawn = board.drawing.finished
        return drawn.indices.sorted {
            (order(of: drawn[$0].place), $0) < (order(of: drawn[$1].place), $1)
        }
    }

    private func order(of place: DrawnPlace) -> Int {
        let series = series.firstIndex { $0.token == place.series } ?? 0
        return (series * 2 + (place.plane == .acquired ? 0 : 1)) << 32 + place.slice
    }

    /// `slice 14  distance  length 3.0 mm` in some cells, with the series where there are several.
    fileprivate func text(ofMeasurement index: Int, width: Int) -> String {
        let drawn = board.drawing.finished[index]
        guard let source = series.first(where: { $0.token == drawn.place.series }) else {
            return ""
        }
        let plane = drawn.place.words.map { "\($0) " } ?? ""
        let title = series.count > 1 ? "\(source.title)  " : ""
        let start = "\(title)\(plane)slice \(drawn.place.slice + 1)  \(drawn.tool.title)  "
        let numbers = numbers(of: drawn, source)
        return start + (numbers.first { start.count + $0.count <= width } ?? numbers.last ?? "")
    }

    private func numbers(of drawn: DrawnMeasurement, _ source: LoadedSeries) -> [String] {
        do throws(MeasureError) {
            guard let planes = try? source.volume.shown(drawn.place.plane, slab: drawn.place.slab)
            else { return [] }
            return MeasureText.texts(try drawn.quantities(in: planes).map(AnswerQuantity.init))
        } catch { return [error.description] }
    }

    /// Goes to the slice and the planes of a measurement and chooses it.
    mutating func go(toMeasurement index: Int) {
        guard board.drawing.finished.indices.contains(index) else { return }
        let drawn = board.drawing.finished[index]
        let place = drawn.place
        endMode()
        jump { reading in
            reading.go(
                to: JumpHistory.Place(series: place.series, slice: place.slice, plane: place.plane))
            reading.take(place.slab, slice: place.slice)
        }
        beginMeasuring(drawn.tool)
        board.chosen = index
        cursor = drawn.points.last.map { VoxelCursor($0) } ?? cursor
    }

    private mutating func take(_ slab: Slab?, slice: Int) {
        guard var viewer, viewer.slab != slab else { return }
        viewer.refusal = viewer.show(viewer.plane, slab, at: localPoint(in: viewer))
        self.viewer = viewer
        go(to: slice)
    }
}

extension PopupView {
    /// The measurements of the case.
    func drawMeasurements(_ selected: Int, _ frame: inout Frame) {
        guard let reading = state.reading else { return }
        let lines = reading.listedMeasurements.map { index in
            MenuLine(
                key: "", text: reading.text(ofMeasurement: index, width: state.size.width - 13))
        }
        Menu(
            title: "measurements", lines: lines, selected: selected,
            footer: "Enter goes there   Esc closes"
        ).draw(&frame)
    }
}
