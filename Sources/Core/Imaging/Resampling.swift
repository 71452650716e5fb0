/// How pane pixels are made from image pixels.
public enum Resampling: String, Hashable, Sendable, CaseIterable {
    /// `area` when smaller, `nearest` for whole-number enlargement, `bilinear` else; along each side by itself.
    case automatic
    /// The pixel under the middle.
    case nearest
    /// Between the two nearest along each side.
    case bilinear
    /// A cubic through four along each side, over more of them when smaller; edges overshoot, so for stills only.
    case bicubic
    /// The mean over the covered area.
    case area

    /// The way for one side, `automatic` resolved.
    func resolved(scale: Double) -> Resampling {
        guard self == .automatic else { return self }
        if scale < 1 { return .area }
        return scale == scale.rounded() ? .nearest : .bilinear
    }
}
