extension ReportingList {
    /// CLAIM 2020, for studies in which a program computes findings or helps to read.
    ///
    /// Source: Mongan, Moy and Kahn 2020, doi:10.1148/ryai.2020200029; the topics are in our words.
    public static let claim = ReportingList(
        name: "CLAIM 2020", purpose: "artificial intelligence in imaging",
        source: "Mongan, Moy and Kahn 2020, doi:10.1148/ryai.2020200029",
        items: claimMethods + claimResults)

    private static let claimMethods: [Item] = [
        Item("1", title, "Named as a study of a kind of artificial intelligence", .identification),
        Item("2", title, "Structured summary", .summary),
        Item("3", introduction, "Background; intended use of the program", .background),
        Item("4", introduction, "Objectives and hypotheses", .objectives),
        Item("5", methods, "Prospective or retrospective", .dataCollection),
        Item("6", methods, "Goal, such as feasibility or non-inferiority", .objectives),
        Item("7", methods, "Where the data come from", .setting),
        Item("8", methods, "Eligibility", .eligibility),
        Item("9", methods, "Preparation of the data", .preprocessing),
        Item("10", methods, "Choice of parts of the data", .sampling),
        Item("11", methods, "Definitions of the data elements", .instrument),
        Item("12", methods, "De-identification", .deidentification),
        Item("13", methods, "How missing data were handled", .missingData, .notAssessable),
        Item("14", methods, "Reference standard, so that it can be repeated", .referenceStandard),
        Item("15", methods, "Why this reference standard", .referenceRationale),
        Item("16", methods, "Who annotated, and their qualification", .referenceSource, .readers),
        Item("17", methods, "Annotation tools", .annotationTools),
        Item(
            "18", methods, "Variability within and between annotators, and what was done about it",
            .variability),
        Item("19", methods, "Intended sample size and how it was found", .sampleSize),
        Item("20", methods, "How data were divided, with proportions", .partitions),
        Item("21", methods, "At which level the parts are disjoint", .partitions),
        Item("22", methods, "The model: inputs, outputs, layers", .model),
        Item("23", methods, "Program libraries and versions", .software),
        Item("24", methods, "How parameters were initialised", .training),
        Item("25", methods, "Training", .training),
        Item("26", methods, "How the final model was chosen", .training),
        Item("27", methods, "Combination of models, if any", .training),
    ]

    private static let claimResults: [Item] = [
        Item("28", methods, "Measures of performance", .analysisMethods),
        Item("29", methods, "Measures of significance and uncertainty", .analysisMethods),
        Item("30", methods, "Robustness and sensitivity analysis", .subgroups),
        Item("31", methods, "Methods that explain the results", .explanations),
        Item("32", methods, "Test on data from elsewhere", .externalData),
        Item("33", results, "Flow of participants", .flow),
        Item("34", results, "Characteristics of participants in each part", .demographics),
        Item("35", results, "Performance in each part, against the present practice", .estimates),
        Item("36", results, "Estimates of accuracy with their precision", .estimates),
        Item("37", results, "Analysis of cases that were read wrongly", .failures),
        Item("38", discussion, "Limitations, bias, uncertainty, generality", .limitations),
        Item("39", discussion, "Implications for practice, intended use", .implications),
        Item("40", other, "Registration number and registry", .registration),
        Item("41", other, "Where the full protocol is", .protocolSource),
        Item("42", other, "Funding and the role of funders", .funding),
    ]
}
