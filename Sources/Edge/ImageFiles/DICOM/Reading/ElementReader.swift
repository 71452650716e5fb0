import CDCMTK

/// Looks elements of an opened file up by tag.
struct ElementReader {
    let file: OpaquePointer

    /// Where elements of a data set lie that has no functional groups.
    static let dataSet = cdcmtk_place(frame: -1, sequence: 0, item: 0, inner: 0)

    /// The raw value, components divided by backslashes; `nil` if absent or not a text.
    func bytes(_ tag: UInt32, at place: cdcmtk_place = dataSet, limit: Int = 1024) -> [UInt8]? {
        var length = 0
        var status: Int32 = 0
        let bytes = [UInt8](unsafeUninitializedCapacity: limit) { buffer, count in
            let base = UnsafeMutableRawPointer(buffer.baseAddress)?.assumingMemoryBound(
                to: CChar.self)
            status = cdcmtk_text(file, place, tag, base, limit, &length)
            count = status == Int32(CDCMTK_OK.rawValue) ? min(length, limit) : 0
        }
        return status == Int32(CDCMTK_OK.rawValue) ? bytes : nil
    }

    /// The value of an element of plain ASCII (codes, UIDs, numbers), empty if absent.
    func code(_ tag: UInt32, at place: cdcmtk_place = dataSet) -> String {
        SafeText.ascii(bytes(tag, at: place) ?? [])
    }

    /// Up to `limit` finite numbers, empty if absent or if one of them is not finite.
    func numbers(_ tag: UInt32, at place: cdcmtk_place = dataSet, limit: Int = 8) -> [Double] {
        var count = 0
        var status: Int32 = 0
        let numbers = [Double](unsafeUninitializedCapacity: limit) { buffer, initialized in
            status = cdcmtk_numbers(file, place, tag, buffer.baseAddress, limit, &count)
            initialized = status == Int32(CDCMTK_OK.rawValue) ? count : 0
        }
        return numbers.allSatisfy(\.isFinite) ? numbers : []
    }

    /// The first number of an element.
    func number(_ tag: UInt32, at place: cdcmtk_place = dataSet) -> Double? {
        numbers(tag, at: place, limit: 1).first
    }

    /// The words of a lookup table, empty if absent.
    func words(_ tag: UInt32, at place: cdcmtk_place, limit: Int = 65536) -> [UInt16] {
        var count = 0
        return [UInt16](unsafeUninitializedCapacity: limit) { buffer, initialized in
            let status = cdcmtk_words(file, place, tag, buffer.baseAddress, limit, &count)
            initialized = status == Int32(CDCMTK_OK.rawValue) ? min(count, limit) : 0
        }
    }
}
