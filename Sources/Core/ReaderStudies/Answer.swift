/// Why an image does not allow an answer.
public enum NotAssessableReason: Hashable, Sendable, Codable {
    /// The participant moved.
    case motion
    /// An artefact hides the site.
    case artefact
    /// The site lies outside the images.
    case notCovered
    /// Metal hides the site.
    case metal
    /// The resolution is too low.
    case resolution
    /// Another reason, in the reader's words.
    case other(String)
}

/// A place on an image, kept with the answer it supports.
public struct Mark: Hashable, Sendable, Codable {
    /// The series on which the mark was placed.
    public let series: SeriesToken
    /// Column, from 0.
    public let column: Int
    /// Row, from 0.
    public let row: Int
    /// Slice in the sorted series, from 0.
    public let slice: Int
    /// Position in patient millimetres (x to the left, y to the back, z to the head), relative to
    /// the case's origin.
    public let positionMM: [Double]

    /// A mark at one voxel; `positionMM` holds x, y and z.
    public init(series: SeriesToken, column: Int, row: Int, slice: Int, positionMM: [Double]) {
        precondition(
            positionMM.count == 3, "a position has three coordinates, got \(positionMM.count)")
        self.series = series
        self.column = column
        self.row = row
        self.slice = slice
        self.positionMM = positionMM
    }
}

/// What a reader answered, as a value.
public enum AnswerValue: Hashable, Sendable, Codable {
    /// One code of the item's list: `0`, `1`, `II`, `frontal`, `CT-3`.
    case code(String)
    /// A whole number: a count or a percentage.
    case integer(Int)
    /// A number in the item's unit.
    case number(Double)
    /// Free text.
    case text(String)
    /// A place on the image.
    case mark(Mark)
}

/// An answer given by a reader; an unanswered item has none.
public enum Answer: Hashable, Sendable, Codable {
    /// The image allows an answer, and this is it.
    case value(AnswerValue)
    /// The reader looked, and the image does not allow an answer.
    case notAssessable(NotAssessableReason)
}

/// The four states of an item in the store and in every export; never collapsed into each other.
public enum ItemState: Hashable, Sendable {
    /// Answered with a value.
    case value(AnswerValue)
    /// Looked at and not assessable.
    case notAssessable(NotAssessableReason)
    /// Not asked, because a rule of the instrument skips it.
    case skippedByRule
    /// Asked and not answered.
    case missing
}

/// One question at one site.
public struct ItemKey: Hashable, Sendable, Codable, Comparable {
    /// Where: `R-IL-U`, `lung-R`, `L1`, `exam`.
    public let site: SiteID
    /// What: `erosion`, `pct`, `zabramski`.
    public let item: ItemID

    /// The question `item` at `site`.
    public init(_ site: SiteID, _ item: ItemID) {
        self.site = site
        self.item = item
    }

    /// By site, then by item.
    public static func < (left: Self, right: Self) -> Bool {
        (left.site, left.item) < (right.site, right.item)
    }
}
