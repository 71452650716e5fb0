/// The program and its version, as results and records name it.
enum ProgramVersion {
    /// Changed with every release.
    static let text = "readingroom 0.1.0"
}
