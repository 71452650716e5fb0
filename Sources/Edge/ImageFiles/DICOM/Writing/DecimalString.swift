import Foundation

/// Numbers as DICOM writes them.
enum DecimalString {
    /// A number in at most 16 characters, as exact as fits.
    ///
    /// Source: DICOM PS3.5 6.2, value representation DS.
    static func text(_ number: Double) -> String {
        if number == number.rounded(), abs(number) < 1e15 { return String(Int64(number)) }
        for digits in stride(from: 16, through: 6, by: -1) {
            let text = String(format: "%.\(digits)g", locale: nil, number)
            if text.utf8.count <= 16 { return text }
        }
        return String(format: "%.5g", locale: nil, number)
    }

    /// Numbers divided by backslashes.
    static func text(_ numbers: [Double]) -> String {
        numbers.map { text($0) }.joined(separator: "\\")
    }
}
