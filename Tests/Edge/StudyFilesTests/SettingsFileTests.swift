import Foundation
import StudyFiles
import Testing

@Suite struct SettingsFileTests {
    private func sentence(_ text: String) -> String? {
        do throws(StudyFileError) {
            _ = try SettingsFile.parse(text, file: "settings.yaml")
            return nil
        } catch { return error.sentence }
    }

    @Test func `a person says what they prefer and leaves out the rest`() throws {
        let settings = try SettingsFile.parse(
            "theme: dimmed\nmouse: yes\nbreakMinutes: 45\n", file: "settings.yaml")

        #expect(settings.theme == "dimmed" && settings.mouse == true)
        #expect(settings.breakMinutes == 45)
        #expect(settings.keymap == nil && settings.screenReader == nil)
    }

    @Test(arguments: [
        ("theme: dimmed\nmaus: yes\n", "settings.yaml:2:1: There is no maus here."),
        ("mouse: perhaps\n", "settings.yaml:1:8: Here stands yes or no."),
        ("breakMinutes: -5\n", "settings.yaml:1:15: -5 lies outside 0 to 600."),
        ("breakMinutes: soon\n", "settings.yaml:1:15: Here stands a whole number, not soon."),
        ("[mouse]\n", "settings.yaml:1:1: Here stands a table"),
    ])
    func `a mistake is told with its place`(_ text: String, _ wanted: String) {
        #expect(sentence(text)?.hasPrefix(wanted) == true, "\(sentence(text) ?? "")")
    }

    @Test func `no file is no preference`() throws {
        let url = URL(filePath: "/nowhere/settings.yaml")
        #expect(try SettingsFile.load(url) == Settings())
    }

    @Test func `the file lies where a person keeps such things`() {
        func path(_ environment: [String: String]) -> String? {
            SettingsFile.standardURL(environment: environment)?.path
        }
        #expect(path(["HOME": "/home/r"]) == "/home/r/.config/readingroom/settings.yaml")
        #expect(
            path(["HOME": "/home/r", "XDG_CONFIG_HOME": "/etc/r"])
                == "/etc/r/readingroom/settings.yaml")
        #expect(path(["XDG_CONFIG_HOME": "relative"]) == nil)
    }
}
