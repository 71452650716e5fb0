extension ImageFileHeader {
    /// The same header with the texts that it has in common with `other` kept once in memory: thousands of files of one
    /// series differ in little.
    func sharing(with other: ImageFileHeader) -> ImageFileHeader {
        var header = self
        for text in SourceFacts.texts where facts[keyPath: text] == other.facts[keyPath: text] {
            header.facts[keyPath: text] = other.facts[keyPath: text]
        }
        if pixels == other.pixels { header.pixels = other.pixels }
        if remarks == other.remarks { header.remarks = other.remarks }
        guard let model = other.frames.first else { return header }
        for index in frames.indices { header.frames[index].share(with: model) }
        return header
    }
}

extension FrameAttributes {
    fileprivate mutating func share(with other: FrameAttributes) {
        if units == other.units { units = other.units }
        if stackKey == other.stackKey { stackKey = other.stackKey }
        if slice == other.slice { slice = other.slice }
    }
}
