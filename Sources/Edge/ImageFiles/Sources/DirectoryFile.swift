/// The list of images on a DICOM medium, the file `DICOMDIR`.
///
/// Source: DICOM PS3.10 8 and PS3.3 F.
struct DirectoryFile {
    /// The list itself.
    let source: ImageSource
    /// Folders from the medium's top to the list.
    let folder: [String]

    /// The list of a medium that is nearest to its top, if there is one.
    static func find(in listing: MediumListing) -> DirectoryFile? {
        listing.files.filter { key($0.components.last ?? "") == "dicomdir" }
            .min { $0.components.count < $1.components.count }
            .map { DirectoryFile(source: $0.source, folder: $0.components.dropLast()) }
    }

    /// The files that the list names, in its order; capitals and version numbers of file names do not count.
    ///
    /// - Parameter references: Paths as in Referenced File ID, components divided by backslashes.
    func resolve(_ references: [String], in listing: MediumListing) -> SourceList {
        var byKey: [[String]: ImageSource] = [:]
        for file in listing.files { byKey[file.components.map(Self.key)] = file.source }
        var list = SourceList()
        var seen: Set<[String]> = []
        for reference in references {
            let components = folder.map(Self.key) + reference.split(separator: "\\").map(Self.key)
            guard seen.insert(components).inserted else { continue }
            if let source = byKey[components] {
                list.sources.append(source)
            } else {
                let name = SafeText.path(reference.split(separator: "\\").joined(separator: "/"))
                list.problems.append(.missingReference(source.name, reference: name))
            }
        }
        return list
    }

    /// A name as it is compared: lower case, without the `;1` and the lonely dot of ISO 9660.
    private static func key(_ name: some StringProtocol) -> String {
        var key = name.lowercased()
        if let semicolon = key.lastIndex(of: ";") { key = String(key[..<semicolon]) }
        while key.hasSuffix(".") || key.hasSuffix(" ") { key.removeLast() }
        return key
    }
}
