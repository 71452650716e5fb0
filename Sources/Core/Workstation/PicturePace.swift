import TerminalUI

/// How much of a picture may be drawn at once.
struct PicturePace {
    /// What is known of the way to the terminal; `nil` when everything fits.
    var link: Link?
    /// Whether no key has come for a while, so that full pictures are made also where they do not fit.
    var isResting = true
    /// Pictures that share the link.
    var panes = 1

    /// Bytes of a picture that is sent at once.
    var firstBytes: Int { (link?.firstBytes ?? .max) / max(1, panes) }

    /// Bytes of a preview of a picture that has about `full`: not so many that the full one comes much later.
    func previewBytes(of full: Int) -> Int { min(firstBytes, max(2_048, full / 12)) }

    /// Bytes of a strip of a picture that is sent bit by bit.
    var pieceBytes: Int { link?.pieceBytes ?? .max }

    /// Strips of sixels that a picture may have: an xterm forgets all but the last 16 sixel pictures, with a preview
    /// for each picture among them.
    var mostStrips: Int { max(1, 10 / max(1, panes)) }

    /// Whether a picture of so many bytes is sent at once.
    func fits(_ bytes: Int) -> Bool { bytes <= firstBytes }
}
