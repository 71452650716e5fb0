import CThread

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
            if let thread { cthread_join(thread) }
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
    private static func start(_ work: Work) -> OpaquePointer? {
        let handle = Unmanaged.passRetained(work)
        let thread = cthread_start(
            { argument in
                if let argument { Unmanaged<Work>.fromOpaque(argument).takeRetainedValue().run() }
                return nil
            }, handle.toOpaque())
        if thread == nil { handle.release() }
        return thread
    }
}
