import Imaging
import ReaderStudies

extension LookedPicture {
    /// The picture of `viewer` as it lies in its cells.
    init(_ viewer: Viewer, _ geometry: PictureGeometry) {
        let pane = geometry.mapping.pane
        self.init(
            width: pane.width, height: pane.height, pixelAspect: pane.pixelAspect,
            zoom: geometry.zoom, centerColumn: viewer.center.column,
            centerRow: viewer.center.row, resampling: viewer.resampling.rawValue,
            tableSlice: viewer.tableSlice)
    }
}

extension Viewer {
    /// The slice whose table of the file is looked through; `nil` for a window.
    var tableSlice: Int? {
        guard case .table(let table) = voi else { return nil }
        if volume.slices[acquiredSlice].voiTable == table { return acquiredSlice }
        return volume.slices.firstIndex { $0.voiTable == table }
    }
}
