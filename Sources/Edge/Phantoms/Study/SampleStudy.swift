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
        SacroiliacSample(), MalformationSample(), CovidSample(),
    ]
}
