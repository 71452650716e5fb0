/// How a picture was laid into its pane: with the slice and its window all that decides its greys.
public struct LookedPicture: Hashable, Sendable, Codable {
    /// Pixels of the picture across.
    public var width: Int
    /// Pixels of the picture down.
    public var height: Int
    /// Height of a pixel divided by its width on the screen.
    public var pixelAspect: Double
    /// Pane pixels for one image pixel along the finer side.
    public var zoom: Double
    /// The image column in the middle of the picture, from 0.
    public var centerColumn: Double
    /// The image row in the middle of the picture, from 0.
    public var centerRow: Double
    /// How pane pixels are made from image pixels, such as `automatic`.
    public var resampling: String
    /// The slice (from 0) whose table of the file was looked through; `nil` for a window.
    public var tableSlice: Int?

    /// A picture.
    public init(
        width: Int, height: Int, pixelAspect: Double, zoom: Double, centerColumn: Double,
        centerRow: Double, resampling: String, tableSlice: Int? = nil
    ) {
        self.width = width
        self.height = height
        self.pixelAspect = pixelAspect
        self.zoom = zoom
        self.centerColumn = centerColumn
        self.centerRow = centerRow
        self.resampling = resampling
        self.tableSlice = tableSlice
    }
}
