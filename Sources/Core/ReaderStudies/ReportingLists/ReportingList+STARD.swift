extension ReportingList {
    /// STARD 2015, for studies of diagnostic accuracy.
    ///
    /// Source: Bossuyt et al. 2015, doi:10.1136/bmj.h5527; the topics are in our words.
    public static let stard = ReportingList(
        name: "STARD 2015", purpose: "diagnostic accuracy",
        source: "Bossuyt et al. 2015, doi:10.1136/bmj.h5527",
        items: [
            Item("1", title, "Named as a study of accuracy, with a measure of it", .identification),
            Item("2", title, "Structured abstract", .summary),
            Item("3", introduction, "Background; intended use and place of the test", .background),
            Item("4", introduction, "Objectives and hypotheses", .objectives),
            Item("5", methods, "Data collected before or after the tests", .dataCollection),
            Item("6", methods, "Eligibility", .eligibility),
            Item(
                "7", methods, "How eligible participants were found", .identificationOfParticipants),
            Item("8", methods, "Where and when", .setting),
            Item("9", methods, "Consecutive, random or convenience series", .sampling),
            Item("10a", methods, "Index test, so that it can be repeated", .imaging, .instrument),
            Item(
                "10b", methods, "Reference standard, so that it can be repeated",
                .referenceStandard),
            Item("11", methods, "Why this reference standard", .referenceRationale),
            Item("12a", methods, "Cut-offs of the index test, planned or explored", .cutoffs),
            Item("12b", methods, "Cut-offs of the reference standard", .referenceCutoffs),
            Item("13a", methods, "What readers of the index test knew", .readerInformation),
            Item(
                "13b", methods, "What assessors of the reference standard knew",
                .referenceInformation),
            Item(
                "14", methods, "Methods for estimating and comparing accuracy", .analysisMethods,
                .analysedRevision),
            Item("15", methods, "How indeterminate results were handled", .notAssessable),
            Item("16", methods, "How missing data were handled", .missingData),
            Item("17", methods, "Analyses of variability, planned or explored", .subgroups),
            Item("18", methods, "Intended sample size and how it was found", .sampleSize),
            Item("19", results, "Flow of participants", .flow),
            Item("20", results, "Demographic and clinical characteristics", .demographics),
            Item("21a", results, "Severity of disease in those with it", .severity),
            Item("21b", results, "Other diagnoses in those without it", .alternativeDiagnoses),
            Item("22", results, "Time and treatment between the tests", .interval),
            Item("23", results, "Cross table of index test and reference standard", .crossTables),
            Item("24", results, "Estimates with their precision", .estimates),
            Item("25", results, "Adverse events", .adverseEvents),
            Item("26", discussion, "Limitations, bias, uncertainty, generality", .limitations),
            Item("27", discussion, "Implications for practice", .implications),
            Item("28", other, "Registration number and registry", .registration),
            Item("29", other, "Where the full protocol is", .protocolSource),
            Item("30", other, "Funding and the role of funders", .funding),
        ])

    static let title = "Title and abstract"
    static let introduction = "Introduction"
    static let methods = "Methods"
    static let results = "Results"
    static let discussion = "Discussion"
    static let other = "Other"
}
