/// Which keys ask for which action, by the names that files use.
public struct KeyBindings: Hashable, Sendable {
    /// The name by which the keymap is chosen, such as `ohif`.
    public var name: String
    /// The name for people.
    public var title: String
    /// Keys by place and action, the most usual one first; an action that is heard in a place is always there,
    /// if with no key.
    public var keys: [String: [String: [KeyPress]]]

    /// Bindings.
    public init(name: String, title: String, keys: [String: [String: [KeyPress]]]) {
        self.name = name
        self.title = title
        self.keys = keys
    }

    /// The names of all actions, sorted.
    public var actions: [String] { Set(keys.values.flatMap(\.keys)).sorted() }

    /// The places in which an action is heard, sorted.
    public func places(of action: String) -> [String] {
        keys.filter { $0.value[action] != nil }.map(\.key).sorted()
    }
}
