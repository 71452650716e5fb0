/// A quadrant of a sacroiliac joint, as the instrument `sij-structural` names it.
struct SacroiliacQuadrant: Hashable, Sendable {
    /// Whether the joint is the patient's left one.
    let isLeft: Bool
    /// Whether the bone is the ilium.
    let isIliac: Bool
    /// Whether it is the half towards the head.
    let isUpper: Bool

    /// The site's name: `R-IL-U` … `L-SA-L`.
    var site: String { "\(isLeft ? "L" : "R")-\(isIliac ? "IL" : "SA")-\(isUpper ? "U" : "L")" }
    /// The half's name: `R-U` … `L-L`.
    var half: String { "\(isLeft ? "L" : "R")-\(isUpper ? "U" : "L")" }

    /// All eight, right before left, ilium before sacrum, upper before lower.
    static let all = [false, true].flatMap { left in
        [true, false].flatMap { iliac in
            [true, false].map { Self(isLeft: left, isIliac: iliac, isUpper: $0) }
        }
    }

    /// The quadrant of a name, or `nil`.
    init?(site: String) {
        guard let found = Self.all.first(where: { $0.site == site }) else { return nil }
        self = found
    }

    /// A quadrant.
    init(isLeft: Bool, isIliac: Bool, isUpper: Bool) {
        self.isLeft = isLeft
        self.isIliac = isIliac
        self.isUpper = isUpper
    }
}
