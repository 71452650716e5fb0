import Statistics

/// Measurements of readers (or of a reader and the reference) against each other.
struct MeasurementAgreement {
    let calls: CallTable
    let scope: AnalysisScope
    let unit: String

    /// One section an arm.
    func sections(_ stratum: Stratum) throws(AnalysisError) -> [ResultSection] {
        var sections: [ResultSection] = []
        for arm in scope.arms {
            let own = calls.keeping { $0.arm == arm.place && $0.number != nil }
            guard !own.calls.isEmpty else { continue }
            var about = stratum
            about.arm = arm.name
            sections.append(try section(own, about))
        }
        return sections
    }

    private func section(_ own: CallTable, _ stratum: Stratum) throws(AnalysisError)
        -> ResultSection
    {
        let present = scope.readers.filter { reader in
            own.calls.contains { $0.reader == reader.place }
        }
        var contents: [ResultSection.Content] = []
        var remarks: [Remark] = []
        let complete = rows(own, present)
        if present.count >= 2 {
            if complete.count >= 2 {
                contents.append(.estimates(try correlation(own, complete, stratum)))
                for place in present.indices {
                    for other in present.indices where place < other {
                        let columns = complete.map { ($0.unit, $0.values[place], $0.values[other]) }
                        contents.append(
                            .differences(
                                try plot(own, columns, present[place], present[other], stratum)))
                    }
                }
            } else {
                remarks.append(
                    .refusal(
                        "No agreement of measurements for \(stratum.text): fewer than two units were "
                            + "measured by every reader."))
            }
        }
        for reader in present {
            let columns = own.calls.filter { $0.reader == reader.place }.compactMap {
                call -> (Int, Double, Double)? in
                guard case .number(let truth, _) = own.units[call.unit].truth,
                    let number = call.number
                else { return nil }
                return (call.unit, number, truth)
            }
            guard columns.count >= 2 else { continue }
            contents.append(
                .differences(try plot(own, columns, reader, nil, stratum)))
        }
        return ResultSection(
            kind: .measurement, title: "Measurements: \(calls.finding.label), \(stratum.arm ?? "")",
            stratum: stratum,
            methods: [
                "Limits of agreement are the mean difference plus and minus 1.96 standard deviations, "
                    + "their own limits exact by the non-central t; units are taken as independent."
            ], remarks: remarks, contents: contents)
    }

    private func rows(
        _ own: CallTable, _ readers: [(place: Int, name: String)]
    ) -> [(unit: Int, values: [Double])] {
        var found: [Int: [Double?]] = [:]
        for call in own.calls {
            guard let column = readers.firstIndex(where: { $0.place == call.reader }) else {
                continue
            }
            found[call.unit, default: Array(repeating: nil, count: readers.count)][column] =
                call.number
        }
        return found.keys.sorted().compactMap { unit in
            let values = (found[unit] ?? []).compactMap(\.self)
            return values.count == readers.count ? (unit, values) : nil
        }
    }

    private func correlation(
        _ own: CallTable, _ rows: [(unit: Int, values: [Double])], _ stratum: Stratum
    ) throws(AnalysisError) -> [Estimate] {
        let squares = try AnalysisError.telling { () throws(StatisticsError) in
            try MeanSquares(rows.map(\.values))
        }
        let found = IntraclassCorrelation(squares, .agreement, level: scope.settings.level)
        let within = WithinSubject(squares, level: scope.settings.level)
        let source = own.source(own.calls)
        let clusters = Set(rows.map { own.units[$0.unit].participant }).count
        func estimate(
            _ name: String, _ label: String, _ scale: MeasureScale, _ value: Quantity,
            _ interval: NamedInterval
        ) -> Estimate {
            Estimate(
                name: name, label: label, stratum: stratum, scale: scale, value: value,
                units: rows.count, clusters: clusters, interval: interval, method: label,
                source: source)
        }
        return [
            estimate(
                "icc.agreement.single", "ICC(A,1)", .coefficient, found.single,
                NamedInterval("McGraw-Wong", found.singleInterval)),
            estimate(
                "withinSubject.standardDeviation", "Within-unit standard deviation",
                .number(unit: unit), Quantity(within.standardDeviation),
                NamedInterval("chi-squared", within.interval)),
            estimate(
                "repeatabilityCoefficient", "Repeatability coefficient", .number(unit: unit),
                Quantity(within.repeatability),
                NamedInterval("chi-squared", within.repeatabilityInterval)),
        ]
    }

    /// `secondReader` is `nil` for the reference.
    private func plot(
        _ own: CallTable, _ columns: [(unit: Int, first: Double, second: Double)],
        _ firstReader: (place: Int, name: String), _ secondReader: (place: Int, name: String)?,
        _ stratum: Stratum
    ) throws(AnalysisError) -> DifferencePlot {
        let (first, second) = (firstReader.name, secondReader?.name ?? "reference")
        let found = try AnalysisError.telling { () throws(StatisticsError) in
            try BlandAltman(
                columns.map(\.first), columns.map(\.second), level: scope.settings.level)
        }
        let readers = [firstReader.place, secondReader?.place]
        let units = Set(columns.map(\.unit))
        let source = own.source(
            own.calls.filter { units.contains($0.unit) && readers.contains($0.reader) })
        var about = stratum
        about.reader = "\(first)-\(second)"
        func estimate(
            _ name: String, _ label: String, _ value: Double, _ interval: NamedInterval
        ) -> Estimate {
            Estimate(
                name: "blandAltman.\(name)", label: label, stratum: about,
                scale: .number(unit: unit), value: Quantity(value), units: columns.count,
                clusters: Set(columns.map { own.units[$0.unit].participant }).count,
                interval: interval, method: "Bland-Altman", source: source)
        }
        return DifferencePlot(
            stratum: about, first: first, second: second, unit: unit,
            points: columns.map { column in
                DifferencePlot.Point(
                    unit: own.units[column.unit].site, mean: (column.first + column.second) / 2,
                    difference: column.first - column.second)
            },
            bias: estimate("bias", "Bias", found.bias, NamedInterval("t", found.interval)),
            lowerLimit: estimate(
                "lowerLimit", "Lower limit of agreement", found.lowerLimit.estimate,
                NamedInterval("exact", found.lowerLimit.exact)),
            upperLimit: estimate(
                "upperLimit", "Upper limit of agreement", found.upperLimit.estimate,
                NamedInterval("exact", found.upperLimit.exact)), source: source)
    }
}
