import ReaderStudies

/// Finds the arms that show a series, from its modality and description.
///
/// A rule's description is a regular expression that has to be found anywhere in the series description; large and
/// small letters differ.
public struct SeriesMatcher: Sendable {
    private let arms: [Arm]

    /// A matcher for the arms of `study`.
    public init(study: ReaderStudy) { arms = study.arms }

    /// Every rule of every arm that a series with this modality and description meets.
    ///
    /// `modality` and `description` are empty when the file has none, as in NIfTI.
    public func matches(modality: String, description: String) -> [ArmMatch] {
        arms.flatMap { arm in
            arm.series.enumerated()
                .filter { Self.meets($0.element, modality, description) }
                .map { ArmMatch(arm: arm.id, rule: $0.offset) }
        }
    }

    /// Whether `text` can be used as a rule's description.
    static func isPattern(_ text: String) -> Bool { (try? Regex(text)) != nil }

    private static func meets(_ rule: SeriesRule, _ modality: String, _ text: String) -> Bool {
        if let wanted = rule.modality, wanted != modality { return false }
        guard let pattern = rule.descriptionPattern else { return true }
        guard let regex = try? Regex(pattern) else { return false }
        return text.firstMatch(of: regex) != nil
    }
}
