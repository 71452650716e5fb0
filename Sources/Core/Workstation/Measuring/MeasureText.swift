import Imaging
import ReaderStudies

/// Measured numbers in words.
enum MeasureText {
    /// `length 11.5 mm`; of a region `mean 45.2  SD 3.1  min 38.0  max 52.0 HU  area 88.0 mm²  voxels 22`.
    static func text(_ quantities: some Collection<AnswerQuantity>) -> String {
        let all = Array(quantities)
        return all.enumerated().map { place, quantity in
            // A unit that the next number has too is said there.
            let isSaidNext = place + 1 < all.count && all[place + 1].unit == quantity.unit
            return text(quantity, withUnit: !isSaidNext)
        }.joined(separator: "  ")
    }

    /// The whole text, then shorter ones for narrow screens; none without numbers.
    static func texts(_ quantities: [AnswerQuantity]) -> [String] {
        guard !quantities.isEmpty else { return [] }
        let shorter = quantities.filter { !$0.unit.isEmpty }
        let shortest = shorter.filter { !["minimum", "maximum"].contains($0.name) }
        return [quantities, shorter, shortest, Array(quantities.prefix(1))].map { text($0) }
    }

    private static func text(_ quantity: AnswerQuantity, withUnit: Bool) -> String {
        let number = NumberText.fixed(quantity.value, places: places(quantity))
        guard withUnit, !quantity.unit.isEmpty else { return "\(name(quantity)) \(number)" }
        return "\(name(quantity)) \(number)\(quantity.unit == "°" ? "" : " ")\(quantity.unit)"
    }

    private static func name(_ quantity: AnswerQuantity) -> String {
        switch quantity.name {
        case "minimum": "min"
        case "maximum": "max"
        default: quantity.name
        }
    }

    /// As many places as such a number is read with.
    private static func places(_ quantity: AnswerQuantity) -> Int {
        switch quantity.unit {
        case "", "voxels": 0
        case "mm", "mm²", "°", "HU", "%": 1
        default: 2
        }
    }
}

extension AnswerQuantity {
    /// What was measured, as the store keeps it.
    init(_ measured: MeasuredQuantity) {
        self.init(name: measured.name, value: measured.value, unit: measured.unit)
    }
}
