/// How long reads took, in the order in which they were read.
public struct ReadingTimes: Hashable, Sendable {
    /// One signed read.
    public struct Point: Hashable, Sendable {
        /// Who read.
        public let reader: String
        /// In which arm.
        public let arm: String
        /// The case.
        public let caseID: String
        /// Place in the reader's whole order, from 1; `nil` where the data do not tell.
        public let position: Int?
        /// Session of the reader, from 1; `nil` where the data do not tell.
        public let session: Int?
        /// Active reading time.
        public let seconds: Double

        /// A read.
        public init(
            reader: String, arm: String, caseID: String, position: Int?, session: Int?,
            seconds: Double
        ) {
            (self.reader, self.arm, self.caseID) = (reader, arm, caseID)
            (self.position, self.session, self.seconds) = (position, session, seconds)
        }
    }

    /// The times of a reader in an arm.
    public struct Summary: Hashable, Sendable {
        /// Reader and arm.
        public let stratum: Stratum
        /// Signed reads with a time.
        public let reads: Int
        /// Seconds.
        public let median: Double
        /// The quartile below, in seconds.
        public let lowerQuartile: Double
        /// The quartile above, in seconds.
        public let upperQuartile: Double
        /// Hours in all.
        public let hours: Double

        /// A summary.
        public init(
            stratum: Stratum, reads: Int, median: Double, lowerQuartile: Double,
            upperQuartile: Double, hours: Double
        ) {
            (self.stratum, self.reads, self.median) = (stratum, reads, median)
            (self.lowerQuartile, self.upperQuartile) = (lowerQuartile, upperQuartile)
            self.hours = hours
        }
    }

    /// Every signed read with a time.
    public let points: [Point]
    /// By reader and arm.
    public let summaries: [Summary]
    /// The records behind it: signatures.
    public let source: EventSet

    /// Times.
    public init(points: [Point], summaries: [Summary], source: EventSet) {
        (self.points, self.summaries, self.source) = (points, summaries, source)
    }
}
