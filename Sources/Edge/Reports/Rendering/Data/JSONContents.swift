import Analysis
import ReaderStudies

/// Sections and what they hold as JSON.
struct JSONContents {
    /// Names of the records.
    let sources: SourceRegister

    /// A section.
    func section(_ section: ResultSection) -> JSONValue {
        .object([
            .init("kind", .string(section.kind.rawValue)), .init("title", .string(section.title)),
            .init("stratum", Self.stratum(section.stratum)),
            .init("methods", .array(section.methods.map(JSONValue.string))),
            .init("remarks", Self.remarks(section.remarks)),
            .init("contents", .array(section.contents.map(content))),
        ])
    }

    /// Notes, warnings and refusals.
    static func remarks(_ remarks: [Remark]) -> JSONValue {
        .array(
            remarks.map { remark in
                .object([
                    .init("kind", .string(remark.kind.rawValue)),
                    .init("sentence", .string(remark.sentence)),
                ])
            })
    }

    /// The parts of a stratum that are given.
    static func stratum(_ stratum: Stratum) -> JSONValue {
        let parts = [
            ("finding", stratum.finding), ("level", stratum.level), ("arm", stratum.arm),
            ("reader", stratum.reader), ("stage", stratum.stage),
            ("property", stratum.group?.property), ("value", stratum.group?.value),
        ]
        return .object(parts.compactMap { name, text in text.map { .init(name, .string($0)) } })
    }

    /// The name of a set of records; `null` for the empty set.
    static func source(_ set: EventSet, _ sources: SourceRegister) -> JSONValue {
        let name = sources.name(of: set)
        return .optional(name.isEmpty ? nil : name)
    }

    private func content(_ content: ResultSection.Content) -> JSONValue {
        switch content {
        case .estimates(let estimates):
            typed("estimates", [.init("estimates", .array(estimates.map(estimate)))])
        case .crossTable(let table): crossTable(table)
        case .agreement(let matrix): agreement(matrix)
        case .curve(let curve): self.curve(curve)
        case .differences(let plot): differences(plot)
        case .times(let times): self.times(times)
        case .values(let method, let stratum, let values):
            typed(
                "values",
                [
                    .init("method", .string(method)),
                    .init("stratum", Self.stratum(stratum)),
                    .init("values", .array(values.map(value))),
                ])
        }
    }

    private func typed(_ type: String, _ members: [JSONValue.Member]) -> JSONValue {
        .object([.init("type", .string(type))] + members)
    }

    /// `{"value": 0.83}`, or `{"value": null, "reason": "…"}`.
    private func quantity(_ quantity: Quantity) -> JSONValue {
        switch quantity {
        case .value(let number): .object([.init("value", .number(number))])
        case .undefined(let reason):
            .object([.init("value", .null), .init("reason", .string(reason))])
        }
    }

    private func value(_ value: ResultValue) -> JSONValue {
        guard case .object(let members) = quantity(value.quantity) else { return .null }
        return .object([.init("q", .string(value.name))] + members)
    }

    private func interval(_ interval: NamedInterval) -> JSONValue {
        .object([
            .init("method", .string(interval.method)),
            .init("lower", quantity(interval.limits.lower)),
            .init("upper", quantity(interval.limits.upper)),
        ])
    }

    private func estimate(_ estimate: Estimate) -> JSONValue {
        var members: [JSONValue.Member] = [
            .init("name", .string(estimate.name)), .init("label", .string(estimate.label)),
            .init("stratum", Self.stratum(estimate.stratum)),
            .init("scale", .string(Self.scale(estimate.scale))),
        ]
        if case .number(let unit) = estimate.scale { members.append(.init("unit", .string(unit))) }
        members += [
            .init("estimate", quantity(estimate.value)),
            .init(
                "fraction",
                estimate.fraction.map { .array([.count($0.count), .count($0.total)]) } ?? .null),
            .init("units", .count(estimate.units)), .init("clusters", .count(estimate.clusters)),
            .init("interval", estimate.interval.map(interval) ?? .null),
            .init("alternatives", .array(estimate.alternatives.map(interval))),
            .init("p", estimate.p.map(quantity) ?? .null),
            .init("method", .string(estimate.method)),
            .init("remarks", Self.remarks(estimate.remarks)),
            .init("source", Self.source(estimate.source, sources)),
        ]
        return .object(members)
    }

