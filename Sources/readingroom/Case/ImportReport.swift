import Glibc

/// What an import says while it runs: results on standard output, problems and the progress bar on standard error.
final class ImportReport {
    /// The store's folder, as the user named it.
    let storeName: String
    private let bar: ProgressBar?
    private let isQuiet: Bool
    private var current: (phase: Phase, start: ContinuousClock.Instant)?
    private var counts: [Phase: Int] = [:]
    private var spent: [Phase: Duration] = [:]

    /// Kinds of steps.
    enum Phase: String {
        /// Reading headers of files.
        case looking = "Looking at files"
        /// Decoding slices.
        case decoding = "Decoding slices"
    }

    /// A report; it draws a bar only where standard error is a terminal, and `isQuiet` tells problems alone.
    init(storeName: String, isQuiet: Bool = false) {
        self.storeName = storeName
        self.isQuiet = isQuiet
        bar = isatty(STDERR_FILENO) == 1 ? ProgressBar() : nil
    }

    /// A line of results.
    func result(_ line: String) {
        guard !isQuiet else { return }
        bar?.clear()
        StandardStreams.output(line + "\n")
    }

    /// Something that the coordinator has to know, in one sentence or more.
    func problem(_ sentence: String) {
        bar?.clear()
        StandardStreams.error(sentence + "\n")
    }

    /// Begins `count` steps of one kind.
    func begin(_ phase: Phase, count: Int) {
        end()
        current = (phase, .now)
        bar?.begin(phase.rawValue, count: count)
    }

    /// One step is done.
    func step() {
        if let current { counts[current.phase, default: 0] += 1 }
        bar?.step()
    }

    /// The steps are done.
    func end() {
        if let current { spent[current.phase, default: .zero] += .now - current.start }
        current = nil
        bar?.clear()
    }

    /// How long the steps of each kind took in all.
    var times: String {
        [Phase.looking, .decoding].map { phase in
            let components = spent[phase, default: .zero].components
            let milliseconds =
                components.seconds * 1000 + components.attoseconds / 1_000_000_000_000_000
            return "\(phase.rawValue): \(counts[phase, default: 0]) in \(milliseconds) ms."
        }.joined(separator: " ")
    }
}
