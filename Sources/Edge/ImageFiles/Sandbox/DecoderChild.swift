import CUnix
import Glibc

/// The parent's end of one decoding child.
final class DecoderChild {
    /// Where requests go and replies come from.
    let socket: Int32
    /// The file that the child has open.
    private(set) var file: UInt64?
    /// What the child is doing.
    private(set) var job: DecodeJob?
    /// Whether the kernel filters the child's system calls.
    private(set) var isConfined = false
    private let process: Int32
    private let program: DecoderProgram
    private let policy: DecoderPolicy
    private var memory: SharedMemory?
    private var deadline = 0.0
    private var allowed = -Double.infinity
    private var hasEnded = false

    /// Starts a child; it can be given a job once it is ready.
    init(program: DecoderProgram, policy: DecoderPolicy) throws(SandboxError) {
        self.policy = policy
        self.program = program
        (process, socket) = try Self.spawn(program)
        deadline = Self.now + Double(policy.waitSeconds)
    }

    /// Waits until the child has confined itself.
    func awaitReady() throws(SandboxError) {
        let hello = Self.receive(socket, patienceMS: patienceMS).reply
        isConfined = hello?.kind == .confined
        do throws(SandboxError) {
            try Self.check(hello, policy: policy, program: program)
        } catch {
            end()
            throw error
        }
    }

    deinit {
        if !hasEnded { end() }
        close(socket)
    }

    /// Whether what a child said of itself at its start is enough to give it files.
    static func check(
        _ reply: DecodeReply?, policy: DecoderPolicy, program: DecoderProgram
    ) throws(SandboxError) {
        switch reply?.kind {
        case .confined:
            return
        case .unconfined:
            if policy.allowsUnfiltered { return }
            throw .noFilter(cause: message(of: reply))
        case .failed:
            throw .noChild(program: program.path, cause: message(of: reply))
        case .done, .refused, nil:
            throw .noChild(program: program.path, cause: "it did not say that it was ready")
        }
    }

    /// Whether the child is gone and needs a successor.
    var isGone: Bool { hasEnded }

    /// Hands over a job.
    func begin(_ job: DecodeJob) throws(SandboxError) {
        var parcel: DecodeRequest.Parcel = []
        var descriptors: [Int32] = []
        let memory = try room(for: job, &parcel)
        if parcel.contains(.memory) { descriptors.append(memory.descriptor) }
        if file != job.file.number {
            parcel.insert(.file)
            descriptors.append(job.file.descriptor)
        }
        let request = DecodeRequest(
            verb: job.verb, frame: job.frame, room: job.capacity, parcel: parcel
        ).bytes
        let now = Self.now
        allowSeconds(now)
        // A child that is gone shows itself when its reply is asked for.
        _ = cunix_send(
            socket, request, UInt(request.count), descriptors, UInt(descriptors.count))
        self.job = job
        file = job.file.number
        deadline = now + Double(policy.waitSeconds)
    }

    /// The memory for the answer to a job: that of the last one, unless it is too small or much too large.
    private func room(
        for job: DecodeJob, _ parcel: inout DecodeRequest.Parcel
    ) throws(SandboxError) -> SharedMemory {
        if let memory, memory.suits(job.capacity) { return memory }
        let memory = try SharedMemory(capacity: max(job.capacity, HeaderTransfer.capacity))
        self.memory = memory
        parcel.insert(.memory)
        return memory
    }

    /// Renews the child's processor time, once a second: in a second by the clock it uses no more than that.
    private func allowSeconds(_ now: Double) {
        guard now - allowed > 1 else { return }
        _ = cunix_allow_seconds(process, UInt(policy.processorSeconds) + 1)
        allowed = now
    }

    /// Milliseconds until the child is overdue, 0 or more.
    var patienceMS: Int32 { Int32(max(0, (deadline - Self.now) * 1000).rounded(.up)) }

    /// The outcome of the job, once the socket can be read or patience is at its end; an answer is put into `answer`.
    ///
    /// After a quarantine the child is gone.
    func finish(into answer: Answer) -> DecodeOutcome {
        guard let job, let memory else { preconditionFailure("a child without a job") }
        defer { self.job = nil }
        switch Self.receive(socket, patienceMS: patienceMS) {
        case .reply(let reply):
            return outcome(of: job, reply, memory, answer)
        case .gone:
            return .quarantined(reason(end()))
        case .overdue:
            end()
            return .quarantined(.silent(seconds: policy.waitSeconds))
        case .nonsense:
            end()
            return .quarantined(.brokeRules)
        }
    }

