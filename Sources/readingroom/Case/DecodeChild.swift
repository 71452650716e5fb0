import ArgumentParser
import ImageFiles

/// What the import runs itself again as: reads files that come as descriptors, in a sandbox.
struct DecodeChild: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "decode-child", abstract: "Decode images for an import.",
        shouldDisplay: false)

    func run() throws {
        var service = DecoderService(work: ImageDecoderWork())
        throw ExitCode(service.run())
    }
}
