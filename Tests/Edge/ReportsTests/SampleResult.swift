import Analysis
import ReaderStudies

/// An analysis with everything that a report can hold; its numbers are invented.
enum SampleResult {
    /// Locked data, or interim ones.
    static func result(interim: String? = nil, title: String = "Synthetic CT") -> AnalysisResult {
        AnalysisResult(
            provenance: Provenance(
                study: "sij-sct", title: title, protocolVersion: "2", software: "ReadingRoom 0.1.0",
                data: "sij.store", dataHash: String(repeating: "a1", count: 32),
                reference: "consensus@1", plan: "default@1", interim: interim,
                records: .storeEvents),
            facts: facts, flow: flow,
            remarks: [.warning("14 participants: robust intervals need 40 clusters or more.")],
            sections: [
                accuracy, contrast, roc, agreement, measurement, times, refused,
            ])
    }

    static let arms = ["CT", "T1w", "sCT"]
    static let readers = ["R1", "R2", "R3"]

    private static let facts = StudyFacts(
        arms: arms, readers: readers, instruments: ["sij-structural@1.0.0"], design: "crossover",
        washoutDays: 28, seed: "20260601", revealed: [],
        findings: [.init(item: "erosion", label: "Erosion", positive: "1")],
        signed: "2026-06-01"..."2026-07-30", isolation: ["os"])

    private static let flow = Flow(
        counts: [
            .init(name: "participants", label: "Participants", count: 14),
            .init(name: "reads.planned", label: "Reads planned", count: 126),
            .init(name: "reads.signed", label: "Reads signed", count: 125),
        ],
        answers: arms.map { arm in
            Flow.Answers(
                stratum: Stratum(finding: "erosion", level: "site", arm: arm), analysed: 330,
                withoutReference: 0, notAssessable: arm == "T1w" ? 4 : 0, skipped: 0, missing: 2,
                reasons: arm == "T1w" ? ["motion": 3, "metal": 1] : [:],
                source: EventSet(10...40))
        })

    /// An estimate with an interval of `half` to both sides.
    static func estimate(
        _ name: String, _ label: String, _ stratum: Stratum, _ value: Double, half: Double,
        scale: MeasureScale = .proportion, p: Quantity? = nil, fraction: Fraction? = nil
    ) -> Estimate {
        Estimate(
            name: name, label: label, stratum: stratum, scale: scale, value: .value(value),
            fraction: fraction, units: 112, clusters: 14,
            interval: NamedInterval("GEE", Interval(value - half, value + half)),
            alternatives: [NamedInterval("Wilson", Interval(value - half / 2, value + half / 2))],
            p: p, method: "GEE, independence", source: EventSet([12, 13, 14, 20]))
    }

    private static let accuracy: ResultSection = {
        let strata = arms.flatMap { arm in
            readers.map { Stratum(finding: "erosion", level: "site", arm: arm, reader: $0) }
        }
        let sensitivity = strata.enumerated().map { place, stratum in
            estimate(
                "sensitivity", "Sensitivity", stratum, 0.62 + 0.03 * Double(place), half: 0.07,
                fraction: Fraction(60 + place * 3, of: 100))
        }
        let specificity = strata.enumerated().map { place, stratum in
            estimate(
                "specificity", "Specificity", stratum, 0.95 - 0.02 * Double(place), half: 0.04)
        }
        let ratio = Estimate(
            name: "diagnosticOddsRatio", label: "Diagnostic odds ratio", stratum: strata[0],
            scale: .ratio, value: .undefined("division by zero: a zero cell"), units: 112,
            clusters: 14, method: "ratio of counts", source: EventSet([12]))
        return ResultSection(
            kind: .accuracy, title: "Accuracy",
            methods: [
                "Sensitivity and specificity were estimated by GEE, clustered by participant."
            ],
            contents: [.estimates(sensitivity + specificity + [ratio])]
                + arms.map { arm in
                    .crossTable(
                        CrossTable(
                            title: "calls against the reference",
                            stratum: Stratum(finding: "erosion", arm: arm), rowTitle: "call",
                            columnTitle: "reference", rows: ["positive", "negative"],
                            columns: ["positive", "negative"], counts: [[83, 12], [17, 224]],
                            source: EventSet(10...40)))
                })
    }()

