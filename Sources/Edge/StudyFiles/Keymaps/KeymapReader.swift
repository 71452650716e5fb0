import Instruments
import TerminalUI

/// Takes the lines of a keymap file and finds keys that would mean two things.
struct KeymapReader {
    /// The keys so far: those of the base, where the file says nothing else.
    var bindings: KeyBindings
    /// What is wrong.
    private(set) var mistakes = Mistakes()
    private let context: KeymapContext
    /// What the file itself says, by place and action.
    private var said: [String: [String: [Binding]]] = [:]

    /// A key as it stands in the file.
    private struct Binding {
        let press: KeyPress
        let value: YAMLValue
    }

    init(context: KeymapContext) {
        self.context = context
        bindings = context.base
    }

    /// Reads the actions of one place.
    mutating func read(_ part: YAMLValue, place: String) {
        let lines = mistakes.noting { _ throws(StudyFileError) in try part.placed() } ?? []
        for line in lines {
            guard let places = places(of: line.name, in: place, at: line.at, part) else { continue }
            let keys = keys(line.value, places: places)
            for place in places { said[place, default: [:]][line.name] = keys }
        }
    }

    /// Where the action is meant; `nil` with a mistake noted when it is not known or not heard there.
    private mutating func places(
        of action: String, in place: String, at position: TextPosition, _ part: YAMLValue
    ) -> [String]? {
        let known = bindings.places(of: action)
        var sentence: String?
        if known.isEmpty {
            sentence =
                "There is no action \(action)."
                + Suggestion.sentence(for: action, among: bindings.actions)
        } else if place != KeymapFile.everywhere, !known.contains(place) {
            sentence =
                "\(action) is not heard here, but in: \(known.joined(separator: ", "))."
        }
        guard let sentence else { return place == KeymapFile.everywhere ? known : [place] }
        mistakes.add(.mistake(file: part.file, position, sentence))
        return nil
    }

    private mutating func keys(_ value: YAMLValue, places: [String]) -> [Binding] {
        let parts = mistakes.noting { _ throws(StudyFileError) in try value.list() } ?? []
        var bindings: [Binding] = []
        for part in parts {
            do throws(StudyFileError) {
                bindings.append(Binding(press: try press(part, places: places), value: part))
            } catch {
                mistakes.add(error)
            }
        }
        return bindings
    }

    private func press(
        _ value: YAMLValue, places: [String]
    ) throws(StudyFileError) -> KeyPress {
        let name = try value.text()
        guard let press = KeyPress(name: name) else {
            throw value.mistake(
                "\(name) is no key. A key is one character, or Up, Down, Left, Right, Home, End, PgUp, "
                    + "PgDn, Enter, Tab, Space, Backspace, Del, Ins, F1 to F12, after S-, A- or C- "
                    + "for Shift, Alt and Control.")
        }
        for place in places {
            if let reason = context.reservation(press, place) { throw value.mistake(reason) }
        }
        return press
    }

    /// Gives every action its keys, and notes keys that the file gives twice and actions that it leaves without any.
    mutating func settle() {
        for place in said.keys.sorted() { settle(place) }
    }

    private mutating func settle(_ place: String) {
        guard let said = said[place], var keys = bindings.keys[place] else { return }
        var owners: [KeyPress: (action: String, line: Int)] = [:]
        for (action, bindings) in said.sorted(by: { Self.isBefore($0.value, $1.value) }) {
            keys[action] = bindings.map(\.press)
            for binding in bindings {
                if let owner = owners[binding.press] {
                    mistakes.add(
                        binding.value.mistake(
                            "\(binding.press.name) is \(owner.action) in \(place) already, in line \(owner.line). A key means one thing."
                        ))
                }
                owners[binding.press] = (action, binding.value.position.line)
            }
        }
        take(Set(owners.keys), from: &keys, said, place)
        bindings.keys[place] = keys
    }

    /// Takes keys from the actions of which the file says nothing.
    private mutating func take(
        _ taken: Set<KeyPress>, from keys: inout [String: [KeyPress]],
        _ said: [String: [Binding]], _ place: String
    ) {
        for (action, old) in keys.sorted(by: { $0.key < $1.key }) where said[action] == nil {
            let left = old.filter { !taken.contains($0) }
            keys[action] = left
            guard left.isEmpty, let lost = old.first else { continue }
            let thief = said.values.joined().first { $0.press == lost }
            if let thief {
                mistakes.add(
                    thief.value.mistake(
                        "\(lost.name) was \(action) in \(place), which has no key now. Give \(action) another, or [] to leave it to the palette."
                    ))
            }
        }
    }

    private static func isBefore(_ one: [Binding], _ other: [Binding]) -> Bool {
        func place(_ bindings: [Binding]) -> (Int, Int) {
            bindings.first.map { ($0.value.position.line, $0.value.position.column) } ?? (0, 0)
        }
        return place(one) < place(other)
    }
}
