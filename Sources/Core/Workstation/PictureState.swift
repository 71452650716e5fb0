/// How much of the pictures is on the screen.
public enum PictureState: Hashable, Sendable {
    /// All of them.
    case full
    /// A preview, or a part of the full picture in percent; full in so many seconds, where that is
    /// known.
    case preview(percent: Int, secondsLeft: Int?)

    /// A preview of which nothing more is known.
    static let begun = PictureState.preview(percent: 0, secondsLeft: nil)

    /// Why nobody may sign on it; `nil` when it is full.
    var refusal: String? {
        guard case .preview(let percent, let seconds) = self else { return nil }
        let soon = seconds.map { "It will be in about \($0) s." } ?? "Wait until it is."
        return "The picture is not yet full (\(percent) %). \(soon)"
    }
}
