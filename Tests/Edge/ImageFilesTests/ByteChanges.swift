/// `bytes` with the first `old`, which must be there, replaced by `new` of the same length.
func replaced(_ old: String, by new: String, in bytes: [UInt8]) -> [UInt8] {
    let old = Array(old.utf8)
    let new = Array(new.utf8)
    precondition(old.count == new.count, "lengths differ")
    let start = bytes.indices.first { bytes[$0...].starts(with: old) }
    precondition(start != nil, "the text is not there")
    guard let start else { return bytes }
    return bytes[..<start] + new + bytes[(start + old.count)...]
}

/// `bytes` with the first `old` behind `mark` replaced by `new` of the same length.
func replaced(_ old: String, by new: String, after mark: [UInt8], in bytes: [UInt8]) -> [UInt8] {
    let start = bytes.indices.first { bytes[$0...].starts(with: mark) }
    precondition(start != nil, "the mark is not there")
    guard let start else { return bytes }
    return bytes[..<start] + replaced(old, by: new, in: Array(bytes[start...]))
}
