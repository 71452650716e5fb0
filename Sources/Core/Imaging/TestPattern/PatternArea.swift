/// A rectangle of pixels of the test pattern.
struct PatternArea: Hashable {
    var x: Int
    var y: Int
    var width: Int
    var height: Int

    /// Columns beside each other, as wide as their shares.
    func columns(shares: [Int]) -> [PatternArea] {
        Self.edges(width, shares).map {
            PatternArea(x: x + $0.lowerBound, y: y, width: $0.count, height: height)
        }
    }

    /// Rows below each other, as high as their shares.
    func rows(shares: [Int]) -> [PatternArea] {
        Self.edges(height, shares).map {
            PatternArea(x: x, y: y + $0.lowerBound, width: width, height: $0.count)
        }
    }

    /// The middle, a part of the width and of the height, at least one pixel where there is any.
    func middle(_ partOfWidth: Int, _ partOfHeight: Int) -> PatternArea {
        let wide = min(width, max(1, width / partOfWidth))
        let high = min(height, max(1, height / partOfHeight))
        return PatternArea(
            x: x + (width - wide) / 2, y: y + (height - high) / 2, width: wide, height: high)
    }

    private static func edges(_ length: Int, _ shares: [Int]) -> [Range<Int>] {
        let whole = shares.reduce(0, +)
        var done = 0
        return shares.map { share in
            let start = length * done / whole
            done += share
            return start..<length * done / whole
        }
    }
}

extension GreyImage {
    /// Gives every pixel of `area` one grey; what lies outside is left out.
    mutating func fill(_ area: PatternArea, grey: UInt8) {
        let columns = max(0, area.x)..<max(0, area.x, min(width, area.x + area.width))
        for row in max(0, area.y)..<max(0, area.y, min(height, area.y + area.height)) {
            for column in columns { self[column, row] = grey }
        }
    }
}
