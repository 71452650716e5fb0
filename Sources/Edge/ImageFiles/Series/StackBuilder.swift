import Imaging

/// Sorts frames of one plane and size into one stack, or into several if every place is there several times.
struct StackBuilder {
    private let candidates: [Candidate]
    private let modality: Modality

    /// Frames with the same plane and size.
    init(_ candidates: [Candidate], modality: Modality) {
        self.candidates = candidates
        self.modality = modality
    }

    func stacks() -> [SliceStack] {
        guard let plane = candidates[0].attributes.plane else {
            return [stack(byNumber(candidates), issues: [.noPosition], hasGeometry: false)]
        }
        let normal = plane.normal
        let sorted = candidates.enumerated().sorted { a, b in
            (height(a.element, normal), a.element.attributes.instanceNumber, a.offset)
                < (height(b.element, normal), b.element.attributes.instanceNumber, b.offset)
        }.map(\.element)
        let places = groupedByPlace(sorted, normal)
        let times = places[0].count
        if places.count == 1, times > 1 {
            return [stack(byNumber(candidates), issues: [.noDistance], hasGeometry: false)]
        }
        if times > 1, places.allSatisfy({ $0.count == times }) {
            return (0..<times).map { time in
                stack(places.map { $0[time] }, issues: time == 0 ? [.repeated(times: times)] : [])
            }
        }
        let order = SliceOrder(places: places, normal: normal)
        return [stack(places.map { $0[0] }, issues: order.issues)]
    }

    private func height(_ candidate: Candidate, _ normal: Vector3) -> Double {
        candidate.attributes.plane?.position.dot(normal) ?? 0
    }

    private func byNumber(_ candidates: [Candidate]) -> [Candidate] {
        candidates.enumerated().sorted {
            ($0.element.attributes.instanceNumber, $0.offset)
                < ($1.element.attributes.instanceNumber, $1.offset)
        }.map(\.element)
    }

    /// Neighbours closer than a hundredth of a millimetre are one place.
    private func groupedByPlace(_ sorted: [Candidate], _ normal: Vector3) -> [[Candidate]] {
        var places: [[Candidate]] = []
        for candidate in sorted {
            if let last = places.last?.first,
                height(candidate, normal) - height(last, normal) < 0.01
            {
                places[places.count - 1].append(candidate)
            } else {
                places.append([candidate])
            }
        }
        return places
    }

    private func stack(
        _ frames: [Candidate], issues: [SeriesIssue], hasGeometry: Bool = true
    ) -> SliceStack {
        let first = frames[0]
        var issues = issues
        let spacing = pixelSpacing(first.attributes)
        if spacing == nil { issues.append(.noPixelSpacing) }
        return SliceStack(
            frames: frames.map(\.reference), slices: frames.map(\.attributes.slice),
            geometry: hasGeometry ? spacing.flatMap { geometry(frames, spacing: $0) } : nil,
            rows: first.pixels.rows, columns: first.pixels.columns, sample: first.pixels.sample,
            colour: first.pixels.colour, units: units(first.attributes), issues: issues)
    }

    private func pixelSpacing(_ attributes: FrameAttributes) -> (row: Double, column: Double)? {
        guard let row = attributes.rowSpacingMM, let column = attributes.columnSpacingMM,
            row > 0, column > 0, row.isFinite, column.isFinite
        else { return nil }
        return (row, column)
    }

    private func geometry(
        _ frames: [Candidate], spacing: (row: Double, column: Double)
    ) -> VolumeGeometry? {
        guard let plane = frames[0].attributes.plane else { return nil }
        return VolumeGeometry(
            columns: frames[0].pixels.columns, rows: frames[0].pixels.rows,
            rowDirection: plane.rowDirection, columnDirection: plane.columnDirection,
            columnSpacingMM: spacing.column, rowSpacingMM: spacing.row,
            positions: frames.compactMap { $0.attributes.plane?.position })
    }

    /// CT without a Rescale Type is in Hounsfield units (PS3.3 C.8.2.1); `US` means unspecified.
    private func units(_ attributes: FrameAttributes) -> String {
        if attributes.units.isEmpty { return modality == .computedTomography ? "HU" : "" }
        return attributes.units == "US" ? "" : attributes.units
    }
}
