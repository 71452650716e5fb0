extension [Look] {
    /// Looks that differ in nothing but time as one: by series and slice, the longest first.
    public var summed: [Look] {
        var places: [Look: Int] = [:]
        var sums: [Look] = []
        for look in self {
            var untimed = look
            untimed.shownMS = 0
            if let place = places[untimed] {
                sums[place].shownMS += look.shownMS
            } else {
                places[untimed] = sums.count
                sums.append(look)
            }
        }
        return sums.enumerated().sorted {
            ($0.element.series, $0.element.slice, $1.element.shownMS, $0.offset)
                < ($1.element.series, $1.element.slice, $0.element.shownMS, $1.offset)
        }.map(\.element)
    }
}
