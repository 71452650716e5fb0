/// A line on the terminal that shows how far a count has come, with rate and time left.
final class ProgressBar {
    private var what = ""
    private var count = 0
    private var done = 0
    private var start = ContinuousClock.now
    private var drawn: ContinuousClock.Instant?

    /// Starts a count.
    func begin(_ what: String, count: Int) {
        (self.what, self.count, done) = (what, count, 0)
        (start, drawn) = (.now, nil)
    }

    /// Counts one, and draws ten times a second at most.
    func step() {
        done += 1
        let now = ContinuousClock.now
        if let drawn, now - drawn < .milliseconds(100), done < count { return }
        drawn = now
        let line = Self.line(what, done: done, of: count, elapsed: now - start)
        StandardStreams.error("\r\u{1B}[K" + line)
    }

    /// Takes the line away, so that others can be printed.
    func clear() {
        guard drawn != nil else { return }
        drawn = nil
        StandardStreams.error("\r\u{1B}[K")
    }

    /// The line: `Decoding   [######------] 150 of 300, 410 a second, 1 s left`.
    static func line(_ what: String, done: Int, of count: Int, elapsed: Duration) -> String {
        let width = 20
        let filled = count > 0 ? done * width / count : width
        let bar =
            String(repeating: "#", count: filled) + String(repeating: "-", count: width - filled)
        let seconds =
            Double(elapsed.components.seconds) + Double(elapsed.components.attoseconds) / 1e18
        guard done > 0, seconds > 0.05 else { return "\(what) [\(bar)] \(done) of \(count)" }
        let rate = Double(done) / seconds
        let left = Int((Double(count - done) / rate).rounded(.up))
        return "\(what) [\(bar)] \(done) of \(count), \(Int(rate.rounded())) a second, "
            + "\(duration(left)) left"
    }

    private static func duration(_ seconds: Int) -> String {
        seconds < 100 ? "\(seconds) s" : "\((seconds + 59) / 60) min"
    }
}
