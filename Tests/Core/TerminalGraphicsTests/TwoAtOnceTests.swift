import Glibc
import Testing

@testable import TerminalGraphics

@Suite struct TwoAtOnceTests {
    @Test func `both results come, the first from this thread and the second from another`() {
        let (first, second) = TwoAtOnce.run({ pthread_self() }, { pthread_self() })

        #expect(first == pthread_self())
        #expect(second != pthread_self())
    }

    @Test func `the second keeps what it wrote when this thread was done long before`() {
        var written = [Int]()

        let (_, sum) = TwoAtOnce.run(
            {},
            {
                usleep(20_000)
                written = Array(0..<1000)
                return written.reduce(0, +)
            })

        #expect(written.count == 1000)
        #expect(sum == 499_500)
    }

    @Test func `signals from outside never reach the second thread, its own faults do`() {
        let isBlocked: (Int32) -> Bool = { signal in
            var mask = sigset_t()
            pthread_sigmask(SIG_BLOCK, nil, &mask)
            return sigismember(&mask, signal) == 1
        }

        let before = isBlocked(SIGWINCH)

        let (here, there) = TwoAtOnce.run(
            { isBlocked(SIGWINCH) }, { (isBlocked(SIGWINCH), isBlocked(SIGSEGV)) })

        #expect(here == before)
        #expect(isBlocked(SIGWINCH) == before)
        #expect(there.0)
        #expect(!there.1)
    }
}