    private static let contrast = ResultSection(
        kind: .contrast, title: "Arms against each other",
        remarks: [.note("Differences are sCT minus T1w.")],
        contents: [
            .estimates([
                estimate(
                    "difference.sensitivity", "Difference of sensitivity",
                    Stratum(finding: "erosion", level: "site"), 0.18, half: 0.09,
                    scale: .difference, p: .value(0.00002)),
                estimate(
                    "difference.specificity", "Difference of specificity",
                    Stratum(finding: "erosion", level: "site"), -0.01, half: 0.03,
                    scale: .difference, p: .value(0.51)),
            ]),
            .estimates(
                arms.dropFirst().map { arm in
                    estimate(
                        "oddsRatio", "Odds ratio to CT", Stratum(finding: "erosion", arm: arm), 2.5,
                        half: 1.4, scale: .ratio)
                }),
        ])

    private static let roc = ResultSection(
        kind: .roc, title: "Areas under the curve",
        contents: arms.enumerated().map { place, arm in
            let stratum = Stratum(finding: "erosion", arm: arm)
            return .curve(
                Curve(
                    kind: .roc, stratum: stratum,
                    points: (0...5).map { step in
                        let x = Double(step * step) / 25
                        let rise: Double = 0.1 * Double(step % 5) / Double(place + 1)
                        let y: Double = min(1, Double(step) / 5 + rise)
                        return .init(
                            threshold: step == 0 ? nil : Double(6 - step), x: x, y: y,
                            band: Interval(y - 0.08, y + 0.08))
                    },
                    area: estimate(
                        "auc", "AUC", stratum, 0.91 - 0.05 * Double(place), half: 0.04, scale: .area
                    ),
                    source: EventSet([50, 51])))
        })

    private static let agreement = ResultSection(
        kind: .interReader, title: "Readers against each other",
        methods: ["Agreement was measured by Cohen's kappa with linear weights."],
        contents: [
            .agreement(
                AgreementMatrix(
                    name: "cohen.linear", label: "Cohen's kappa",
                    stratum: Stratum(finding: "grade"), readers: readers,
                    values: readers.indices.map { first in
                        readers.indices.map { second in
                            first == second
                                ? .undefined("the same reader")
                                : .value(0.5 + 0.12 * Double(first + second))
                        }
                    }, units: readers.map { _ in readers.map { _ in 112 } },
                    source: EventSet([60]))),
            .crossTable(
                CrossTable(
                    title: "grades of two readers", stratum: Stratum(finding: "grade"),
                    rowTitle: "R1", columnTitle: "R2", rows: ["0", "1", "2", "3"],
                    columns: ["0", "1", "2", "3"],
                    counts: [[40, 6, 1, 0], [5, 22, 4, 0], [0, 3, 18, 2], [0, 0, 1, 10]],
                    source: EventSet([60]))),
        ])

    private static let measurement = ResultSection(
        kind: .measurement, title: "Lesion diameter",
        contents: [
            .differences(
                DifferencePlot(
                    stratum: Stratum(finding: "diameter"), first: "R1", second: "R2", unit: "mm",
                    points: (0..<30).map { place in
                        .init(
                            unit: "C\(place)", mean: 4 + Double(place) * 0.5,
                            difference: Double(place * 7 % 13 - 6) * 0.3)
                    },
                    bias: estimate(
                        "bias", "Bias", Stratum(finding: "diameter"), 0.1, half: 0.4,
                        scale: .number(unit: "mm")),
                    lowerLimit: estimate(
                        "lowerLimit", "Lower limit", Stratum(finding: "diameter"), -2.1, half: 0.7,
                        scale: .number(unit: "mm")),
                    upperLimit: estimate(
                        "upperLimit", "Upper limit", Stratum(finding: "diameter"), 2.3, half: 0.7,
                        scale: .number(unit: "mm")), source: EventSet([70, 71, 72])))
        ])

    private static let times = ResultSection(
        kind: .readingTime, title: "Reading times",
        contents: [
            .times(
                ReadingTimes(
                    points: readers.flatMap { reader in
                        (1...24).map { place -> ReadingTimes.Point in
                            let spread = Double(place * 11 % 17) * 3
                            return .init(
                                reader: reader, arm: arms[place % 3], caseID: "C\(place)",
                                position: place, session: 1 + place / 12,
                                seconds: 120 - Double(place) * 2 + spread)
                        }
                    },
                    summaries: readers.map { reader in
                        .init(
                            stratum: Stratum(reader: reader), reads: 24, median: 118,
                            lowerQuartile: 97, upperQuartile: 132, hours: 0.79)
                    }, source: EventSet([80, 90])))
        ])

    private static let refused = ResultSection(
        kind: .intraReader, title: "Readers against themselves",
        remarks: [.refusal("No case was read twice in one arm. Plan repeats to measure this.")],
        contents: [])
}
