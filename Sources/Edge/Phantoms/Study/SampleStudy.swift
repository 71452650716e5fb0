import Imaging

/// A sample study: synthetic participants, drawn from seeds.
public protocol SampleStudy: Sendable {
    /// The name of the study and of its folder.
    var name: String { get }
    /// The cases, in order.
    var caseIDs: [String] { get }
    /// The text of `study.yaml`.
    var studyFile: String { get }
    /// Draws a case, or only some of its slices (by number, from 0); `nil` when there is no such case.
    ///
    /// What is measured on all slices is not in the truth of a few.
    func draw(_ caseID: String, slices: [Int]?) -> PhantomCase?
}

/// All sample studies.
public enum SampleStudies {
    /// In the order in which they are listed.
    public static let all: [any SampleStudy] = [
        SacroiliacSample(), MalformationSample(), CovidSample(), RectumSample.study,
        GlioblastomaSample.study, UptakeSample.study, BoneSample.study, HandSample.study,
    ]

    /// The sacroiliac joints of as many invented participants as one likes, in coarse pictures.
    ///
    /// - Parameters:
    ///   - participants: how many, 1 to 999: cases `C01`, `C02` and so on.
    ///   - seed: what their findings and their anatomy are drawn from.
    public static func sacroiliac(participants: Int, seed: UInt64) -> any SampleStudy {
        SacroiliacSample(participants: participants, seed: seed)
    }

    /// The chests, each with a second series on which everything ill is marked, as an aid for readers.
    public static let aidedChests: any SampleStudy = CovidSample(isAided: true)
}
