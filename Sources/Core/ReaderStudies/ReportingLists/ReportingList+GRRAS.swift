extension ReportingList {
    /// GRRAS, for studies of reliability and agreement.
    ///
    /// Source: Kottner et al. 2011, doi:10.1016/j.jclinepi.2010.03.002; the topics are in our words.
    public static let grras = ReportingList(
        name: "GRRAS", purpose: "reliability and agreement",
        source: "Kottner et al. 2011, doi:10.1016/j.jclinepi.2010.03.002",
        items: [
            Item(
                "1", title,
                "Named as a study of reliability or agreement between or within readers",
                .identification),
            Item("2", introduction, "The instrument or device", .instrument),
            Item("3", introduction, "The population of subjects", .eligibility, .populations),
            Item("4", introduction, "The population of raters", .readers),
            Item("5", introduction, "What is known already, and why this study", .background),
            Item(
                "6", methods, "Sample size; number of raters, subjects and repeats", .sampleSize),
            Item("7", methods, "How subjects and raters were chosen", .sampling),
            Item(
                "8", methods, "The rating: time between repeats, clinical facts, blinding",
                .ratingProcess, .readerInformation),
            Item("9", methods, "Whether ratings were made independently", .independence),
            Item("10", methods, "Statistical analysis", .analysisMethods, .analysedRevision),
            Item("11", results, "Raters and subjects in fact, and repeats made", .flow),
            Item(
                "12", results, "Characteristics of raters and subjects", .readers, .demographics),
            Item("13", results, "Estimates with their uncertainty", .variability),
            Item("14", discussion, "What the results mean for practice", .implications),
            Item("15", other, "Where detailed results are", .detailedData),
        ])
}
