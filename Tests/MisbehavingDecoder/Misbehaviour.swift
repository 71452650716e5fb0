import Glibc
import ImageFiles

/// A decoder that does what the file tells it to, as a decoder might that a hostile file has taken over.
final class Misbehaviour: DecoderWork {
    private var text = ""
    private var environment: [String] = []

    func prepare() {
        var next = environ
        while let entry = next.pointee {
            environment.append(String(cString: entry))
            next += 1
        }
    }

    func open(_ descriptor: Int32) throws(DecoderRefusal) {
        var bytes = [UInt8](repeating: 0, count: 4096)
        let count = pread(descriptor, &bytes, bytes.count, 0)
        text = String(decoding: bytes.prefix(max(0, count)), as: UTF8.self)
    }

    func describe() throws(DecoderRefusal) -> [UInt8] { Array(try act().utf8) }

    func list(_ descriptor: Int32) throws(DecoderRefusal) -> [UInt8] { [] }

    func decode(_ frame: Int, into samples: UnsafeMutableRawBufferPointer) throws(DecoderRefusal) {
        if text == "refuse frame 2" && frame == 2 { throw DecoderRefusal(Array("no".utf8)) }
        if text == "crash at frame 2" && frame == 2 { raise(SIGSEGV) }
        for index in samples.indices { samples[index] = UInt8(truncatingIfNeeded: frame) }
    }

    private func act() throws(DecoderRefusal) -> String {
        switch text {
        case "refuse": throw DecoderRefusal(Array("no".utf8))
        case "environment": return environment.joined(separator: "\n")
        case "open": return attempt { Glibc.open("/etc/passwd", O_RDONLY) }
        case "create":
            return attempt { Glibc.open("/tmp/readingroom-escape", O_CREAT | O_RDWR, 0o600) }
        case "socket": return attempt { socket(AF_INET, Int32(SOCK_STREAM.rawValue), 0) }
        case "kill": return attempt { kill(getppid(), SIGKILL) }
        case "execute": return attempt { execv("/bin/sh", [strdup("sh"), nil]) }
        case "unlink": return attempt { unlink("/tmp/readingroom-escape") }
        case "run memory": return runnableMemory()
        case "fill memory": return fillMemory()
        case "segmentation fault": raise(SIGSEGV)
        case "precondition": preconditionFailure("deliberate")
        // Without the handlers of `exit`: measured for coverage, one of them opens a file.
        case "exit": _exit(7)
        case "spin": while text != "" {}
        case "wait": waitForever()
        case "nonsense": say([1, 2, 3])
        case "too long": say([4, 0, 0, 0, 0, 0, 0, 0] + Array(repeating: 0xFF, count: 8))
        case "close": close(STDIN_FILENO)
        default: break
        }
        return text
    }

    private func attempt(_ call: () -> Int32) -> String {
        call() < 0 ? String(cString: strerror(errno)) : "succeeded"
    }

    private func runnableMemory() -> String {
        let address = mmap(
            nil, 4096, PROT_READ | PROT_WRITE | PROT_EXEC, MAP_PRIVATE | MAP_ANONYMOUS, -1, 0)
        return address == MAP_FAILED ? "failed" : "succeeded"
    }

    private func fillMemory() -> String {
        var blocks: [UnsafeMutableRawPointer] = []
        while blocks.count < 200, let block = malloc(16 << 20) {
            memset(block, 1, 16 << 20)
            blocks.append(block)
        }
        // Read again: an optimiser leaves out memory that nobody reads.
        let isFilled = blocks.allSatisfy { $0.load(fromByteOffset: 4096, as: UInt8.self) == 1 }
        return isFilled && blocks.count < 64 ? "limited" : "succeeded"
    }

    private func waitForever() {
        var mutex = pthread_mutex_t()
        pthread_mutex_init(&mutex, nil)
        pthread_mutex_lock(&mutex)
        pthread_mutex_lock(&mutex)
    }

    /// Writes to the parent past the service.
    private func say(_ bytes: [UInt8]) { write(STDIN_FILENO, bytes, bytes.count) }
}
