/// Which pane pixel shows which part of a slice, in both directions.
public struct PaneMapping: Hashable, Sendable {
    /// The pane.
    public let pane: Pane
    /// How the slice is turned.
    public let orientation: ScreenOrientation
    /// How pane pixels are made from voxels.
    public let resampling: Resampling
    /// Voxels across the screen and down, after turning.
    let columns: Int
    let rows: Int
    /// Pane pixels per voxel across the screen, after turning.
    public let scaleX: Double
    /// Pane pixels per voxel down the screen, after turning.
    public let scaleY: Double
    /// Pane pixel edge where the turned slice begins; whole numbers, so that a pan never changes greys.
    let originX: Double
    let originY: Double

    /// Shows slices of `geometry`; `center` (the slice's own by default) lies in the middle of the pane.
    public init(
        _ geometry: VolumeGeometry, pane: Pane, orientation: ScreenOrientation,
        zoom: Zoom = .fit(times: 1), center: ImagePoint? = nil,
        resampling: Resampling = .automatic
    ) {
        self.pane = pane
        self.orientation = orientation
        self.resampling = resampling
        let turned = orientation.transposed
        columns = turned ? geometry.rows : geometry.columns
        rows = turned ? geometry.columns : geometry.rows
        let spacingX = turned ? geometry.rowSpacingMM : geometry.columnSpacingMM
        let spacingY = turned ? geometry.columnSpacingMM : geometry.rowSpacingMM
        // Pane pixels per voxel are as x : y, times one number for the zoom.
        let x = spacingX
        let y = spacingY / pane.pixelAspect
        let fit = min(
            Double(pane.width) / (Double(columns) * x), Double(pane.height) / (Double(rows) * y))
        let factor = Self.factor(zoom, fit: fit, finer: min(x, y))
        scaleX = Self.snapped(x * factor)
        scaleY = Self.snapped(y * factor)
        let middle =
            center
            ?? ImagePoint(
                column: Double(geometry.columns - 1) / 2, row: Double(geometry.rows - 1) / 2)
        let place = Self.turned(middle, orientation, columns: columns, rows: rows)
        originX = (Double(pane.width) / 2 - place.x * scaleX).rounded()
        originY = (Double(pane.height) / 2 - place.y * scaleY).rounded()
    }

    private static func factor(_ zoom: Zoom, fit: Double, finer: Double) -> Double {
        switch zoom {
        case .fit(let times): return fit * times
        case .scale(let scale): return scale / finer
        case .wholeNumberFit:
            let whole = snapped(fit * finer).rounded(.down)
            return whole >= 1 ? whole / finer : fit
        }
    }

    /// A whole number where only rounding errors keep the scale from it: whole numbers are shown unblurred.
    private static func snapped(_ scale: Double) -> Double {
        let whole = scale.rounded()
        return whole >= 1 && abs(scale - whole) < 1e-9 * whole ? whole : scale
    }

    /// Pane pixels per voxel along the finer side: what a display record calls the scale.
    public var scale: Double { min(scaleX, scaleY) }

    /// Where a place of the slice is on the pane; whole numbers are edges of pane pixels.
    public func panePoint(_ point: ImagePoint) -> (x: Double, y: Double) {
        let place = Self.turned(point, orientation, columns: columns, rows: rows)
        return (originX + place.x * scaleX, originY + place.y * scaleY)
    }

    /// The pane pixel that shows a place of the slice, or `nil` when it lies outside the pane.
    public func panePixel(_ point: ImagePoint) -> (x: Int, y: Int)? {
        let place = panePoint(point)
        guard place.x >= 0, place.y >= 0, place.x < Double(pane.width),
            place.y < Double(pane.height)
        else { return nil }
        return (Int(place.x), Int(place.y))
    }

    /// The place of the slice at a point of the pane; whole numbers are edges of pane pixels.
    public func imagePoint(x: Double, y: Double) -> ImagePoint {
        let (across, down) = turnedPlace(x: x, y: y)
        return orientation.transposed
            ? ImagePoint(column: down - 0.5, row: across - 0.5)
            : ImagePoint(column: across - 0.5, row: down - 0.5)
    }

    /// The voxel under the middle of a pane pixel (from 0), or `nil` outside the slice.
    public func voxel(x: Int, y: Int) -> (column: Int, row: Int)? {
        let (across, down) = turnedPlace(x: Double(x) + 0.5, y: Double(y) + 0.5)
        guard across >= 0, down >= 0, across < Double(columns), down < Double(rows)
        else { return nil }
        return orientation.transposed ? (Int(down), Int(across)) : (Int(across), Int(down))
    }

    /// From the pane to voxels from the upper left edge of the slice, transposed but not flipped.
    private func turnedPlace(x: Double, y: Double) -> (across: Double, down: Double) {
        let across = (x - originX) / scaleX
        let down = (y - originY) / scaleY
        return (
            orientation.flippedHorizontally ? Double(columns) - across : across,
            orientation.flippedVertically ? Double(rows) - down : down
        )
    }

    /// From stored places to turned ones, in voxels from the upper left edge.
    private static func turned(
        _ point: ImagePoint, _ orientation: ScreenOrientation, columns: Int, rows: Int
    ) -> (x: Double, y: Double) {
        var x = (orientation.transposed ? point.row : point.column) + 0.5
        var y = (orientation.transposed ? point.column : point.row) + 0.5
        if orientation.flippedHorizontally { x = Double(columns) - x }
        if orientation.flippedVertically { y = Double(rows) - y }
        return (x, y)
    }
}
