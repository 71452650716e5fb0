import ArgumentParser

/// `readingroom image`: what image files hold.
struct ImageCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "image",
        abstract: "Look into image files.",
        subcommands: [ImageInfoCommand.self, ImageTextureCommand.self])
}
