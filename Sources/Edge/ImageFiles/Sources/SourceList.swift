/// Files found in what was given for import, in the order in which they are tried, and what could not be looked into.
public struct SourceList: Sendable {
    /// Files that may hold images.
    public var sources: [ImageSource] = []
    /// What could not be looked into.
    public var problems: [SourceError] = []

    /// A list of nothing.
    public init() {}

    /// Adds another list.
    mutating func append(_ other: SourceList) {
        sources += other.sources
        problems += other.problems
    }
}

/// Files below one folder or in one archive, named by their path inside it.
struct MediumListing {
    /// A file of the medium.
    struct File {
        /// Names of folders and file, from the medium's top.
        let components: [String]
        /// The file.
        let source: ImageSource
    }

    /// All files, sorted by path.
    var files: [File] = []
    /// Folders and files that could not be looked into.
    var problems: [SourceError] = []
}