    private static func scale(_ scale: MeasureScale) -> String {
        switch scale {
        case .proportion: "proportion"
        case .area: "area"
        case .coefficient: "coefficient"
        case .difference: "difference"
        case .ratio: "ratio"
        case .statistic: "statistic"
        case .number: "number"
        }
    }

    private func crossTable(_ table: CrossTable) -> JSONValue {
        typed(
            "crossTable",
            [
                .init("title", .string(table.title)),
                .init("stratum", Self.stratum(table.stratum)),
                .init("rowTitle", .string(table.rowTitle)),
                .init("columnTitle", .string(table.columnTitle)),
                .init("rows", .array(table.rows.map(JSONValue.string))),
                .init("columns", .array(table.columns.map(JSONValue.string))),
                .init("counts", .array(table.counts.map { .array($0.map(JSONValue.count)) })),
                .init("source", Self.source(table.source, sources)),
            ])
    }

    private func agreement(_ matrix: AgreementMatrix) -> JSONValue {
        typed(
            "agreement",
            [
                .init("name", .string(matrix.name)), .init("label", .string(matrix.label)),
                .init("stratum", Self.stratum(matrix.stratum)),
                .init("readers", .array(matrix.readers.map(JSONValue.string))),
                .init("values", .array(matrix.values.map { .array($0.map(quantity)) })),
                .init("units", .array(matrix.units.map { .array($0.map(JSONValue.count)) })),
                .init("source", Self.source(matrix.source, sources)),
            ])
    }

    private func curve(_ curve: Curve) -> JSONValue {
        let points = curve.points.map { point in
            JSONValue.object([
                .init("threshold", point.threshold.map(JSONValue.number) ?? .null),
                .init("x", .number(point.x)), .init("y", .number(point.y)),
                .init("lower", point.band?.lower.value.map(JSONValue.number) ?? .null),
                .init("upper", point.band?.upper.value.map(JSONValue.number) ?? .null),
            ])
        }
        return typed(
            "curve",
            [
                .init("kind", .string(curve.kind.rawValue)),
                .init("stratum", Self.stratum(curve.stratum)), .init("area", estimate(curve.area)),
                .init("points", .array(points)),
                .init("source", Self.source(curve.source, sources)),
            ])
    }

    private func differences(_ plot: DifferencePlot) -> JSONValue {
        let points = plot.points.map { point in
            JSONValue.object([
                .init("unit", .string(point.unit)), .init("mean", .number(point.mean)),
                .init("difference", .number(point.difference)),
            ])
        }
        return typed(
            "differences",
            [
                .init("stratum", Self.stratum(plot.stratum)), .init("first", .string(plot.first)),
                .init("second", .string(plot.second)), .init("unit", .string(plot.unit)),
                .init("bias", estimate(plot.bias)),
                .init("lowerLimit", estimate(plot.lowerLimit)),
                .init("upperLimit", estimate(plot.upperLimit)),
                .init("points", .array(points)),
                .init("source", Self.source(plot.source, sources)),
            ])
    }

    private func times(_ times: ReadingTimes) -> JSONValue {
        let summaries = times.summaries.map { summary in
            JSONValue.object([
                .init("stratum", Self.stratum(summary.stratum)),
                .init("reads", .count(summary.reads)),
                .init("medianSeconds", .number(summary.median)),
                .init("lowerQuartileSeconds", .number(summary.lowerQuartile)),
                .init("upperQuartileSeconds", .number(summary.upperQuartile)),
                .init("hours", .number(summary.hours)),
            ])
        }
        let points = times.points.map { point in
            JSONValue.object([
                .init("reader", .string(point.reader)), .init("arm", .string(point.arm)),
                .init("case", .string(point.caseID)),
                .init("position", point.position.map(JSONValue.count) ?? .null),
                .init("session", point.session.map(JSONValue.count) ?? .null),
                .init("seconds", .number(point.seconds)),
            ])
        }
        return typed(
            "times",
            [
                .init("summaries", .array(summaries)), .init("points", .array(points)),
                .init("source", Self.source(times.source, sources)),
            ])
    }
}
