/// The questions asked of a terminal before anything is drawn.
public enum TerminalQuery {
    /// DA1, which every terminal answers: what was asked before it and not answered by then will
    /// not be answered.
    public static let fence: [UInt8] = Array("\u{1B}[c".utf8)

    /// All questions in one block, the fence last.
    ///
    /// - Parameter term: `TERM`. The Linux console prints unknown strings, so it is asked none; tmux
    ///   and screen take the question for kitty as a title or pass it on, so they are not asked that.
    public static func block(term: String) -> [UInt8] {
        let isConsole = term.hasPrefix("linux")
        let questions = [
            "\u{1B}[>0q",
            !takesKittyCommands(term: term) ? "" : "\u{1B}_Gi=31,s=1,v=1,a=q,t=d,f=24;AAAA\u{1B}\\",
            "\u{1B}[?1;1;0S",
            "\u{1B}[?2;1;0S",
            "\u{1B}[16t\u{1B}[14t",
            "\u{1B}[?2026$p\u{1B}[?1016$p",
            "\u{1B}[?u",
            // A terminal that reads UTF-8 stands in column 2 after one letter of two bytes.
            "\r\u{E9}\u{1B}[6n\r\u{1B}[K",
            isConsole ? "" : "\u{1B}[48:2:1:2:3m\u{1B}P$qm\u{1B}\\\u{1B}[m",
            // The background, on which characters in the terminal's own colours stand.
            isConsole ? "" : "\u{1B}]11;?\u{1B}\\",
            // The greys of the 16 colours, which are the theme's.
            isConsole ? "" : [0, 7, 8, 15].map { "\u{1B}]4;\($0);?\u{1B}\\" }.joined(),
        ]
        return Array(questions.joined().utf8) + fence
    }

    /// Whether a terminal of this name does nothing wrong with a kitty graphics command that it does
    /// not know.
    public static func takesKittyCommands(term: String) -> Bool {
        !["linux", "tmux", "screen"].contains { term.hasPrefix($0) }
    }
}
