/// One synthetic examination with what is true of it.
public struct PhantomCase: Sendable {
    /// The case and its participant.
    public let caseID: String
    /// What is true.
    public let truth: [TruthRow]
    /// The images.
    public let series: [PhantomSeries]
    /// Who was "examined".
    let patient: PhantomPatient
    /// Study Description.
    let studyDescription: String
    /// Body Part Examined.
    let bodyPart: String
}
