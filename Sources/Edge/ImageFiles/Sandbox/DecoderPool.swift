import CUnix
import Glibc

/// Decoding children that work side by side; results come in the order of the jobs.
///
/// At most two answers a child are held at a time, so that memory does not grow with the number of files.
public final class DecoderPool {
    private let program: DecoderProgram
    private let policy: DecoderPolicy
    private var children: [DecoderChild] = []
    private var lastNumber: UInt64 = 0
    private var spare: [Answer] = []

    /// Starts the children.
    ///
    /// - Throws: `SandboxError` when a child cannot start or cannot be confined.
    public init(
        program: DecoderProgram = .current, policy: DecoderPolicy = DecoderPolicy()
    ) throws(SandboxError) {
        self.program = program
        self.policy = policy
        for _ in 0..<policy.children {
            children.append(try DecoderChild(program: program, policy: policy))
        }
        for child in children { try child.awaitReady() }
    }

    /// Whether the kernel filters the system calls of every child.
    var isConfined: Bool { children.allSatisfy(\.isConfined) }

    /// Wraps a descriptor so that children can be given it.
    func file(_ descriptor: Int32) -> OpenFile {
        lastNumber += 1
        return OpenFile(descriptor: descriptor, number: lastNumber)
    }

    /// Does `count` jobs, any number at a time, and delivers what became of them in order.
    ///
    /// - Parameters:
    ///   - job: Makes job number `0..<count`; a failure is delivered in its place.
    ///   - deliver: Takes the outcomes in order. What it throws ends the run; what is under way is given up.
    func run<Failure: Error>(
        _ count: Int, job: (Int) throws(Failure) -> DecodeJob,
        deliver: (Int, Result<DecodeOutcome, Failure>) throws -> Void
    ) throws {
        var run = Run<Failure>(children: children.count)
        defer { giveUp() }
        while run.delivered < count {
            try start(&run, count, job)
            if let outcome = run.waiting.removeValue(forKey: run.delivered) {
                try deliver(run.delivered, outcome)
                run.delivered += 1
                recycle(outcome)
            } else {
                collect(&run)
            }
        }
    }

    /// Keeps the room of a delivered answer for another.
    private func recycle<Failure: Error>(_ outcome: Result<DecodeOutcome, Failure>) {
        switch outcome {
        case .success(.done(let answer)), .success(.refused(let answer)): spare.append(answer)
        default: break
        }
    }

    /// Hands jobs to idle children while there is room for their answers; the next file is opened meanwhile.
    private func start<Failure: Error>(
        _ run: inout Run<Failure>, _ count: Int, _ job: (Int) throws(Failure) -> DecodeJob
    ) throws {
        while run.next < count, run.next - run.delivered < 2 * children.count {
            let made: DecodeJob
            do throws(Failure) {
                if let pending = run.pending { made = pending } else { made = try job(run.next) }
            } catch {
                run.waiting[run.next] = .failure(error)
                run.next += 1
                continue
            }
            guard let index = idleChild(for: made) else {
                run.pending = made
                return
            }
            run.pending = nil
            if children[index].isGone { try replaceChild(index) }
            try children[index].begin(made)
            run.numbers[index] = run.next
            run.next += 1
        }
    }

    private func replaceChild(_ index: Int) throws(SandboxError) {
        children[index] = try DecoderChild(program: program, policy: policy)
        try children[index].awaitReady()
    }

    /// The child for a job; one that has the file open already, if there is one.
    private func idleChild(for job: DecodeJob) -> Int? {
        if job.isSequential {
            let index = Int(job.file.number % UInt64(children.count))
            return children[index].job == nil ? index : nil
        }
        let idle = children.indices.filter { children[$0].job == nil }
        return idle.first { children[$0].file == job.file.number } ?? idle.first
    }

    /// Waits for the next answer.
    private func collect<Failure: Error>(_ run: inout Run<Failure>) {
        let busy = children.indices.filter { children[$0].job != nil }
        precondition(!busy.isEmpty, "nothing to wait for")
        var states = busy.map { pollfd(fd: children[$0].socket, events: Int16(POLLIN), revents: 0) }
        let patience = busy.map { children[$0].patienceMS }.min() ?? 0
        let ready = poll(&states, nfds_t(states.count), patience)
        if ready < 0 && errno == EINTR { return }
        for (state, index) in zip(states, busy)
        where state.revents != 0 || children[index].patienceMS == 0 {
            guard let number = run.numbers[index] else { continue }
            let answer = spare.popLast() ?? Answer()
            run.waiting[number] = .success(children[index].finish(into: answer))
        }
    }

    /// Ends children that are still busy when a run stops early, so that no late answer meets the next run.
    private func giveUp() {
        for child in children where child.job != nil { child.abandon() }
    }

    /// Where a run stands.
    private struct Run<Failure: Error> {
        var next = 0
        var delivered = 0
        var pending: DecodeJob?
        var waiting: [Int: Result<DecodeOutcome, Failure>] = [:]
        var numbers: [Int?]

        init(children: Int) { numbers = Array(repeating: nil, count: children) }
    }
}
