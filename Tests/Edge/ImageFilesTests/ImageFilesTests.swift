import ImageFiles
import Testing

@Test func `an empty file is refused`() {
    #expect(throws: ImageFileError.empty) { try DICOMFile(bytes: []) }
}

@Test func `a text file is refused`() {
    #expect(throws: ImageFileError.notAnImage) {
        try DICOMFile(bytes: Array("Dear colleague, please find the images.".utf8))
    }
}
