import ReaderStudies

extension Form {
    /// The answer that the reader typed for a question, checked against its kind and range.
    ///
    /// Numbers take a decimal point, no comma and no exponent; a percentage may end in `%`, a number in
    /// its unit. Choices take their code, label or key, codes before keys.
    ///
    /// - Throws: `InstrumentError` with the sentence for the reader.
    public func parse(typed: String, for key: ItemKey) throws(InstrumentError) -> AnswerValue {
        guard let question = question(key) else { throw .unknownQuestion(key) }
        let value = try question.parse(typed)
        try question.check(value)
        return value
    }
}

extension Question {
    fileprivate func parse(_ typed: String) throws(InstrumentError) -> AnswerValue {
        let text = Self.trimmed(typed)
        switch item.kind {
        case .binary, .codes: return .code(code(for: text))
        case .count: return .integer(try wholeNumber(text))
        case .percentage: return .integer(try wholeNumber(without("%", text)))
        case .number(let format):
            return .number(try number(without(format.unit, text), decimals: format.decimals))
        case .text: return .text(text)
        case .mark: throw .wrongType(question: label, takes: item.kind.takes)
        }
    }

    private func code(for text: String) -> String {
        let folded = text.lowercased()
        let found =
            choices.first { $0.code == text }
            ?? choices.first { $0.code.lowercased() == folded || $0.label.lowercased() == folded }
            ?? choices.first { $0.key.map { String($0) == text } ?? false }
        return found?.code ?? text
    }

    private func wholeNumber(_ text: String) throws(InstrumentError) -> Int {
        try requireNumeral(text)
        guard !text.contains(".") else {
            throw notANumber(text, "It takes a whole number, \(item.kind.rangeText).")
        }
        guard let number = Int(text) else { throw outside(text) }
        return number
    }

    private func number(_ text: String, decimals: Int) throws(InstrumentError) -> Double {
        try requireNumeral(text)
        let typedDecimals = text.split(separator: ".").dropFirst().first?.count ?? 0
        guard typedDecimals <= decimals else {
            throw notANumber(text, Self.advice(decimals: decimals))
        }
        guard let number = Double(text), number.isFinite else { throw outside(text) }
        return number
    }

    private static func advice(decimals: Int) -> String {
        switch decimals {
        case 0: "It takes a whole number."
        case 1: "It takes one decimal at most."
        default: "It takes \(decimals) decimals at most."
        }
    }

    /// Digits with at most one point between them, a minus before them at most.
    private func requireNumeral(_ text: String) throws(InstrumentError) {
        if text.contains(",") {
            let pointed = String(text.map { $0 == "," ? "." : $0 })
            throw notANumber(
                text,
                Self.isNumeral(pointed)
                    ? "The decimal sign is a point: \(pointed)." : "Numbers take no commas.")
        }
        guard Self.isNumeral(text) else {
            throw notANumber(text, "Type digits: \(item.kind.rangeText).")
        }
    }

    private static func isNumeral(_ text: String) -> Bool {
        let digits = text.hasPrefix("-") ? text.dropFirst() : text[...]
        let parts = digits.split(separator: ".", omittingEmptySubsequences: false)
        return (1...2).contains(parts.count)
            && parts.allSatisfy { !$0.isEmpty && $0.utf8.allSatisfy { (48...57).contains($0) } }
    }

    private func notANumber(_ typed: String, _ advice: String) -> InstrumentError {
        .notANumber(question: label, typed: typed, advice: advice)
    }

    private func outside(_ typed: String) -> InstrumentError {
        .outsideRange(question: label, typed: typed, range: item.kind.rangeText)
    }

    private func without(_ unit: String, _ text: String) -> String {
        guard !unit.isEmpty, text.hasSuffix(unit) else { return text }
        return Self.trimmed(String(text.dropLast(unit.count)))
    }

    private static func trimmed(_ text: String) -> String {
        var rest = text[...]
        while rest.first?.isWhitespace ?? false { rest.removeFirst() }
        while rest.last?.isWhitespace ?? false { rest.removeLast() }
        return String(rest)
    }
}
