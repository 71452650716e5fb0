import ReaderStudies

extension ReadingState {
    /// Where the reader is.
    var place: JumpHistory.Place? {
        viewer.map { JumpHistory.Place(series: $0.series, slice: $0.slice, plane: $0.plane) }
    }

    /// Goes to a place of any series of the case.
    mutating func go(to place: JumpHistory.Place) {
        guard let series = series.first(where: { $0.token == place.series }) else { return }
        show(series)
        if var viewer, viewer.plane != place.plane {
            let slab = place.plane == .acquired ? nil : viewer.slab
            viewer.refusal = viewer.show(place.plane, slab, at: localPoint(in: viewer))
            self.viewer = viewer
        }
        go(to: place.slice)
    }

    /// Does something that jumps, and remembers from where.
    mutating func jump(_ move: (inout ReadingState) -> Void) {
        guard let before = place else { return }
        move(&self)
        if place != before { jumps.leave(before) }
    }

    /// Marks and key images, series by series and slice by slice, each place once.
    var markedPlaces: [JumpHistory.Place] {
        series.map(\.token).flatMap { series in
            let slices =
                allMarks.filter { $0.mark.series == series }.map(\.mark.slice)
                + (keyImages[series] ?? [])
            return Set(slices).sorted().map { JumpHistory.Place(series: series, slice: $0) }
        }
    }

    /// The next marked place after this one (before it for -1), and round again.
    func markedPlace(_ step: Int) -> JumpHistory.Place? {
        let places = markedPlaces
        guard let place else { return nil }
        func isAfter(_ other: JumpHistory.Place) -> Bool {
            (order(of: other), other.slice) > (order(of: place), place.slice)
        }
        let following =
            step > 0
            ? places.first(where: isAfter)
            : places.last { $0 != place && !isAfter($0) }
        return following ?? (step > 0 ? places.first : places.last)
    }

    private func order(of place: JumpHistory.Place) -> Int {
        series.firstIndex { $0.token == place.series } ?? 0
    }

    /// Whether the slice in view is a key image.
    var isKeyImage: Bool {
        guard let place, viewer?.isAcquired == true else { return false }
        return keyImages[place.series]?.contains(place.slice) ?? false
    }

    /// Makes the slice in view a key image, or no longer one.
    mutating func toggleKeyImage() {
        guard let place else { return }
        if isKeyImage {
            keyImages[place.series]?.remove(place.slice)
        } else {
            keyImages[place.series, default: []].insert(place.slice)
        }
    }
}

/// Jumps that are remembered, so that one can go back.
func performJump(_ reading: inout ReadingState, _ command: Command) {
    switch command {
    case .jump(let step):
        guard let now = reading.place else { return }
        let place =
            step < 0 ? reading.jumps.goBack(from: now) : reading.jumps.goForth(from: now)
        if let place { reading.go(to: place) }
    case .mark(let step):
        guard let place = reading.markedPlace(step) else { return }
        reading.jump { $0.go(to: place) }
    default: break
    }
}
