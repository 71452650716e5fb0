import Analysis

/// How remarks begin.
enum RemarkText {
    /// The word before a remark of `kind`, so that it is never told by colour alone.
    static func start(_ kind: Remark.Kind) -> String {
        switch kind {
        case .note: "Note"
        case .warning: "Warning"
        case .refusal: "Not computed"
        }
    }
}
