import Glibc
import Testing

@testable import ImageFiles

@Suite struct DecoderSandboxTests {
    @Test func `a child answers with what it read`() throws {
        #expect(try MisbehavingPool().describe(["hello", "world"]) == ["hello", "world"])
    }

    @Test func `a child can open and make nothing`() throws {
        let results = try MisbehavingPool().describe(["open", "create"])

        #expect(results == ["Permission denied", "Permission denied"])
        #expect(access("/tmp/readingroom-escape", F_OK) != 0)
    }

    @Test(arguments: ["socket", "kill", "execute", "unlink", "run memory"])
    func `a child that tries another call is ended, and the next file goes on`(text: String) throws
    {
        let results = try MisbehavingPool().describe([text, "hello"])

        #expect(results == [QuarantineReason.forbiddenCall.description, "hello"])
    }

    @Test func `a child cannot fill the memory`() throws {
        #expect(try MisbehavingPool(processorSeconds: 10).describe(["fill memory"]) == ["limited"])
    }

    @Test func `a child sees nothing of the environment but where libraries are`() throws {
        let seen = try MisbehavingPool().describe(["environment"])[0].split(separator: "\n")

        // A build that measures coverage sets a variable of its own in the child.
        let names = Set(seen.map { $0.prefix { $0 != "=" } })
            .filter { !$0.hasPrefix("__LLVM_PROFILE") }
        #expect(names.isSubset(of: ["LD_LIBRARY_PATH", "LC_ALL", "SWIFT_BACKTRACE"]))
    }

    @Test func `a crash is named and the next file goes on`() throws {
        let results = try MisbehavingPool().describe([
            "segmentation fault", "hello", "precondition", "exit", "world",
        ])

        #expect(results[0].contains("crashed (Segmentation fault)"))
        #expect(results[1] == "hello")
        #expect(results[2].contains("crashed ("))
        #expect(results[3].contains("ended with status 7"))
        #expect(results[4] == "world")
    }

    @Test func `a child that computes for ever is ended by its processor time`() throws {
        let results = try MisbehavingPool(processorSeconds: 1).describe(["spin", "hello"])

        #expect(results == [QuarantineReason.outOfProcessorTime(seconds: 1).description, "hello"])
    }

    @Test func `a child that waits for ever is ended by the clock`() throws {
        let results = try MisbehavingPool(waitSeconds: 1).describe(["wait", "hello"])

        #expect(results == [QuarantineReason.silent(seconds: 1).description, "hello"])
    }

    @Test(arguments: ["nonsense", "too long"])
    func `a child that breaks the rules is ended`(text: String) throws {
        let results = try MisbehavingPool().describe([text, "hello"])

        #expect(results == [QuarantineReason.brokeRules.description, "hello"])
    }

    @Test func `a child that hangs up is ended`() throws {
        let results = try MisbehavingPool().describe(["close", "hello"])

        #expect(results[0].hasPrefix("The decoder "))
        #expect(results[1] == "hello")
    }

    @Test func `a refusal leaves the child alive`() throws {
        #expect(
            try MisbehavingPool().describe(["refuse", "hello"]) == ["refused: no", "hello"])
    }

    @Test func `a program that is not there is named`() {
        let program = DecoderProgram(path: "/nowhere/decoder", arguments: [])

        #expect(
            throws: SandboxError.noChild(
                program: "/nowhere/decoder", cause: "No such file or directory")
        ) { try DecoderPool(program: program) }
    }

    @Test func `a program that does not speak is named`() {
        let program = DecoderProgram(path: "/bin/true", arguments: [])

        #expect(
            throws: SandboxError.noChild(
                program: "/bin/true", cause: "it did not say that it was ready")
        ) { try DecoderPool(program: program) }
    }

    @Test func `without a filter nothing is decoded unless it is asked for`() throws {
        let reply = DecodeReply(kind: .unconfined, byteCount: UInt64(ENOSYS))
        let program = DecoderProgram.current

        #expect(throws: SandboxError.noFilter(cause: "Function not implemented")) {
            try DecoderChild.check(reply, policy: DecoderPolicy(), program: program)
        }
        try DecoderChild.check(
            reply, policy: DecoderPolicy(allowsUnfiltered: true), program: program)
    }
}
