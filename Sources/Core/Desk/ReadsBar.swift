import ReaderStudies
import TerminalUI

/// What a read can be on the board, in the order of a bar, with its sign.
enum ReadStanding: CaseIterable {
    case signed, begun, open, waiting, withdrawn

    var sign: Sign {
        switch self {
        case .signed: .present
        case .begun: .focus
        case .open: .absent
        case .waiting: .notAnswered
        case .withdrawn: .notAssessable
        }
    }

    var caption: String {
        switch self {
        case .signed: "signed"
        case .begun: "begun"
        case .open: "open"
        case .waiting: "waiting"
        case .withdrawn: "withdrawn"
        }
    }

    /// How many reads of `line` stand so.
    func count(in line: StudyOverview.Line) -> Int {
        switch self {
        case .signed: line.signed
        case .begun: line.drafts
        case .open: line.open
        case .waiting: line.waiting
        case .withdrawn: line.withdrawn
        }
    }
}

/// A bar of signs: one for each read, or for its share where there are more reads than room.
enum ReadsBar {
    /// The bar of `line` in `width` cells at most.
    static func spans(_ line: StudyOverview.Line, width: Int) -> [BoardSpan] {
        let counts = ReadStanding.allCases.map { $0.count(in: line) }
        return zip(ReadStanding.allCases, shares(counts, width: width)).compactMap { kind, share in
            share == 0
                ? nil
                : BoardSpan(
                    String(repeating: kind.sign.character, count: share), role: kind.sign.role)
        }
    }

    /// `width` cells shared by `counts`, as nearly in proportion as can be when none that is above 0 gets nothing;
    /// the counts themselves where there is room for them.
    static func shares(_ counts: [Int], width: Int) -> [Int] {
        let total = counts.reduce(0, +)
        guard total > width else { return counts }
        let wanted = counts.map { Double($0) * Double(width) / Double(total) }
        var shares = zip(counts, wanted).map { $0 == 0 ? 0 : max(1, Int($1)) }
        while shares.reduce(0, +) != width {
            let isFull = shares.reduce(0, +) > width
            let excess = zip(shares, wanted).map { Double($0) - $1 }
            let candidates = shares.indices.filter { counts[$0] > 0 && (!isFull || shares[$0] > 1) }
            let next =
                isFull
                ? candidates.max { excess[$0] < excess[$1] }
                : candidates.min { excess[$0] < excess[$1] }
            guard let next else { return shares }
            shares[next] += isFull ? -1 : 1
        }
        return shares
    }
}
