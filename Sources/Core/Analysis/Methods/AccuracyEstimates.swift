import Statistics

/// Which calls a proportion is about, and which of them count.
enum AccuracyMeasure: String, CaseIterable {
    case sensitivity, specificity, accuracy, positivePredictiveValue, negativePredictiveValue

    /// How it is said.
    var label: String {
        switch self {
        case .sensitivity: "Sensitivity"
        case .specificity: "Specificity"
        case .accuracy: "Accuracy"
        case .positivePredictiveValue: "Positive predictive value"
        case .negativePredictiveValue: "Negative predictive value"
        }
    }

    /// Those of which arms are compared: a predictive value depends on how many were called.
    static let compared: [AccuracyMeasure] = [.sensitivity, .specificity, .accuracy]

    /// Whether a call with this truth counts, as right (true) or wrong; `nil` when it is left out.
    func success(truth: Bool, positive: Bool) -> Bool? {
        switch self {
        case .sensitivity: truth ? positive : nil
        case .specificity: truth ? nil : !positive
        case .accuracy: truth == positive
        case .positivePredictiveValue: positive ? truth : nil
        case .negativePredictiveValue: positive ? nil : !truth
        }
    }
}

extension CallTable {
    /// The units of `measure`, whose arms are places in `arms` (places of the table of reads).
    func units(_ measure: AccuracyMeasure, arms: [Int]) -> [ArmGEE.Unit] {
        calls.compactMap { call in
            guard call.state == .value, let positive = call.positive,
                let truth = units[call.unit].truth.isPositive,
                let arm = arms.firstIndex(of: call.arm),
                let success = measure.success(truth: truth, positive: positive)
            else { return nil }
            return ArmGEE.Unit(
                arm: arm, cluster: units[call.unit].participant, success: success)
        }
    }
}

/// The measures of accuracy of one set of calls, arm by arm.
struct AccuracyEstimates {
    let calls: CallTable
    /// Places of the arms in the table of reads, and their names.
    let arms: [(place: Int, name: String)]
    let settings: MethodSettings
    /// What the calls are about, but for the arm.
    let stratum: Stratum

    /// Proportions, likelihood ratios, odds ratio and Youden's index of every arm.
    func estimates() throws(AnalysisError) -> [Estimate] {
        var proportions: [AccuracyMeasure: ArmProportions] = [:]
        for measure in AccuracyMeasure.allCases {
            proportions[measure] = ArmProportions(
                calls.units(measure, arms: arms.map(\.place)), arms: arms.map(\.name), settings)
        }
        var estimates: [Estimate] = []
        for (place, arm) in arms.enumerated() {
            let counts = try ClusterCounts(calls.keeping { $0.arm == arm.place })
            var own = stratum
            own.arm = arm.name
            for measure in AccuracyMeasure.allCases {
                guard let found = proportions[measure]?.found(place) else { continue }
                estimates.append(estimate(measure, found, own, counts.source))
            }
            estimates += try Ratios(counts: counts, stratum: own, settings: settings).estimates()
        }
        return estimates
    }

    private func estimate(
        _ measure: AccuracyMeasure, _ found: ArmProportions.Found, _ stratum: Stratum,
        _ source: EventSet
    ) -> Estimate {
        Estimate(
            name: measure.rawValue, label: measure.label, stratum: stratum, scale: .proportion,
            value: found.value, fraction: found.fraction, units: found.fraction.total,
            clusters: found.clusters, interval: found.interval,
            alternatives: found.alternatives, method: found.method, remarks: found.remarks,
            source: source)
    }
}
