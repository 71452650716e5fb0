import Foundation
import TerminalUI

/// Reads a theme from YAML.
///
/// The file's keys are `theme` (its name), `title`, `background`, `surround` and `roles`; see
/// `Themes/dark-room.yaml`. Unknown keys, roles, colours and attributes are refused, and so is
/// text that stands out from the background by less than 7 to 1.
public enum ThemeFile {
    /// The least contrast of text with the background.
    ///
    /// Source: WCAG 2.2, success criterion 1.4.6 (enhanced).
    public static let leastContrast = 7.0

    /// Reads a file.
    ///
    /// - Throws: `StudyFileError` with the place of the first mistake.
    public static func load(_ url: URL) throws(StudyFileError) -> Theme {
        try theme(YAMLValue.load(url))
    }

    /// Reads text, which messages call `file`.
    public static func parse(_ text: String, file: String) throws(StudyFileError) -> Theme {
        try theme(YAMLValue.parse(text, file: file))
    }

    private static func theme(_ value: YAMLValue) throws(StudyFileError) -> Theme {
        let table = try value.table(["theme", "title", "background", "surround", "roles"])
        let background = try color(table.required("background"), also: [])
        return Theme(
            id: try NamedFiles.plainName(table.required("theme"), kind: "theme"),
            title: try table.required("title").text(),
            background: background.color, surround: try surround(table.required("surround")),
            styles: try roles(table.required("roles"), on: background.color))
    }

    /// Black or 20 % grey: any other surround changes how greys are seen.
    private static func surround(_ value: YAMLValue) throws(StudyFileError) -> RGB {
        switch try value.text() {
        case "black": return RGB(0, 0, 0)
        case "grey": return RGB(0x33, 0x33, 0x33)
        default: throw value.mistake("Around a picture is black or grey (20 %), nothing else.")
        }
    }

    private static func roles(
        _ value: YAMLValue, on background: ThemeColor
    ) throws(StudyFileError) -> [Role: RoleStyle] {
        let table = try value.table(Set(Role.allCases.map(\.rawValue)))
        var styles: [Role: RoleStyle] = [:]
        for role in Role.allCases {
            styles[role] = try style(table.required(role.rawValue), on: background)
        }
        return styles
    }

    private static func style(
        _ value: YAMLValue, on background: ThemeColor
    ) throws(StudyFileError) -> RoleStyle {
        let (color, table) = try color(value, also: ["style", "plain"])
        try checkContrast(value, color, background)
        return RoleStyle(
            color: color, attributes: try attributes(table["style"]),
            plain: try attributes(table["plain"]))
    }

    private static func checkContrast(
        _ value: YAMLValue, _ color: ThemeColor, _ background: ThemeColor
    ) throws(StudyFileError) {
        let contrast = color.rgb.contrast(with: background.rgb)
        guard contrast >= leastContrast else {
            let tenths = Int((contrast * 10).rounded(.down))
            throw value.mistake(
                "The contrast with the background is \(tenths / 10).\(tenths % 10); it must be 7 or more."
            )
        }
        guard color.sixteen != background.sixteen else {
            throw value.mistake("In 16 colours this is \(color.sixteen.rawValue) on itself.")
        }
    }

    private static func color(
        _ value: YAMLValue, also keys: Set<String>
    ) throws(StudyFileError) -> (color: ThemeColor, table: YAMLTable) {
        let table = try value.table(keys.union(["color", "sixteen"]))
        let text = try table.required("color")
        guard let rgb = RGB(hexadecimal: try text.text()) else {
            throw text.mistake("A colour is written \"#rrggbb\", in quotation marks.")
        }
        return (
            ThemeColor(rgb, sixteen: try table.required("sixteen").word(ANSIColor.self)), table
        )
    }

    private static func attributes(_ value: YAMLValue?) throws(StudyFileError) -> TextAttributes {
        guard let value else { return [] }
        var attributes: TextAttributes = []
        for part in try value.list() {
            attributes.insert(try part.word(AttributeName.self).attribute)
        }
        return attributes
    }

    private enum AttributeName: String, CaseIterable {
        case bold, underlined, reversed

        var attribute: TextAttributes {
            switch self {
            case .bold: .bold
            case .underlined: .underlined
            case .reversed: .reversed
            }
        }
    }
}
