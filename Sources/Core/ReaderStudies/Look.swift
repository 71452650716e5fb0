/// One slice as it was on the screen in full, and for how long.
public struct Look: Hashable, Sendable, Codable {
    /// The series.
    public var series: SeriesToken
    /// The slice, from 0.
    public var slice: Int
    /// VOI window centre; 0 with width 0 for a table of the file.
    public var windowCenter: Double
    /// VOI window width.
    public var windowWidth: Double
    /// How the window maps values: `LINEAR`, `LINEAR_EXACT` or `SIGMOID`.
    public var windowFunction: String
    /// Whether greys were inverted.
    public var inverted: Bool
    /// Screen pixels for one image pixel.
    public var pixelScale: Double
    /// Active milliseconds: idle over 60 s and pauses are left out.
    public var shownMS: Int
    /// The computed plane or the slab that was shown; `nil` for the acquired slice itself. `slice` is then the acquired
    /// slice nearest to its middle.
    public var plane: PlaneRecord?
    /// What makes the same picture again; `nil` in stores of programs that did not keep it.
    public var picture: LookedPicture?

    /// A look at `slice` of `series`.
    public init(
        series: SeriesToken, slice: Int, windowCenter: Double, windowWidth: Double,
        windowFunction: String = "LINEAR", inverted: Bool = false, pixelScale: Double,
        shownMS: Int, plane: PlaneRecord? = nil, picture: LookedPicture? = nil
    ) {
        self.series = series
        self.slice = slice
        self.windowCenter = windowCenter
        self.windowWidth = windowWidth
        self.windowFunction = windowFunction
        self.inverted = inverted
        self.pixelScale = pixelScale
        self.shownMS = shownMS
        self.plane = plane
        self.picture = picture
    }

    /// The same look for another time.
    public func lasting(_ milliseconds: Int) -> Look {
        var look = self
        look.shownMS = milliseconds
        return look
    }
}
