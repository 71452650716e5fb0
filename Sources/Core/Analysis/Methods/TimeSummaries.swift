/// Reading times by reader and arm, and in order.
struct TimeSummaries {
    let table: ReadTable
    let arms: [(place: Int, name: String)]

    /// The section; `nil` where no read has a time.
    func section() -> ResultSection? {
        let reads = table.reads.filter { $0.isSigned && $0.seconds != nil }
        guard !reads.isEmpty else { return nil }
        let names = Dictionary(uniqueKeysWithValues: arms.map { ($0.place, $0.name) })
        let points = reads.compactMap { read -> ReadingTimes.Point? in
            guard let arm = names[read.arm], let seconds = read.seconds else { return nil }
            return ReadingTimes.Point(
                reader: table.readers[read.reader], arm: arm, caseID: table.cases[read.caseID],
                position: read.position, session: read.session, seconds: seconds)
        }.sorted {
            ($0.reader, $0.position ?? 0, $0.caseID) < ($1.reader, $1.position ?? 0, $1.caseID)
        }
        guard !points.isEmpty else { return nil }
        let readers = Set(points.map(\.reader)).sorted()
        let summaries = readers.flatMap { reader in
            arms.compactMap { arm in
                summary(
                    points.filter { $0.reader == reader && $0.arm == arm.name },
                    Stratum(arm: arm.name, reader: reader))
            }
        }
        return ResultSection(
            kind: .readingTime, title: "Reading time",
            methods: ["Active reading time leaves out pauses over 60 s; quartiles are of type 7."],
            contents: [
                .times(
                    ReadingTimes(
                        points: points, summaries: summaries,
                        source: EventSet(reads.map(\.event))))
            ])
    }

    private func summary(
        _ points: [ReadingTimes.Point], _ stratum: Stratum
    ) -> ReadingTimes.Summary? {
        guard !points.isEmpty else { return nil }
        let sorted = points.map(\.seconds).sorted()
        return ReadingTimes.Summary(
            stratum: stratum, reads: sorted.count, median: Self.quantile(sorted, 0.5),
            lowerQuartile: Self.quantile(sorted, 0.25), upperQuartile: Self.quantile(sorted, 0.75),
            hours: sorted.reduce(0, +) / 3600)
    }

    private static func quantile(_ sorted: [Double], _ share: Double) -> Double {
        let place = Double(sorted.count - 1) * share
        let below = Int(place)
        let above = min(below + 1, sorted.count - 1)
        return sorted[below] + (place - Double(below)) * (sorted[above] - sorted[below])
    }
}
