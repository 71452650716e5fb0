import Glibc

/// One frame to be decoded.
public struct FramePlace: Sendable {
    /// The file.
    public let source: ImageSource
    /// Tells the file from others; frames of one file that follow each other open it once.
    public let file: Int
    /// The frame, from 0.
    public let frame: Int
    /// Bytes of the decoded frame, as the file's header declares them.
    public let byteCount: Int
    /// The file can only be read from its start, so that one child reads all of it.
    public let isSequential: Bool

    /// A frame of a file whose header is known.
    public init(source: ImageSource, file: Int, frame: Int, header: ImageFileHeader) {
        self.source = source
        self.file = file
        self.frame = frame
        byteCount = header.pixels.frameByteCount
        isSequential = header.pixels.transferSyntax == "NIfTI"
    }
}

/// Reads image files in sandboxed children; this process never parses a byte of them.
public final class ImageDecoder {
    private let pool: DecoderPool

    /// Starts the children.
    public init(
        program: DecoderProgram = .current, policy: DecoderPolicy = DecoderPolicy()
    ) throws(SandboxError) {
        pool = try DecoderPool(program: program, policy: policy)
    }

    /// Whether the kernel filters the system calls of every child.
    public var isConfined: Bool { pool.isConfined }

    /// Reads the headers of files; `each` gets them in order.
    ///
    /// - Throws: What `each` throws, or `SandboxError` when a child cannot be started any more.
    public func headers(
        of sources: [ImageSource],
        each: (Int, Result<ImageFileHeader, FileProblem>) throws -> Void
    ) throws {
        var last: ImageFileHeader?
        try pool.run(sources.count) { index throws(FileProblem) in
            try job(.describe, sources[index])
        } deliver: { index, outcome in
            let name = sources[index].name
            let header = outcome.flatMap { Self.header($0, name) }.map { header in
                last.map(header.sharing) ?? header
            }
            if case .success(let header) = header { last = header }
            try each(index, header)
        }
    }

    /// The files that a DICOMDIR names, components divided by backslashes.
    public func references(of directory: ImageSource) throws -> Result<[String], FileProblem> {
        var references: Result<[String], FileProblem> = .success([])
        try pool.run(1) { _ throws(FileProblem) in
            try job(.list, directory)
        } deliver: { _, outcome in
            references = outcome.flatMap { outcome in
                Self.bytes(outcome, directory.name).flatMap { bytes in
                    Result { () throws(ImageFileError) in try HeaderTransfer.references(bytes) }
                        .mapError { .refused(name: directory.name, $0) }
                }
            }
        }
        return references
    }

    /// Decodes frames; `each` gets them in order, as `rows × columns` samples of the type that volumes hold, valid
    /// during the call.
    public func frames(
        _ places: [FramePlace],
        each: (Int, Result<UnsafeRawBufferPointer, FileProblem>) throws -> Void
    ) throws {
        var current: (number: Int, file: OpenFile)?
        try pool.run(places.count) { index throws(FileProblem) in
            let place = places[index]
            let file: OpenFile
            if let current, current.number == place.file {
                file = current.file
            } else {
                file = try open(place.source)
            }
            current = (place.file, file)
            return DecodeJob(
                file: file, verb: .decode, frame: place.frame, capacity: place.byteCount,
                isSequential: place.isSequential)
        } deliver: { index, outcome in
            let name = places[index].source.name
            try each(index, outcome.flatMap { Self.bytes($0, name) })
        }
    }

    private static func header(
        _ outcome: DecodeOutcome, _ name: String
    ) -> Result<ImageFileHeader, FileProblem> {
        bytes(outcome, name).flatMap { bytes in
            Result { () throws(ImageFileError) in try HeaderTransfer.header(bytes) }
                .mapError { .refused(name: name, $0) }
        }
    }

    /// The answer, valid until it is delivered, or why there is none.
    private static func bytes(
        _ outcome: DecodeOutcome, _ name: String
    ) -> Result<UnsafeRawBufferPointer, FileProblem> {
        switch outcome {
        case .done(let answer): .success(answer.bytes)
        case .refused(let answer):
            .failure(.refused(name: name, HeaderTransfer.error(answer.bytes)))
        case .quarantined(let reason): .failure(.quarantined(name: name, reason))
        }
    }

    private func job(
        _ verb: DecodeRequest.Verb, _ source: ImageSource
    ) throws(FileProblem) -> DecodeJob {
        DecodeJob(file: try open(source), verb: verb, capacity: HeaderTransfer.capacity)
    }

    private func open(_ source: ImageSource) throws(FileProblem) -> OpenFile {
        do throws(SourceError) {
            return pool.file(try source.open())
        } catch {
            throw .source(error)
        }
    }
}
