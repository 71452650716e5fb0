import Glibc

/// Two pieces of work at once, the second on a thread that has ended before this returns.
///
/// Work of a millisecond gains from it: the thread costs some hundredths of one.
enum TwoAtOnce {
    /// Does both and gives both results; one after the other when the system grants no thread.
    ///
    /// The two may not touch the same memory, unless neither changes it.
    static func run<First, Second>(
        _ first: () -> First, _ second: () -> Second
    ) -> (First, Second) {
        var result: Second?
        let started = withoutActuallyEscaping({ result = second() }) { work in
            let thread = start(Work(work))
            let done = first()
            if let thread { pthread_join(thread, nil) }
            return done
        }
        return (started, result ?? second())
    }

    /// What the thread does.
    private final class Work {
        let run: () -> Void
        init(_ run: @escaping () -> Void) { self.run = run }
    }

    /// Starts a thread; `nil` when the system grants none.
    private static func start(_ work: Work) -> pthread_t? {
        let handle = Unmanaged.passRetained(work)
        var thread = pthread_t()
        let before = keepSignalsAway()
        let status = pthread_create(
            &thread, nil,
            { argument in
                if let argument { Unmanaged<Work>.fromOpaque(argument).takeRetainedValue().run() }
                return nil
            }, handle.toOpaque())
        restore(before)
        if status == 0 { return thread }
        handle.release()
        return nil
    }

    /// Signals from outside are for the thread that waits for them; those of its own faults are not held back.
    private static func keepSignalsAway() -> sigset_t {
        var (others, before) = (sigset_t(), sigset_t())
        sigfillset(&others)
        for own in [SIGSEGV, SIGBUS, SIGFPE, SIGILL, SIGABRT, SIGTRAP] { sigdelset(&others, own) }
        pthread_sigmask(SIG_BLOCK, &others, &before)
        return before
    }

    private static func restore(_ signals: sigset_t) {
        var signals = signals
        pthread_sigmask(SIG_SETMASK, &signals, nil)
    }
}
