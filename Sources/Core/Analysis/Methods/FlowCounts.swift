/// Counts participants, cases, reads and answers.
struct FlowCounts {
    let table: ReadTable
    let arms: [(place: Int, name: String)]

    /// The numbers from the top of the diagram.
    func counts() -> [Flow.Count] {
        let reads = table.reads
        var counts = [
            count(
                "participants", "Participants",
                Set(reads.map(\.participant) + table.withdrawn.map(\.participant)).count),
            count(
                "cases", "Cases",
                Set(reads.map(\.caseID) + table.withdrawn.map(\.caseID)).count),
            count("reads.planned", "Reads planned", reads.count + table.withdrawn.count),
            count("reads.withdrawn", "Reads withdrawn", table.withdrawn.count),
            count("reads.signed", "Reads signed", reads.count { $0.isSigned }),
            count("reads.unsigned", "Reads not signed", reads.count { !$0.isSigned }),
            count(
                "reads.repeats", "Signed repeats", reads.count { $0.isSigned && $0.occasion > 1 }),
        ]
        for arm in arms {
            let own = reads.filter { $0.arm == arm.place && $0.occasion == 1 }
            let stratum = Stratum(arm: arm.name)
            counts += [
                Flow.Count(
                    name: "arm.participants", label: "Participants read", stratum: stratum,
                    count: Set(own.filter(\.isSigned).map(\.participant)).count),
                Flow.Count(
                    name: "arm.reads", label: "First reads signed", stratum: stratum,
                    count: own.count { $0.isSigned }),
            ]
        }
        return counts
    }

    /// Who was withdrawn and why; nothing where nobody was.
    func withdrawals() -> [Remark] {
        Dictionary(grouping: table.withdrawn, by: \.reason).sorted { $0.key < $1.key }.map {
            reason, reads in
            let cases = Set(reads.map(\.caseID)).map { table.cases[$0] }.sorted()
            return .note(
                "\(reads.count) planned reads were withdrawn and are in no number (\(reason)): "
                    + "\(cases.count == 1 ? "case" : "cases") \(Self.list(cases)).")
        }
    }

    /// The first five of `names`, and that there are more.
    static func list(_ names: [String]) -> String {
        names.prefix(5).joined(separator: ", ") + (names.count > 5 ? " and others" : "")
    }

    private func count(_ name: String, _ label: String, _ count: Int) -> Flow.Count {
        Flow.Count(name: name, label: label, count: count)
    }

    /// How the first answers to one finding stand, by arm and reader.
    func answers(_ calls: CallTable) -> [Flow.Answers] {
        arms.flatMap { arm in
            table.readers.names.indices.sorted { table.readers[$0] < table.readers[$1] }
                .compactMap { reader in
                    let own = calls.calls.filter { $0.arm == arm.place && $0.reader == reader }
                    return own.isEmpty
                        ? nil
                        : answers(
                            own, calls,
                            Stratum(
                                finding: calls.finding.item, level: calls.level, arm: arm.name,
                                reader: table.readers[reader]))
                }
        }
    }

    private func answers(
        _ own: [CallTable.Call], _ calls: CallTable, _ stratum: Stratum
    ) -> Flow.Answers {
        var reasons: [String: Int] = [:]
        for call in own where call.reason >= 0 {
            reasons[table.reasons[call.reason], default: 0] += 1
        }
        let given = own.filter { $0.state == .value }
        let without = given.count { Self.hasNoTruth(calls.units[$0.unit].truth) }
        return Flow.Answers(
            stratum: stratum, analysed: given.count - without, withoutReference: without,
            notAssessable: own.count { $0.state == .notAssessable },
            skipped: own.count { $0.state == .skipped },
            missing: own.count { $0.state == .missing }, reasons: reasons,
            source: calls.source(own))
    }

    private static func hasNoTruth(_ truth: CallTable.Truth) -> Bool {
        switch truth {
        case .category, .number: false
        case .excluded, .none: true
        }
    }
}
