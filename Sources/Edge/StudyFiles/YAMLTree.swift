import Instruments
import Yams

/// A YAML file as scalars, lists and tables with their places.
indirect enum YAMLTree: Sendable {
    /// Text; `offset` is how far the text begins after the place, `nil` when it is folded or has lines.
    case scalar(String, offset: Int?, TextPosition)
    case list([YAMLTree], TextPosition)
    case table([(key: YAMLTree, value: YAMLTree)], TextPosition)

    var position: TextPosition {
        switch self {
        case .scalar(_, _, let position), .list(_, let position), .table(_, let position): position
        }
    }
}

/// Copies what the YAML parser made, up to a number of parts: names for parts (`&a`, `*a`) can make a
/// small file say more than any memory holds.
struct YAMLTreeBuilder {
    /// A file has at most this many parts.
    static let mostParts = 20_000

    private let file: String
    private var left = mostParts

    /// The tree of `node`.
    static func build(_ node: Node, file: String) throws(StudyFileError) -> YAMLTree {
        var builder = YAMLTreeBuilder(file: file)
        return try builder.build(node)
    }

    private init(file: String) { self.file = file }

    private mutating func build(_ node: Node) throws(StudyFileError) -> YAMLTree {
        let position = TextPosition(line: node.mark?.line ?? 1, column: node.mark?.column ?? 1)
        left -= 1
        guard left >= 0 else {
            throw .mistake(
                file: file, position, "The file has more than \(Self.mostParts) parts.")
        }
        switch node {
        case .scalar(let scalar):
            return .scalar(scalar.string, offset: Self.offset(of: scalar), position)
        case .sequence(let sequence): return try build(list: sequence, position)
        case .mapping(let mapping): return try build(table: mapping, position)
        case .alias:
            throw .mistake(file: file, position, "A name for a part (*name) is not taken here.")
        }
    }

    private mutating func build(
        list: Node.Sequence, _ position: TextPosition
    ) throws(StudyFileError) -> YAMLTree {
        var parts: [YAMLTree] = []
        for node in list { parts.append(try build(node)) }
        return .list(parts, position)
    }

    private mutating func build(
        table: Node.Mapping, _ position: TextPosition
    ) throws(StudyFileError) -> YAMLTree {
        var parts: [(key: YAMLTree, value: YAMLTree)] = []
        for (key, value) in table { parts.append((try build(key), try build(value))) }
        return .table(parts, position)
    }

    private static func offset(of scalar: Node.Scalar) -> Int? {
        guard !scalar.string.contains("\n") else { return nil }
        switch scalar.style {
        case .plain: return 0
        case .singleQuoted, .doubleQuoted: return 1
        case .any, .literal, .folded: return nil
        }
    }
}
