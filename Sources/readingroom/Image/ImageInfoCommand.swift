import ArgumentParser
import Foundation
import ImageFiles

/// `readingroom image info`: tells what files and folders hold, and refuses no odd geometry.
struct ImageInfoCommand: ParsableCommand {
    /// How the answer is written.
    enum Format: String, ExpressibleByArgument, CaseIterable {
        /// Lines for people.
        case text
        /// One object for programs.
        case json
    }

    static let configuration = CommandConfiguration(
        commandName: "info",
        abstract: "Tell what an image file, folder or archive holds.",
        discussion: """
            Takes DICOM and NIfTI files, folders, ZIP archives and DICOMDIR media. Odd geometry is \
            told and never refused. A file that cannot be read is named with the reason, the \
            others go on, and the exit status is 1. No patient's name, ID or date is printed.

            JSON: files (number read), problems and issues (sentences), series[]. A series has \
            modality, number, description, transferSyntaxes[] (uid, name), issues[], stacks[] and \
            frames[]. A stack has columns, rows, slices, columnSpacingMM, rowSpacingMM, \
            sliceSpacingMM, rowDirection, columnDirection, firstPosition, lastPosition (x to the \
            left, y to the back, z to the head, millimetres), units, slope, intercept, windows[] \
            (center, width, function) and issues[]. A frame has file, frame (from 1), columns, \
            rows, bits, colour, sample, position, sha256 and problem; what is not known is left \
            out. Files come in the order of their paths, frames in the order in which they are \
            stored.

            sha256 is taken of the stored values (stored bits and sign applied, before rescale) \
            as 32-bit little-endian signed integers in row-major order. Colours and floats have \
            none.
            """)

    @Argument(help: "File, folder or ZIP archive.", completion: .file())
    var path: String

    @Option(help: "How to write the answer.")
    var format = Format.text

    @Flag(help: "Decode every frame and tell the SHA-256 of its stored values.")
    var checksums = false

    func run() throws {
        let report = try ImageReport.of(path, checksums: checksums)
        switch format {
        case .text: print(report.text(showsFrames: checksums))
        case .json: print(try report.json())
        }
        if !report.problems.isEmpty { throw ExitCode.failure }
    }
}