    /// Ends the child in the middle of its job.
    func abandon() {
        job = nil
        if !hasEnded { end() }
    }

    private func outcome(
        of job: DecodeJob, _ reply: DecodeReply, _ memory: SharedMemory, _ answer: Answer
    ) -> DecodeOutcome {
        let count = Int(clamping: reply.byteCount)
        let isWhole = job.verb != .decode || count == job.capacity
        switch reply.kind {
        case .done where count <= job.capacity && isWhole:
            memory.copy(count, to: answer)
            return .done(answer)
        case .refused where count <= memory.capacity:
            memory.copy(count, to: answer)
            return .refused(answer)
        default:
            end()
            return .quarantined(.brokeRules)
        }
    }

    private func reason(_ end: cunix_end) -> QuarantineReason {
        switch end.signal {
        case 0: .ended(status: end.exit_status)
        case SIGSYS: .forbiddenCall
        case SIGXCPU: .outOfProcessorTime(seconds: policy.processorSeconds)
        default: .crashed(signal: end.signal)
        }
    }

    /// Ends the child, unless it has ended by itself, and says how it went.
    @discardableResult private func end() -> cunix_end {
        // A child that is ending keeps its own status: a late signal does not change it.
        kill(process, SIGKILL)
        var end = cunix_end(exit_status: -1, signal: 0)
        _ = cunix_wait(process, &end)
        hasEnded = true
        return end
    }

    /// What came over the socket.
    private enum Received {
        case reply(DecodeReply)
        case gone
        case overdue
        case nonsense

        var reply: DecodeReply? {
            if case .reply(let reply) = self { reply } else { nil }
        }
    }

    private static func receive(_ socket: Int32, patienceMS: Int32) -> Received {
        var state = pollfd(fd: socket, events: Int16(POLLIN), revents: 0)
        while true {
            let ready = poll(&state, 1, patienceMS)
            if ready > 0 { break }
            guard ready < 0, errno == EINTR else { return .overdue }
        }
        var bytes = [UInt8](repeating: 0, count: DecodeReply.byteCount)
        var length: UInt = 0
        var descriptors = [Int32](repeating: -1, count: Int(CUNIX_MAX_DESCRIPTORS))
        var count: UInt = 0
        let code = cunix_receive(
            socket, &bytes, UInt(bytes.count), &length, &descriptors, &count)
        descriptors.prefix(Int(count)).forEach { close($0) }
        if code == EMSGSIZE { return .nonsense }
        if code != 0 || length == 0 { return .gone }
        return DecodeReply(Array(bytes.prefix(Int(length)))).map(Received.reply) ?? .nonsense
    }

    private static func spawn(_ program: DecoderProgram) throws(SandboxError) -> (Int32, Int32) {
        var sockets: [Int32] = [-1, -1]
        var process: Int32 = 0
        var code = cunix_socket_pair(&sockets)
        if code == 0 {
            code = withStrings(["readingroom"] + program.arguments) { arguments in
                withStrings(DecoderProgram.environment) { environment in
                    cunix_spawn(program.path, arguments, environment, sockets[1], &process)
                }
            }
            close(sockets[1])
            if code != 0 { close(sockets[0]) }
        }
        guard code == 0 else {
            throw .noChild(program: program.path, cause: String(cString: strerror(code)))
        }
        return (process, sockets[0])
    }

    private static func message(of reply: DecodeReply?) -> String {
        String(cString: strerror(Int32(truncatingIfNeeded: reply?.byteCount ?? 0)))
    }

    private static var now: Double {
        var time = timespec()
        clock_gettime(CLOCK_MONOTONIC, &time)
        return Double(time.tv_sec) + Double(time.tv_nsec) / 1e9
    }
}

/// Calls `body` with an array of C strings that ends with a null pointer.
private func withStrings<Result>(
    _ texts: [String], _ body: (UnsafePointer<UnsafeMutablePointer<CChar>?>) -> Result
) -> Result {
    let copies = texts.map { strdup($0) } + [nil]
    defer { copies.forEach { free($0) } }
    return copies.withUnsafeBufferPointer { buffer in
        guard let base = buffer.baseAddress else { preconditionFailure("an empty array") }
        return body(base)
    }
}
