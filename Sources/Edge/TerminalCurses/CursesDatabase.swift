import CNcurses

/// The terminal database, asked before a screen is opened.
enum CursesDatabase {
    /// What the database says of a name.
    enum Entry { case known, unknown, cannotPlaceText }

    static func look(up name: String) -> Entry {
        switch name.isEmpty ? 0 : cncurses_know(name) {
        case 1: .known
        case 0: .unknown
        default: .cannotPlaceText
        }
    }

    /// Colours of a known name; 0 when it has none.
    static func colors(of name: String) -> Int { Int(max(0, cncurses_database_colors(name))) }
}
