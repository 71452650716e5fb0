import Imaging
import ReaderStudies

extension ImageVolume {
    /// The greys that a reader saw, made again from the display record of the series.
    ///
    /// - Throws: `LookError` when the record says too little, or does not belong to the series.
    public func greys(of look: Look) throws(LookError) -> GreyImage {
        guard let picture = look.picture else { throw .noPicture }
        let (plane, volume) = try planes(of: look)
        let slice = look.plane?.slice ?? look.slice
        guard (0..<volume.geometry.slices).contains(slice),
            let resampling = Resampling(rawValue: picture.resampling), picture.width > 0,
            picture.height > 0, picture.pixelAspect > 0, picture.zoom > 0
        else { throw .otherImages }
        let mapping = PaneMapping(
            volume.geometry,
            pane: Pane(
                width: picture.width, height: picture.height, pixelAspect: picture.pixelAspect),
            orientation: plane == .acquired
                ? volume.geometry.radiologicalOrientation : ScreenOrientation(),
            zoom: .scale(picture.zoom),
            center: ImagePoint(column: picture.centerColumn, row: picture.centerRow),
            resampling: resampling)
        return volume.greys(
            slice: slice, voi: try voi(of: look, picture), inverted: look.inverted
        ).shown(through: mapping)
    }

    private func planes(
        of look: Look
    ) throws(LookError) -> (plane: ShownPlane, volume: ImageVolume) {
        guard let record = look.plane else { return (.acquired, self) }
        guard let plane = ShownPlane(record) else { throw .otherImages }
        do { return (plane, try shown(plane, slab: Slab(record))) } catch { throw .otherImages }
    }

    private func voi(of look: Look, _ picture: LookedPicture) throws(LookError) -> VOI {
        if let slice = picture.tableSlice {
            guard slices.indices.contains(slice), let table = slices[slice].voiTable else {
                throw .otherImages
            }
            return .table(table)
        }
        let window = VOIWindow(
            center: look.windowCenter, width: look.windowWidth,
            function: VOIFunction(rawValue: look.windowFunction) ?? .linear)
        guard window.isUsable else { throw .otherImages }
        return .window(window)
    }
}

/// Why a picture cannot be made again.
public enum LookError: Error, Hashable, Sendable {
    /// The program that wrote the record did not keep how pictures lay in their panes.
    case noPicture
    /// The record does not fit the images.
    case otherImages

    /// The sentence.
    public var sentence: String {
        switch self {
        case .noPicture:
            "The display record was written by a program that kept no pictures, so this one cannot be made again."
        case .otherImages:
            "The display record does not fit the images. Check the store with `readingroom verify`."
        }
    }
}
