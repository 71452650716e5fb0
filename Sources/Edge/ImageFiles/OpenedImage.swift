import Glibc

/// An image file opened in this process, for files that the user trusts; import uses sandboxed children.
public final class OpenedImage {
    /// The file.
    public let file: any ImageFile
    private let descriptor: Int32

    /// Opens a file and reads its header.
    public init(_ source: ImageSource) throws(FileProblem) {
        do throws(SourceError) {
            descriptor = try source.open()
        } catch {
            throw .source(error)
        }
        do throws(ImageFileError) {
            file = try ImageFileOpener.open(descriptor: descriptor)
        } catch {
            close(descriptor)
            throw .refused(name: source.name, error)
        }
    }

    deinit { close(descriptor) }
}
