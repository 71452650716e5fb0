import CDCMTK

/// Builds a data set element by element.
final class ElementWriter {
    private let pointer: OpaquePointer

    init() throws(ImageFileError) {
        var created: OpaquePointer?
        _ = cdcmtk_writer_new(&created)
        guard let created else { throw .noDictionary }
        pointer = created
    }

    deinit { cdcmtk_writer_free(pointer) }

    /// Puts a text, or numbers as text.
    func put(_ tag: UInt32, _ text: String) {
        let status = cdcmtk_put_text(pointer, tag, text)
        precondition(
            status == Int32(CDCMTK_OK.rawValue), "\(text) for \(String(tag, radix: 16))")
    }

    func put(_ tag: UInt32, _ number: Int) { put(tag, String(number)) }

    func put(_ tag: UInt32, _ numbers: Double...) { put(tag, DecimalString.text(numbers)) }

    func put(_ elements: KeyValuePairs<UInt32, String>) {
        for (tag, text) in elements { put(tag, text) }
    }

    func put(_ tag: UInt32, words: [UInt16]) {
        let status = cdcmtk_put_words(pointer, tag, words, words.count)
        precondition(status == Int32(CDCMTK_OK.rawValue), String(tag, radix: 16))
    }

    /// Puts an element or sequence without a value.
    func putEmpty(_ tag: UInt32) {
        let status = cdcmtk_put_empty(pointer, tag)
        precondition(status == Int32(CDCMTK_OK.rawValue), String(tag, radix: 16))
    }

    /// Adds an item to a sequence; `body` fills it.
    func item(_ sequence: UInt32, _ body: () -> Void) {
        let status = cdcmtk_begin_item(pointer, sequence)
        precondition(status == Int32(CDCMTK_OK.rawValue), String(sequence, radix: 16))
        body()
        _ = cdcmtk_end_item(pointer)
    }

    /// Adds an item that holds `elements` to a sequence.
    func item(_ sequence: UInt32, _ elements: KeyValuePairs<UInt32, String>) {
        item(sequence) { put(elements) }
    }

    /// The whole file in a transfer syntax.
    func encoded(
        _ syntax: TransferSyntax, image: cdcmtk_image, pixels: [UInt8]
    ) throws(ImageFileError) -> [UInt8] {
        var bytes: UnsafePointer<UInt8>?
        var count = 0
        let status = pixels.withUnsafeBytes { stored in
            var image = image
            image.bytes = stored.baseAddress
            image.count = stored.count
            return cdcmtk_encode(pointer, syntax.rawValue, &image, &bytes, &count)
        }
        guard status == Int32(CDCMTK_OK.rawValue) else { throw .notEncodable }
        return Array(UnsafeBufferPointer(start: bytes, count: count))
    }
}
