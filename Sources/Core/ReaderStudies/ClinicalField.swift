/// A clinical field that a study reveals to its readers: a number or a code, never free text.
public struct ClinicalField: Hashable, Sendable, Codable {
    /// What a field may hold. Numbers are bounded so that no date and no number of a person fits.
    public enum Kind: Hashable, Sendable, Codable {
        /// A whole number from the first to the last.
        case whole(Int, Int)
        /// A number from the first to the last.
        case number(Double, Double)
        /// One of these words.
        case code([String])
    }

    /// The greatest magnitude of a number: a day such as 19800214 or a hospital's number does not fit.
    public static let largestNumber = 9999
    /// The value of a field that nobody knows.
    public static let unknown = ""

    /// The field's name, as the column of a table.
    public let id: String
    /// What the reader sees before the value.
    public let label: String
    /// What it may hold.
    public let kind: Kind
    /// The unit of a number; empty without one.
    public let unit: String
    /// The arms that show it; every arm when `nil`.
    public let arms: [ArmID]?

    /// A field.
    public init(id: String, label: String, kind: Kind, unit: String = "", arms: [ArmID]? = nil) {
        self.id = id
        self.label = label
        self.kind = kind
        self.unit = unit
        self.arms = arms
    }

    /// Whether a read in `arm` shows the field.
    public func isShown(in arm: ArmID) -> Bool { arms?.contains(arm) ?? true }

    /// `text` as it is stored, or `nil` when it is none of the field's values; nothing stands for not known.
    public func value(of text: String) -> String? {
        if text.isEmpty { return Self.unknown }
        switch kind {
        case .whole(let least, let most):
            return Int(text).flatMap { (least...most).contains($0) ? String($0) : nil }
        case .number(let least, let most):
            guard let number = Double(text), number.isFinite, (least...most).contains(number)
            else { return nil }
            return NumberText.shortest(number)
        case .code(let codes):
            return codes.contains(text) ? text : nil
        }
    }

    /// What the field takes, for a message: `a whole number from 0 to 520`.
    public var expectation: String {
        switch kind {
        case .whole(let least, let most): "a whole number from \(least) to \(most)"
        case .number(let least, let most):
            "a number from \(NumberText.shortest(least)) to \(NumberText.shortest(most))"
        case .code(let codes): "one of \(codes.joined(separator: ", "))"
        }
    }
}

/// What is known of one case in one clinical field.
public struct ClinicalValue: Hashable, Sendable, Codable {
    /// The case.
    public let caseID: CaseID
    /// The field's name.
    public let field: String
    /// A value of the field; empty where nobody knows.
    public let value: String

    /// `value` of `caseID` in `field`.
    public init(caseID: CaseID, field: String, value: String) {
        self.caseID = caseID
        self.field = field
        self.value = value
    }
}

/// A clinical field as a blinded reader meets it.
public struct RevealedFact: Hashable, Sendable, Codable {
    /// The field's name, for the log.
    public let field: String
    /// The words before the value.
    public let label: String
    /// The value with its unit, or `not known`.
    public let text: String

    /// The fact that `field` has `value`.
    public init(_ field: ClinicalField, _ value: String) {
        self.field = field.id
        label = field.label
        text =
            value == ClinicalField.unknown
            ? "not known" : field.unit.isEmpty ? value : "\(value) \(field.unit)"
    }
}

extension ReaderStudy {
    /// The clinical fields that a read in `arm` shows, in the study file's order.
    public func clinicalFields(in arm: ArmID) -> [ClinicalField] {
        (clinical ?? []).filter { $0.isShown(in: arm) }
    }
}
