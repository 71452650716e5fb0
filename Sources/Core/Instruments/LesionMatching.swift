import ReaderStudies

/// When a lesion of one read is the same as one of another read.
public struct LesionMatching: Hashable, Sendable {
    /// Centres this near belong to one lesion, in millimetres, however small it is.
    public let distanceMM: Double
    /// Centres belong to one lesion up to this share of the larger diameter.
    public let diameterShare: Double
    /// The item with the lesion's place.
    public let mark: ItemID
    /// The item with its largest diameter in millimetres; `nil` when none is asked.
    public let diameter: ItemID?
    /// Items and derived values that have to be equal, such as the side.
    public let same: [ItemID]

    /// A rule for matching; both lengths are 0 or more.
    public init(
        distanceMM: Double, diameterShare: Double, mark: ItemID, diameter: ItemID?, same: [ItemID]
    ) {
        self.distanceMM = distanceMM
        self.diameterShare = diameterShare
        self.mark = mark
        self.diameter = diameter
        self.same = same
    }
}

/// The lesions of two reads, put together.
public struct MatchedLesions: Hashable, Sendable {
    /// One lesion seen in both reads.
    public struct Pair: Hashable, Sendable {
        /// Its name in the first read.
        public let first: SiteID
        /// Its name in the second read.
        public let second: SiteID
        /// How far apart its centres were marked, in millimetres.
        public let distanceMM: Double
    }

    /// The lesions of both reads, the nearest pair first.
    public let pairs: [Pair]
    /// Those that only the first read has, in its order.
    public let onlyFirst: [SiteID]
    /// Those that only the second read has, in its order.
    public let onlySecond: [SiteID]
}

extension LesionMatching {
    /// Matches the lesions of two reads, the nearest centres first; a lesion without a mark matches none.
    ///
    /// Marks are compared in patient millimetres, so reads of different series of a case can be matched.
    public func match(_ first: Form, _ second: Form) -> MatchedLesions {
        var candidates: [MatchedLesions.Pair] = []
        for left in first.sheet.lesions {
            for right in second.sheet.lesions {
                guard let distance = distance(left, of: first, right, of: second) else { continue }
                candidates.append(.init(first: left, second: right, distanceMM: distance))
            }
        }
        candidates.sort { $0.distanceMM < $1.distanceMM }
        var pairs: [MatchedLesions.Pair] = []
        var taken: (first: Set<SiteID>, second: Set<SiteID>) = ([], [])
        for pair in candidates
        where !taken.first.contains(pair.first) && !taken.second.contains(pair.second) {
            pairs.append(pair)
            taken.first.insert(pair.first)
            taken.second.insert(pair.second)
        }
        return MatchedLesions(
            pairs: pairs, onlyFirst: first.sheet.lesions.filter { !taken.first.contains($0) },
            onlySecond: second.sheet.lesions.filter { !taken.second.contains($0) })
    }

    /// How far apart two lesions are, when they can be one; else `nil`.
    private func distance(
        _ left: SiteID, of first: Form, _ right: SiteID, of second: Form
    ) -> Double? {
        guard let one = place(left, first), let other = place(right, second),
            same.allSatisfy({ value($0, left, first) == value($0, right, second) })
        else { return nil }
        let diameter = max(diameterMM(left, first), diameterMM(right, second))
        let distance = zip(one, other).reduce(0) { $0 + ($1.0 - $1.1) * ($1.0 - $1.1) }.squareRoot()
        return distance <= max(distanceMM, diameterShare * diameter) ? distance : nil
    }

    private func place(_ lesion: SiteID, _ form: Form) -> [Double]? {
        guard case .value(.mark(let mark))? = form.sheet.answers[ItemKey(lesion, self.mark)] else {
            return nil
        }
        return mark.positionMM
    }

    private func diameterMM(_ lesion: SiteID, _ form: Form) -> Double {
        guard let diameter,
            case .value(.number(let millimetres))? = form.sheet.answers[ItemKey(lesion, diameter)]
        else { return 0 }
        return millimetres
    }

    private func value(_ item: ItemID, _ lesion: SiteID, _ form: Form) -> AnswerValue? {
        let key = ItemKey(lesion, item)
        if case .value(let value)? = form.question(key)?.state { return value }
        guard case .value(let value)? = form.derivedResults.first(where: { $0.key == key })?.state
        else { return nil }
        return value
    }
}
