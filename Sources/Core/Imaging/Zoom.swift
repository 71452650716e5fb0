/// How large a picture is shown.
public enum Zoom: Hashable, Sendable {
    /// As large as fits, times a factor above 0.
    case fit(times: Double)
    /// The largest whole number of pane pixels per image pixel that fits; as large as fits when that is below 1.
    case wholeNumberFit
    /// Pane pixels per image pixel along the finer side of the pane's and image's pixels, above 0.
    case scale(Double)
}
