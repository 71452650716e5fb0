import Statistics

/// A proportion of calls that belong to participants, in every arm, with the intervals of the plan.
struct ArmProportions {
    /// One unit that counts: in an arm, of a participant, right or wrong.
    typealias Unit = ArmGEE.Unit

    /// What is found of one arm.
    struct Found {
        let fraction: Fraction
        let clusters: Int
        let value: Quantity
        let interval: NamedInterval
        let alternatives: [NamedInterval]
        let method: String
        let remarks: [Remark]
    }

    let units: [Unit]
    let arms: [String]
    let isIndependent: Bool
    private let settings: MethodSettings
    private let joint: NumberIndex?
    /// Why there is no joint model; `nil` where there is one.
    let refusal: String?

    /// The proportions of `units` in `arms`, the one that the others are compared with first.
    init(_ units: [Unit], arms: [String], _ settings: MethodSettings) {
        (self.units, self.arms, self.settings) = (units, arms, settings)
        var seen: Set<Int> = []
        // One call a participant and arm: nothing is clustered within an arm.
        isIndependent = units.allSatisfy { seen.insert($0.cluster * arms.count + $0.arm).inserted }
        let absent = arms.indices.filter { arm in !units.contains { $0.arm == arm } }
        guard absent.isEmpty else {
            (joint, refusal) = (nil, "there are no such units in \(absent.map { arms[$0] })")
            return
        }
        do throws(StatisticsError) {
            let model = try ArmGEE(
                units, arms: arms, correlation: settings.correlation,
                denominators: settings.moments, errors: settings.errors, level: settings.level)
            let numbers = NumberIndex(model.results)
            joint = model.model == nil ? nil : numbers
            refusal =
                model.model == nil
                ? numbers["arm.\(ResultValue.part(arms[0])).estimate"].reason : nil
        } catch {
            (joint, refusal) = (nil, error.description)
        }
    }

    /// What is found in the arm at `place`.
    func found(_ place: Int) -> Found {
        let own = units.filter { $0.arm == place }
        let successes = own.count { $0.success }
        var places = Places<Int>()
        var sums: [(successes: Int, units: Int)] = []
        for unit in own {
            let place = places.place(of: unit.cluster)
            if place == sums.count { sums.append((0, 0)) }
            sums[place].units += 1
            if unit.success { sums[place].successes += 1 }
        }
        let plain = ProportionInterval(
            successes: successes, trials: own.count, reason: "there are no such units",
            level: settings.level)
        let exact = NamedInterval("Clopper-Pearson", plain.clopperPearson)
        let wilson = NamedInterval("Wilson", plain.wilson)
        func found(
            _ value: Quantity, _ interval: NamedInterval, _ others: [NamedInterval],
            _ method: String, _ remarks: [Remark] = []
        ) -> Found {
            Found(
                fraction: Fraction(successes, of: own.count), clusters: sums.count, value: value,
                interval: interval, alternatives: others, method: method, remarks: remarks)
        }
        guard !own.isEmpty, !isIndependent else {
            return found(plain.estimate, wilson, [exact], "ratio of counts")
        }
        if successes == 0 || successes == own.count {
            return found(
                plain.estimate, exact, [wilson], "ratio of counts",
                [
                    .warning(
                        "The GEE is not estimable because all \(own.count) calls are alike; the "
                            + "exact interval takes units as independent and is too narrow when "
                            + "units of a participant resemble each other.")
                ])
        }
        let others = [asIfIndependent(wilson), asIfIndependent(exact)]
        guard sums.count > 1 else {
            return found(
                plain.estimate,
                NamedInterval("GEE", .undefined("all units are of one participant")), others,
                "ratio of counts",
                [
                    .refusal(
                        "No interval over participants: all \(own.count) units are of one "
                            + "participant, so nothing tells how participants differ. Read more "
                            + "participants.")
                ])
        }
        let name = "arm.\(ResultValue.part(arms[place]))"
        let method = "GEE, \(settings.correlation.rawValue)"
        if let joint {
            return found(
                joint["\(name).estimate"], NamedInterval(method, joint.limits(name)),
                others + ratio(sums), method)
        }
        // Another arm has no model; this one has its own.
        let alone = own.map { Unit(arm: 0, cluster: $0.cluster, success: $0.success) }
        do throws(StatisticsError) {
            let model = NumberIndex(
                try ArmGEE(
                    alone, arms: [arms[place]], correlation: settings.correlation,
                    denominators: settings.moments, errors: settings.errors,
                    level: settings.level
                ).results)
            return found(
                model["\(name).estimate"], NamedInterval(method, model.limits(name)),
                others + ratio(sums), method)
        } catch {
            return found(
                plain.estimate, NamedInterval(method, .undefined(error.description)), others,
                "ratio of counts", [.refusal(error.description)])
        }
    }

    /// The odds ratio and test of arm `later` against `earlier`; undefined where there is no model.
    func contrast(_ later: Int, _ earlier: Int) -> (ratio: Quantity, limits: Interval, p: Quantity)
    {
        guard let joint else {
            let reason = refusal ?? "there is no model"
            return (.undefined(reason), .undefined(reason), .undefined(reason))
        }
        let name =
            "contrast.\(ResultValue.part(arms[later]))-\(ResultValue.part(arms[earlier]))"
        return (
            joint["\(name).oddsRatio.estimate"], joint.limits("\(name).oddsRatio"),
            joint["\(name).p"]
        )
    }

    private func asIfIndependent(_ interval: NamedInterval) -> NamedInterval {
        NamedInterval("\(interval.method), as if units were independent", interval.limits)
    }

    private func ratio(_ sums: [(successes: Int, units: Int)]) -> [NamedInterval] {
        guard
            let clustered = try? ClusteredProportion(
                successes: sums.map(\.successes), units: sums.map(\.units),
                level: settings.level)
        else { return [] }
        return [NamedInterval("ratio estimator, logit", clustered.logit)]
    }
}

/// What all methods of an analysis share.
struct MethodSettings {
    let level: ConfidenceLevel
    let correlation: LogisticGEE.Correlation
    let moments: LogisticGEE.Denominators
    let errors: LogisticGEE.Errors
    let prevalence: Double?
    let draws: Int
    let seed: UInt64

    /// The settings of `plan`.
    init(_ plan: AnalysisPlan) throws(AnalysisError) {
        level = try AnalysisError.telling { () throws(StatisticsError) in
            try ConfidenceLevel(plan.level)
        }
        correlation = plan.correlation == .exchangeable ? .exchangeable : .independence
        moments = plan.moments == .liangZeger ? .liangZeger : .geepack
        errors = plan.errors == .manclDeRouen ? .manclDeRouen : .sandwich
        if let value = plan.prevalence, !(0...1).contains(value) {
            throw .statistics(.proportionOutOfRange(name: "prevalence", value))
        }
        (prevalence, draws, seed) = (plan.prevalence, plan.bootstrapDraws, plan.bootstrapSeed)
    }
}
