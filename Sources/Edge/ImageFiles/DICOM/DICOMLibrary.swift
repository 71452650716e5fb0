import CDCMTK

/// What must be ready before the first DICOM file is opened.
public enum DICOMLibrary {
    /// Loads the data dictionary and the codecs; call it before a sandbox closes the file system. May be repeated.
    ///
    /// - Throws: `ImageFileError.noDictionary` when DCMTK's dictionary is not installed.
    public static func prepare() throws(ImageFileError) {
        guard cdcmtk_prepare() == Int32(CDCMTK_OK.rawValue) else { throw .noDictionary }
    }

    /// The version of DCMTK, such as `3.6.7`.
    public static var version: String { String(cString: cdcmtk_version()) }
}
