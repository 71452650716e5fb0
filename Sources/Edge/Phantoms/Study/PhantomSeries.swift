import ImageFiles
import Imaging

/// One series of a synthetic examination.
public struct PhantomSeries: Sendable {
    /// Its number in the examination.
    let number: Int
    /// Series Description and Protocol Name: they carry the name of the sequence.
    public let description: String
    /// How the images were made.
    let technique: DICOMSeries.Technique
    /// Values of Image Type.
    let imageType: String
    /// Thickness of a slice, millimetres.
    let thicknessMM: Double
    /// The window that the files suggest.
    let window: VOIWindow
    /// Whether all slices are in one Enhanced multi-frame file.
    let isMultiFrame: Bool
    /// How the pixels are compressed, without loss.
    var syntax = TransferSyntax.jpegLSLossless
    /// Pixels as stored.
    let picture: StoredPicture

    /// Where the voxels lie.
    public var geometry: VolumeGeometry { picture.geometry }
    /// Stored values, slice by slice, row-major.
    public var samples: [UInt16] { picture.samples }
    /// The name of the folder: the description without spaces.
    var folder: String { description.split(separator: " ").joined(separator: "-") }
}
