import Statistics

/// Parameters of a method as the user wrote them.
struct StatisticsParameters: Sendable {
    private let values: [String: String]

    /// Reads `name=value` texts; a name that `method` does not know is refused.
    init(_ texts: [String], of method: StatisticsMethod) throws {
        let known = ["level"] + method.parameters.map(\.name)
        var values: [String: String] = [:]
        for text in texts {
            let pair = text.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
                .map(String.init)
            guard pair.count == 2, known.contains(pair[0]) else {
                throw Refusal(
                    "The method \(method.name) has no parameter \"\(pair[0].prefix(40))\". Write "
                        + "--params name=value with one of \(known.joined(separator: ", ")).")
            }
            values[pair[0]] = pair[1]
        }
        self.values = values
    }

    /// The words of a parameter; `nil` where it was not given.
    func text(_ name: String) -> String? { values[name] }

    /// Its parts between commas.
    func list(_ name: String) -> [String]? {
        values[name].map { $0.split(separator: ",").map { String($0.trimmed) } }
    }

    /// Its number.
    func number(_ name: String) throws -> Double? {
        try values[name].map { try Self.number($0, name) }
    }

    /// Its numbers between commas.
    func numbers(_ name: String) throws -> [Double]? {
        try list(name)?.map { try Self.number($0, name) }
    }

    /// A number that the method cannot do without.
    func demandNumber(_ name: String) throws -> Double {
        guard let number = try number(name) else {
            throw Refusal("The parameter \(name) is missing. Add --params \(name)=….")
        }
        return number
    }

    /// Its whole number of 0 or more.
    func whole(_ name: String) throws -> Int? {
        try number(name).map { number in
            guard let whole = Int(exactly: number), whole >= 0 else {
                throw Refusal("The parameter \(name) is \(number). Write a whole number.")
            }
            return whole
        }
    }

    /// One of the cases of `Choice`, by its raw value.
    func choice<Choice: RawRepresentable<String> & CaseIterable>(
        _ name: String, _ standard: Choice
    ) throws -> Choice {
        guard let text = values[name] else { return standard }
        guard let choice = Choice(rawValue: text) else {
            let all = Choice.allCases.map(\.rawValue).joined(separator: ", ")
            throw Refusal("The parameter \(name) is \"\(text.prefix(40))\"; it can be \(all).")
        }
        return choice
    }

    /// How sure the intervals are.
    func level() throws -> ConfidenceLevel {
        try number("level").map { try ConfidenceLevel($0) } ?? .standard
    }

    /// A rating from which a call is positive.
    func threshold() throws -> Double { try number("threshold") ?? 1 }

    private static func number(_ text: String, _ name: String) throws -> Double {
        guard let number = Double(finite: text.trimmed) else {
            throw Refusal(
                "The parameter \(name) is \"\(text.prefix(40))\". Write a number such as 0.1.")
        }
        return number
    }
}

extension StringProtocol {
    /// Without spaces at both ends.
    var trimmed: SubSequence {
        let tail = drop { $0 == " " }
        return tail[..<(tail.lastIndex { $0 != " " }.map(tail.index(after:)) ?? tail.startIndex)]
    }
}
