import ReaderStudies
import TerminalUI

/// What is known of the way to the terminal, in words.
struct LinkText {
    /// The link.
    let link: Link
    /// Bytes of the full pictures on the screen, more or less; 0 when there are none.
    let bytes: Int
    /// How they are shown.
    let graphics: GraphicsMode

    /// Below this compression on the way pays: 10 Mbit/s, in bytes a second.
    private static let fastEnough = 1_250_000

    /// Rate, round trip, and what a picture costs.
    var summary: String {
        guard link.isAnswering else {
            return "link: the terminal does not tell what has arrived, 1 Mbit/s is assumed"
        }
        guard let rate = link.bytesPerSecond else { return "link: not measured yet" }
        var parts = [Self.megabits(rate)]
        if let trip = link.roundTripMS {
            parts.append("round trip \(NumberText.fixed(trip, places: trip < 10 ? 1 : 0)) ms")
        }
        if bytes > 0 {
            parts.append(
                "\(max(1, bytes / 1000)) kB a picture: \(NumberText.fixed(seconds(rate), places: 2)) s"
            )
        }
        return "link: " + parts.joined(separator: ", ")
    }

    /// What would make pictures come sooner; `nil` where they come soon enough.
    var advice: String? {
        guard let rate = link.bytesPerSecond, rate < Self.fastEnough, seconds(rate) > 0.3 else {
            return nil
        }
        switch graphics {
        case .kitty, .iterm2: return "slow: a smaller window has smaller pictures"
        case .sixel: return "slow: ssh -C halves the bytes; a smaller window has smaller pictures"
        case .half, .quadrant, .sextant, .ascii, .mono:
            return "slow: ssh -C sends an eighth of the bytes; 256 colours are fewer, too"
        }
    }

    /// For the status line: how slow it is, where a full picture takes a second and more.
    var warning: String? {
        guard link.isAnswering else { return "slow link" }
        guard let rate = link.bytesPerSecond, seconds(rate) >= 1 else { return nil }
        return "slow link \(Self.megabits(rate))"
    }

    private func seconds(_ rate: Int) -> Double { Double(bytes) / Double(max(1, rate)) }

    private static func megabits(_ rate: Int) -> String {
        let megabits = Double(rate) * 8 / 1_000_000
        return "\(NumberText.fixed(megabits, places: megabits < 10 ? 1 : 0)) Mbit/s"
    }
}
