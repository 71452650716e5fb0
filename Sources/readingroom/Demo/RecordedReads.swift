/// One read of some sample studies, key by key, as somebody pressed them.
enum RecordedReads {
    /// The keys of the reads, by study.
    private static let scripts = ["sij-sct": joints, "covid-ct04": chest, "ccm-zabramski": brain]

    /// Whether a read of the study is recorded.
    static func has(_ study: String) -> Bool { scripts[study] != nil }

    /// The keys of a study's read, from the worklist to the worklist.
    static func script(of study: String) throws -> KeyScript {
        guard let script = scripts[study] else {
            throw Refusal("No read of \(study) is recorded.")
        }
        return try KeyScript(script)
    }

    /// Erosions and sclerosis on both sides; one sclerosis is overlooked.
    private static let joints = """
        Enter g j*13 k*6                    # the whole stack, and back
        Tab Down Right Space                # erosion, right sacral lower
        Up Right Space Right Space          # left sacral and iliac upper
        Down*2 Space                        # sclerosis, left iliac upper
        Left*3 Down Space                   # right iliac lower
        R . 4 S S                           # the rest absent, quality good
        """

    /// Pneumonia of both lungs; the extent in the left one is taken for too small.
    private static let chest = """
        Enter g j*21 k*9
        Tab Space . 6 0 Enter . 5 5 Enter   # signs; percentages of the right and the left lung
        . 3 . Enter e . o S S               # category, by extent alone, no other disease
        """

    /// Three lesions marked on the third series; the second is measured too large.
    private static let brain = """
        Enter g j*18 ] k*18 ] j*18          # all slices of three series
        k*5 a S-Right*2 Right*5 S-Down*2 Down*3 Enter
        Enter l . Enter p . 1 9 Enter . Enter m . Enter m . Enter c . Enter s . 2
        k*10 a Right*4 Down*7 Enter
        Enter l . Enter s . 1 2 Enter . Enter d . Enter d . Enter c . Enter s . 3
        j*11 a S-Left*2 Left*2 S-Up Up*9 Enter
        Enter r . Enter f . 3 Enter . Enter v . Enter v . Enter s . 4
        . 3 Enter . 4 . Enter s S S
        """
}
