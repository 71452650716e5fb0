/// Cuts the text of an expression into tokens.
struct Lexer {
    private let characters: [Character]
    private var index = 0
    private var line = 1
    private var column = 1

    private init(_ text: String) { characters = Array(text) }

    /// The tokens of `text`, the last one `end`.
    static func tokens(of text: String) throws(ExpressionError) -> [PlacedToken] {
        var lexer = Lexer(text)
        var tokens: [PlacedToken] = []
        repeat {
            tokens.append(try lexer.next())
        } while tokens.last?.token != .end
        return tokens
    }

    private var position: TextPosition { TextPosition(line: line, column: column) }
    private var current: Character? { index < characters.count ? characters[index] : nil }

    private mutating func next() throws(ExpressionError) -> PlacedToken {
        while let character = current, character.isWhitespace { advance() }
        let start = position
        guard let character = current else { return PlacedToken(token: .end, position: start) }
        return PlacedToken(token: try token(from: character, at: start), position: start)
    }

    private mutating func token(
        from character: Character, at start: TextPosition
    ) throws(ExpressionError) -> Token {
        if Self.isLetter(character) { return .name(take(while: Self.isNamePart)) }
        if Self.isDigit(character) { return try number(at: start) }
        switch character {
        case "\"": return try text(at: start)
        case "@": return try site(at: start)
        default: return try sign(character, at: start)
        }
    }

    private mutating func number(at start: TextPosition) throws(ExpressionError) -> Token {
        var text = take(while: Self.isDigit)
        if current == ".", index + 1 < characters.count, Self.isDigit(characters[index + 1]) {
            advance()
            text += "." + take(while: Self.isDigit)
        }
        guard let number = Double(text), number.isFinite else {
            throw ExpressionError(position: start, sentence: "The number \(text) is too large.")
        }
        return .number(number)
    }

    private mutating func text(at start: TextPosition) throws(ExpressionError) -> Token {
        advance()
        let text = take { $0 != "\"" && !$0.isNewline }
        guard current == "\"" else {
            throw ExpressionError(position: start, sentence: "The quotation mark is not closed.")
        }
        advance()
        return .text(text)
    }

    private mutating func site(at start: TextPosition) throws(ExpressionError) -> Token {
        advance()
        let name = take { Self.isNamePart($0) || $0 == "-" }
        guard !name.isEmpty else {
            throw ExpressionError(
                position: start, sentence: "After @ comes a site or a set of sites.")
        }
        return .site(name)
    }

    private mutating func sign(
        _ character: Character, at start: TextPosition
    ) throws(ExpressionError) -> Token {
        advance()
        if "=!<>".contains(character), current == "=" {
            advance()
            return .sign("\(character)=")
        }
        guard "<>+-*/(),".contains(character) else {
            throw ExpressionError(position: start, sentence: Self.advice(on: character))
        }
        return .sign(String(character))
    }

    private static func advice(on character: Character) -> String {
        switch character {
        case "=": "Equality is written ==."
        case "!": "Negation is written not; \"unequal\" is written !=."
        case "'": "Codes stand in double quotation marks."
        default: "The character \(character) has no meaning here."
        }
    }

    private mutating func take(while belongs: (Character) -> Bool) -> String {
        var taken = ""
        while let character = current, belongs(character) {
            taken.append(character)
            advance()
        }
        return taken
    }

    private mutating func advance() {
        let isNewline = characters[index].isNewline
        index += 1
        line += isNewline ? 1 : 0
        column = isNewline ? 1 : column + 1
    }

    private static func isLetter(_ character: Character) -> Bool {
        ("a"..."z").contains(character) || ("A"..."Z").contains(character)
    }

    private static func isDigit(_ character: Character) -> Bool {
        ("0"..."9").contains(character)
    }

    private static func isNamePart(_ character: Character) -> Bool {
        isLetter(character) || isDigit(character) || character == "_"
    }
}
