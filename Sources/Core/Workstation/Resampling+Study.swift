import Imaging
import ReaderStudies

extension Resampling {
    /// The study's way to make pictures.
    init(_ study: PictureResampling) {
        self =
            switch study {
            case .automatic: .automatic
            case .nearest: .nearest
            case .bilinear: .bilinear
            case .area: .area
            }
    }
}
