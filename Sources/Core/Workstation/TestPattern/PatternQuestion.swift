import Imaging

/// What the reader is asked about a part of the test pattern.
enum PatternQuestion {
    /// The question, to be answered by seen or not seen.
    static func text(_ part: PatternPart) -> String {
        switch part {
        case .steps: "18 steps from black to white: is each one brighter than the one before?"
        case .onePercent:
            "Each step holds a brighter patch (left) and a darker one (right): all seen?"
        case .dark: "Is there a patch in the middle of the black field?"
        case .bright: "Is there a patch in the middle of the white field?"
        case .ramp: "Does the grey rise from left to right without any band?"
        case .lines1: "Left: lines of one pixel. Are all lines apart, upright and level?"
        case .lines2: "Middle: lines of two pixels. Are all lines apart, upright and level?"
        case .lines4: "Right: lines of four pixels. Are all lines apart, upright and level?"
        case .circle: "Is the ring round?"
        case .smallText: "Can the smallest letters (left) be read?"
        case .mediumText: "Can the letters in the middle be read?"
        case .largeText: "Can the largest letters (right) be read?"
        }
    }

    /// A few words for the list of answers.
    static func caption(_ part: PatternPart) -> String {
        switch part {
        case .steps: "18 grey steps"
        case .onePercent: "patches of 1 %"
        case .dark: "5 % in black"
        case .bright: "95 % in white"
        case .ramp: "ramp without bands"
        case .lines1: "lines of 1 pixel"
        case .lines2: "lines of 2 pixels"
        case .lines4: "lines of 4 pixels"
        case .circle: "round circle"
        case .smallText: "small letters"
        case .mediumText: "medium letters"
        case .largeText: "large letters"
        }
    }
}
