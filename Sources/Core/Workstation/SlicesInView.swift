import ReaderStudies

/// Which acquired slices of which series a frame shows; computed planes and slabs show none.
public struct SlicesInView: Hashable, Sendable {
    fileprivate struct Slice: Hashable {
        let series: SeriesToken
        let index: Int
    }

    fileprivate let slices: [Slice]
}

extension WorkstationState {
    /// What a frame of this state shows.
    public var slicesInView: SlicesInView {
        guard fits, !isLinear, let reading else { return SlicesInView(slices: []) }
        let shown = ReadingLayout(self, reading).shown.map { reading.panes[$0] }
        return SlicesInView(
            slices: shown.filter(\.isAcquired).map {
                SlicesInView.Slice(series: $0.series, index: $0.slice)
            })
    }
}

/// Slices that a frame showed count as seen; coarse previews do not, and are remembered as such.
func markSeen(_ state: inout WorkstationState, _ shown: SlicesInView, full: Bool) {
    guard var reading = state.reading else { return }
    for slice in shown.slices {
        if !full {
            reading.previewed.insert(slice.series)
        } else if reading.seen[slice.series]?.insert(slice.index) == true {
            reading.log.change()
        }
    }
    state.reading = reading
}
