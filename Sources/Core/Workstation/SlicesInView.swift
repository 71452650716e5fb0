import ReaderStudies

/// Which slice of which series a frame shows.
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
        return SlicesInView(
            slices: ReadingLayout(self, reading).shown.map {
                SlicesInView.Slice(
                    series: reading.viewers[$0].series, index: reading.viewers[$0].slice)
            })
    }
}

/// Slices that a frame showed count as seen; coarse previews do not, and are remembered as such.
func markSeen(_ state: inout WorkstationState, _ shown: SlicesInView, full: Bool) {
    guard var reading = state.reading else { return }
    for slice in shown.slices {
        for index in reading.viewers.indices where reading.viewers[index].series == slice.series {
            if !full {
                reading.viewers[index].wasPreviewed = true
            } else if reading.viewers[index].seen.insert(slice.index) {
                reading.log.change()
            }
        }
    }
    state.reading = reading
}
