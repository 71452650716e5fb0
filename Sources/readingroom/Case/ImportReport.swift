import Glibc

/// What an import says while it runs: results on standard output, problems and the progress bar on standard error.
final class ImportReport {
    /// The store's folder, as the user named it.
    let storeName: String
    private let bar: ProgressBar?
    private let isQuiet: Bool

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
    func begin(_ what: String, count: Int) { bar?.begin(what, count: count) }

    /// One step is done.
    func step() { bar?.step() }

    /// The bar is not needed any more.
    func end() { bar?.clear() }
}
