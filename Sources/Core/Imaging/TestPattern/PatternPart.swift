/// What a reader is asked to see in the test pattern, in the order of asking.
///
/// After the ideas of AAPM TG18-LN and TG18-QC. No part tells a luminance: the pattern shows levels and their order.
public enum PatternPart: String, Hashable, Sendable, CaseIterable {
    /// 18 greys from 0 to 255 in steps of 15, each to be told from its neighbours.
    case steps
    /// A patch 1 % brighter and one 1 % darker in each step.
    case onePercent
    /// A patch of 5 % (13) in black.
    case dark
    /// A patch of 95 % (242) in white.
    case bright
    /// All levels beside each other.
    case ramp
    /// Pairs of lines of one pixel, in both directions.
    case lines1
    /// Pairs of lines of two pixels.
    case lines2
    /// Pairs of lines of four pixels.
    case lines4
    /// A circle that is round.
    case circle
    /// Letters of seven pixels.
    case smallText
    /// Letters of fourteen pixels.
    case mediumText
    /// Letters of 21 pixels.
    case largeText

    /// The page that shows it.
    public var page: PatternPage {
        switch self {
        case .steps, .onePercent: .steps
        case .dark, .bright: .extremes
        case .ramp: .ramp
        case .lines1, .lines2, .lines4: .lines
        case .circle: .circle
        case .smallText, .mediumText, .largeText: .text
        }
    }
}

/// A page of the test pattern; `whole` holds all others.
public enum PatternPage: String, Hashable, Sendable, CaseIterable {
    /// Everything at once.
    case whole
    /// Grey steps with patches.
    case steps
    /// 5 % in black and 95 % in white.
    case extremes
    /// All levels beside each other.
    case ramp
    /// Line pairs.
    case lines
    /// A circle.
    case circle
    /// Letters.
    case text
}
