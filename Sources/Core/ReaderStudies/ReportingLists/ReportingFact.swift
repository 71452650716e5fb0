/// Something a paper must tell, once, whichever guidelines ask for it.
///
/// A study file, a store and an analysis each know some of these; a fact that none knows stays "not stated".
public enum ReportingFact: String, Hashable, Sendable, Codable, CaseIterable {
    /// What kind of study the title and abstract must name.
    case identification
    /// A structured summary.
    case summary
    /// The clinical background and the intended use.
    case background
    /// Objectives and hypotheses.
    case objectives
    /// Whether data were gathered before or after the reads were planned.
    case dataCollection
    /// Whose images were eligible.
    case eligibility
    /// How the eligible were found.
    case identificationOfParticipants
    /// Where the images come from and when they were made.
    case setting
    /// Consecutive, random or chosen.
    case sampling
    /// Sequences, devices and the arms.
    case imaging
    /// The reading form.
    case instrument
    /// How the reference standard is made.
    case referenceStandard
    /// Why this reference standard.
    case referenceRationale
    /// Who made the reference standard and with what qualification.
    case referenceSource
    /// What counts as positive on the index test.
    case cutoffs
    /// What counts as positive on the reference standard.
    case referenceCutoffs
    /// What readers of the index test knew.
    case readerInformation
    /// What those who made the reference standard knew.
    case referenceInformation
    /// Who reads: number, training, experience.
    case readers
    /// The population that readers and cases stand for.
    case populations
    /// Reading order, washout, sessions.
    case ratingProcess
    /// Whether reads were independent of each other.
    case independence
    /// How the estimates are computed.
    case analysisMethods
    /// Which revision of a read counts.
    case analysedRevision
    /// How answers "not assessable" are counted.
    case notAssessable
    /// How missing reads and truths are counted.
    case missingData
    /// Strata and subgroups, planned or explored.
    case subgroups
    /// Agreement between and within readers.
    case variability
    /// The intended number of cases and where it comes from.
    case sampleSize
    /// Participants, reads and their losses.
    case flow
    /// Who the participants are.
    case demographics
    /// Severity of disease among the diseased.
    case severity
    /// What the others had.
    case alternativeDiagnoses
    /// Time and treatment between index test and reference standard.
    case interval
    /// The cross table of answers and truth.
    case crossTables
    /// Estimates with their intervals.
    case estimates
    /// Harm by the tests.
    case adverseEvents
    /// Cases that were read wrongly.
    case failures
    /// Limits of the study.
    case limitations
    /// What it means for practice.
    case implications
    /// Registry and number.
    case registration
    /// Where the protocol is.
    case protocolSource
    /// Who paid.
    case funding
    /// Where the single results are.
    case detailedData
    /// What was made harmless in the images.
    case deidentification
    /// Programs with their versions.
    case software
    /// With which tool findings are marked.
    case annotationTools
    /// Preparation of images before reading.
    case preprocessing
    /// The aid or model under test.
    case model
    /// How the model was trained and chosen.
    case training
    /// How data were divided, and that no person is in two parts.
    case partitions
    /// What makes the model's results understandable.
    case explanations
    /// Tests on data from elsewhere.
    case externalData
}
