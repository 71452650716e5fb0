/// What is true of one item of a lesion.
struct LesionAnswer: Hashable, Sendable {
    /// The item.
    let item: String
    /// The value.
    let value: String
    /// `mm` or empty.
    let unit: String
}

extension CavernousMalformation {
    /// What a reader should answer, by the signal table of the instrument; what it skips is left out.
    var answers: [LesionAnswer] {
        let signs = [
            ("side", side), ("location", location), ("t1_core", t1), ("t2_core", t2.core),
            ("t2_rim", t2.rim), ("gre", gre), ("swi", "visible"), ("zabramski", type.rawValue),
        ]
        return signs.filter { !$0.1.isEmpty }.map {
            LesionAnswer(item: $0.0, value: $0.1, unit: "")
        }
            + [
                LesionAnswer(
                    item: "max_diameter_mm", value: Self.tenths(diameterMM), unit: "mm"),
                LesionAnswer(item: "x_mm", value: Self.tenths(center.x), unit: "mm"),
                LesionAnswer(item: "y_mm", value: Self.tenths(center.y), unit: "mm"),
                LesionAnswer(item: "z_mm", value: Self.tenths(center.z), unit: "mm"),
            ]
    }

    private var t1: String {
        switch type {
        case .one: "hyper"
        case .two: "mixed"
        case .three: "hypo"
        case .four, .susceptibilityOnly: "notVisible"
        }
    }

    private var t2: (core: String, rim: String) {
        switch type {
        case .one: ("hyper", "complete")
        case .two: ("mixedReticulated", "complete")
        case .three: ("hypo", "complete")
        case .four, .susceptibilityOnly: ("notVisible", "")
        }
    }

    private var gre: String {
        switch type {
        case .one, .two: "mixed"
        case .three: "hypoBlooming"
        case .four: "punctate"
        case .susceptibilityOnly: "notVisible"
        }
    }

    /// A length with one decimal.
    private static func tenths(_ value: Double) -> String {
        let rounded = Int((abs(value) * 10).rounded())
        let sign = value < 0 && rounded > 0 ? "-" : ""
        return "\(sign)\(rounded / 10).\(rounded % 10)"
    }
}
