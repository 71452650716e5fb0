import Imaging
import Instruments
import ReaderStudies

extension ReadingState {
    /// Whether what is measured can answer the question in focus.
    func fits(_ state: WorkstationState) -> Bool {
        fittingAnswer(state, keepsMasks: false) != nil
    }

    /// What is measured as an answer to the question in focus, with all that is kept of it; `nil` where it does not fit.
    func fittingAnswer(
        _ state: WorkstationState, keepsMasks: Bool = true
    ) -> (answer: AnswerValue, measured: AnswerMeasurement)? {
        guard let question = askedQuestion,
            var measured = measurement(state, keepsMasks: keepsMasks)
        else { return nil }
        let used = usedQuantities(of: measured, beside: question.key)
        guard
            let quantity = measured.quantities.first(where: {
                !used.contains($0.name) && question.item.takes($0)
            })
        else { return nil }
        measured.answered = quantity.name
        switch question.item.kind {
        case .percentage, .count:
            return (.integer(Int(quantity.value.rounded())), measured)
        default: return (.number(quantity.value), measured)
        }
    }

    /// The quantities of the same lines that already answer other questions at this site.
    private func usedQuantities(
        of measured: AnswerMeasurement, beside key: ItemKey
    ) -> Set<String> {
        let others = answers.sheet.measurements.filter {
            $0.key.site == key.site && $0.key != key && $0.value.points == measured.points
                && $0.value.masks == nil
        }
        return Set(others.values.map(\.answered))
    }

    /// What is chosen or painted, as the store keeps it.
    private func measurement(
        _ state: WorkstationState, keepsMasks: Bool
    ) -> AnswerMeasurement? {
        guard let viewer else { return nil }
        if case .measure(.brush) = mode {
            return paintedMeasurement(state, viewer, keepsMasks: keepsMasks)
        }
        guard board.drawing.draft == nil, let drawn = board.chosenMeasurement,
            drawn.place == DrawnPlace(viewer),
            let quantities = try? drawn.quantities(in: viewer.shown), !quantities.isEmpty
        else { return nil }
        return AnswerMeasurement(
            kind: drawn.tool.kind, series: viewer.series, plane: viewer.plane.name,
            computed: viewer.planeRecord, slice: viewer.slice,
            points: drawn.points.map(viewer.measuredPoint),
            quantities: quantities.map(AnswerQuantity.init), answered: "",
            window: viewer.voi.window,
            pixelScale: geometry(state)?.mapping.scale ?? 0)
    }

    private func paintedMeasurement(
        _ state: WorkstationState, _ viewer: Viewer, keepsMasks: Bool
    ) -> AnswerMeasurement? {
        guard let painting = board.drawing.paintings[viewer.series],
            let quantities = try? painting.quantities()
        else { return nil }
        return AnswerMeasurement(
            kind: .mask, series: viewer.series, plane: viewer.plane.name, slice: viewer.slice,
            points: [], masks: keepsMasks ? painting.masks : [], quantities: quantities,
            answered: "",
            window: viewer.voi.window, pixelScale: geometry(state)?.mapping.scale ?? 0)
    }
}

extension AnswerMeasurement {
    /// A measurement through a window, or through a table of the file when there is none.
    fileprivate init(
        kind: Kind, series: SeriesToken, plane: String, computed: PlaneRecord? = nil, slice: Int,
        points: [MeasuredPoint],
        masks: [PaintedMask]? = nil, quantities: [AnswerQuantity], answered: String,
        window: VOIWindow?, pixelScale: Double
    ) {
        self.init(
            kind: kind, series: series, plane: plane, computed: computed, slice: slice,
            points: points, masks: masks,
            quantities: quantities, answered: answered, windowCenter: window?.center ?? 0,
            windowWidth: window?.width ?? 0, pixelScale: pixelScale)
    }
}

extension Viewer {
    /// A point of the slice in view as an acquired place and in patient millimetres.
    fileprivate func measuredPoint(_ point: ImagePoint) -> MeasuredPoint {
        let position = position(of: point)
        let millimetres = [position.x, position.y, position.z]
        guard plane != .acquired else {
            return MeasuredPoint(
                voxel: [point.column, point.row, Double(slice)], positionMM: millimetres)
        }
        let place = volume.geometry.place(of: position)
        let spacing = SliceArrangement(volume.geometry).spacingMM ?? 0
        let depth = spacing > 0 ? place.distanceMM / spacing : 0
        return MeasuredPoint(
            voxel: [place.point.column, place.point.row, Double(place.slice) + depth],
            positionMM: millimetres)
    }
}

extension Item {
    /// Whether a measured number can answer it: the one that it asks for, or one of its unit.
    func takes(_ quantity: AnswerQuantity) -> Bool {
        if let name = drawing?.quantity, name != quantity.name { return false }
        if case .count = kind { return drawing != nil }
        return takes(unit: quantity.unit)
    }

    /// Whether a number of a unit can answer it: the same unit, however it is written.
    func takes(unit: String) -> Bool {
        switch kind {
        case .percentage: unit == "%"
        case .number(let format): Self.plain(format.unit) == Self.plain(unit)
        case .binary, .codes, .count, .text, .mark: false
        }
    }

    /// A unit without what people write differently: `10⁻³ mm²/s` and `10^-3 mm2/s`, `g/ml SUVbw` and `g/ml`.
    private static func plain(_ unit: String) -> String {
        let digits: [Character: Character] = ["²": "2", "³": "3", "⁻": "-", "×": "x"]
        let letters = unit.lowercased().map { digits[$0] ?? $0 }
        let words = String(letters.filter { $0 != "^" && $0 != "*" })
            .split(separator: " ").filter { $0 != "suvbw" && $0 != "x" }
        let text = words.joined()
        return text == "deg" || text == "degrees" ? "°" : text
    }
}
