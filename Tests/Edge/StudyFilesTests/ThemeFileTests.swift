import Foundation
import StudyFiles
import TerminalUI
import TestSupport
import Testing

@Suite struct ThemeFileTests {
    private static let shipped = URL(fileURLWithPath: #filePath)
        .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
        .deletingLastPathComponent().appendingPathComponent("Themes")

    private let library = ThemeLibrary(folders: [Self.shipped])
    static let names = ["amber-night", "dark-room", "dimmed", "high-contrast", "monochrome"]

    private func valid() throws -> String {
        try String(
            contentsOf: Self.shipped.appendingPathComponent("dark-room.yaml"), encoding: .utf8)
    }

    private func sentence(_ text: String) -> String? {
        do {
            _ = try ThemeFile.parse(text, file: "my.yaml")
            return nil
        } catch { return error.sentence }
    }

    @Test func `five themes are shipped`() {
        #expect(library.names == Self.names)
    }

    @Test(arguments: names) func `a shipped theme is named like its file`(_ name: String) throws {
        #expect(try library.theme(name).id == name)
    }

    @Test(arguments: names) func `every text has a contrast of 7 in exact and in 256 colours`(
        _ name: String
    ) throws {
        let theme = try library.theme(name)
        for role in Role.allCases {
            let color = theme.style(of: role).color.rgb
            let entry = try #require(RGB(paletteEntry: color.nearestPaletteEntry))
            let back = try #require(RGB(paletteEntry: theme.background.rgb.nearestPaletteEntry))
            #expect(color.contrast(with: theme.background.rgb) >= 7, "\(role)")
            #expect(entry.contrast(with: back) >= 7, "\(role) in 256 colours")
        }
    }

    /// The 16 colours of the Linux console and of xterm.
    private static let palettes: [[Int]] = [
        [
            0x000000, 0xAA0000, 0x00AA00, 0xAA5500, 0x0000AA, 0xAA00AA, 0x00AAAA, 0xAAAAAA,
            0x555555, 0xFF5555, 0x55FF55, 0xFFFF55, 0x5555FF, 0xFF55FF, 0x55FFFF, 0xFFFFFF,
        ],
        [
            0x000000, 0xCD0000, 0x00CD00, 0xCDCD00, 0x0000EE, 0xCD00CD, 0x00CDCD, 0xE5E5E5,
            0x7F7F7F, 0xFF0000, 0x00FF00, 0xFFFF00, 0x5C5CFF, 0xFF00FF, 0x00FFFF, 0xFFFFFF,
        ],
    ]

    @Test(arguments: names) func `every text has a contrast of 7 in 16 colours`(
        _ name: String
    ) throws {
        let theme = try library.theme(name)
        for palette in Self.palettes {
            let colors = palette.map {
                RGB(UInt8($0 >> 16), UInt8($0 >> 8 & 0xFF), UInt8($0 & 0xFF))
            }
            for role in Role.allCases {
                let color = colors[theme.style(of: role).color.sixteen.number]
                #expect(color.contrast(with: colors[theme.background.sixteen.number]) >= 7)
            }
        }
    }

    @Test(arguments: names) func `attention and refusal differ from text without colour`(
        _ name: String
    ) throws {
        let theme = try library.theme(name)
        let looks = [Role.text, .attention, .refused].map {
            theme.look(of: Cell(role: $0), depth: .none)
        }
        #expect(Set(looks).count == 3)
    }

    @Test func `a role that nobody draws is refused with its line`() throws {
        let text = try valid().replacingOccurrences(of: "  dim:", with: "  dimm:")
        let line = try #require(lineNumber(of: "  dimm:", in: text))
        #expect(sentence(text)?.hasPrefix("my.yaml:\(line):3: There is no dimm here.") == true)
    }

    @Test func `a role that is missing is refused`() throws {
        let text = try valid().replacingOccurrences(
            of: #"  present: .*\n"#, with: "", options: .regularExpression)
        #expect(sentence(text)?.hasSuffix("present: is missing here.") == true)
    }

    @Test(arguments: [
        ("color: \"#b2b2b2\"", "color: \"b2b2b2\"", "A colour is written \"#rrggbb\""),
        ("color: \"#b2b2b2\"", "color: \"#+12345\"", "A colour is written \"#rrggbb\""),
        ("color: \"#b2b2b2\"", "color: \"#777777\"", "The contrast with the background is 4.6"),
        (
            "#b2b2b2\", sixteen: white", "#b2b2b2\", sixteen: black",
            "In 16 colours this is black on itself."
        ),
        ("sixteen: white", "sixteen: pink", "pink is none of black, red"),
        ("style: [bold]", "style: [blink]", "blink is none of bold, underlined, reversed."),
        ("surround: black", "surround: blue", "Around a picture is black or grey"),
        ("theme: dark-room", "theme: Dark room", "A theme's name has small letters"),
        ("title: Dark room", "titel: Dark room", "There is no titel here."),
    ])
    func `a mistake is told with file and line`(
        _ right: String, _ wrong: String, _ expected: String
    ) throws {
        let text = try valid()
        let place = try #require(text.range(of: right, range: body(of: text)))
        let changed = text.replacingCharacters(in: place, with: wrong)
        let told = try #require(sentence(changed))
        let line = try #require(lineNumber(of: wrong, in: changed))
        #expect(told.hasPrefix("my.yaml:\(line):"))
        #expect(told.contains(expected))
    }

    @Test func `a person's own theme comes before the shipped one`() throws {
        let folder = FileManager.default.temporaryDirectory
            .appendingPathComponent("themes-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        defer { try? FileManager.default.removeItem(at: folder) }
        let own = try valid().replacingOccurrences(of: "title: Dark room", with: "title: Mine")
        try own.write(
            to: folder.appendingPathComponent("dark-room.yaml"), atomically: true, encoding: .utf8)

        let library = ThemeLibrary(folders: [folder, Self.shipped])

        #expect(try library.theme().title == "Mine")
        #expect(library.names == Self.names)
    }

    @Test(arguments: ["dark-rom", "../Themes/dark-room"])
    func `an unknown theme is told with those that exist`(
        _ name: String
    ) throws {
        do {
            _ = try library.theme(name)
            Issue.record("found")
        } catch {
            #expect(error.sentence.hasPrefix("There is no theme \(name)."))
            #expect(error.sentence.contains("There are: amber-night, dark-room"))
        }
    }

    @Test func `own themes lie in the data folder of the user or of the system`() {
        let bundled = URL(fileURLWithPath: "/opt/themes")
        let paths = { (environment: [String: String]) in
            ThemeLibrary.standardFolders(environment: environment, bundled: bundled).map(\.path)
        }
        let system = ["/usr/local/share/readingroom/themes", "/usr/share/readingroom/themes"]
        #expect(paths([:]) == system + ["/opt/themes"])
        #expect(
            paths(["HOME": "/home/r1"])
                == ["/home/r1/.local/share/readingroom/themes"] + system + ["/opt/themes"])
        #expect(
            paths(["HOME": "/home/r1", "XDG_DATA_HOME": "/data"]).first
                == "/data/readingroom/themes")
        #expect(
            paths(["HOME": "/home/r1", "XDG_DATA_HOME": "data"]).first
                == "/home/r1/.local/share/readingroom/themes")
    }

    private func body(of text: String) -> Range<String.Index> {
        let start = text.range(of: "theme: ")?.lowerBound ?? text.startIndex
        return start..<text.endIndex
    }

    private func lineNumber(of part: String, in text: String) -> Int? {
        let lines = text[body(of: text)].split(separator: "\n", omittingEmptySubsequences: false)
        let comments = text[..<body(of: text).lowerBound].filter { $0 == "\n" }.count
        return lines.firstIndex { $0.contains(part) }.map { $0 + comments + 1 }
    }
}
