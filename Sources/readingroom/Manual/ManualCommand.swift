import ArgumentParser
import Desk
import Workstation

/// `readingroom manual`: pages that are made from the program's own tables.
struct ManualCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "manual",
        abstract: "Print the manual page, the page of keys, or the standard keymap.",
        discussion: "`make docs` uses it. `readingroom manual | man -l -` shows the manual page.")

    /// What is printed.
    enum Page: String, ExpressibleByArgument, CaseIterable {
        /// The manual page in roff.
        case man
        /// The page of keys in Markdown.
        case keys
        /// The keymap `readingroom` in YAML.
        case keymap
    }

    @Option(help: "What is printed: man, keys or keymap.")
    var page = Page.man

    func run() throws {
        print(try Self.text(page), terminator: "")
    }

    /// A page as it is printed.
    static func text(_ page: Page) throws -> String {
        switch page {
        case .man: return ManualPage.roff
        case .keys:
            let board = KeyPage.section(
                "Coordinator's board", "In `readingroom study board`.", BoardKeys.rows)
            return KeyPage.markdown(others: try KeymapChoice.shipped(), screens: board)
        case .keymap: return KeymapText.yaml
        }
    }
}
