import CUnix
import Glibc

/// Anonymous memory that one child fills answer after answer, and that the parent copies them out of.
///
/// Its size is sealed, so that reading it never faults. Its content is not: the child may change it at any moment, which
/// is why nothing is read from it twice.
final class SharedMemory {
    /// The descriptor; closed with the value.
    let descriptor: Int32
    /// Bytes that it can hold.
    let capacity: Int
    private let address: UnsafeMutableRawPointer
    private var mostUsed = 0

    /// Makes memory of `capacity` bytes, all 0; pages cost nothing until they are written.
    init(capacity: Int) throws(SandboxError) {
        var descriptor: Int32 = -1
        let code = cunix_memory(UInt(capacity), &descriptor)
        guard code == 0 else { throw .noMemory(cause: String(cString: strerror(code))) }
        let address = mmap(nil, capacity, PROT_READ, MAP_SHARED, descriptor, 0)
        guard let address, address != MAP_FAILED else {
            let cause = String(cString: strerror(errno))
            close(descriptor)
            throw .noMemory(cause: cause)
        }
        self.descriptor = descriptor
        self.capacity = capacity
        self.address = address
    }

    deinit {
        munmap(address, capacity)
        close(descriptor)
    }

    /// Whether an answer of up to `count` bytes goes in without keeping much more memory than it needs.
    func suits(_ count: Int) -> Bool {
        count <= capacity && mostUsed <= max(4 * count, 4 << 20)
    }

    /// Copies the first `count` bytes to the start of `answer`, once and for all.
    func copy(_ count: Int, to answer: Answer) {
        precondition(count <= capacity, "\(count) of \(capacity) bytes")
        mostUsed = max(mostUsed, count)
        answer.fill(with: UnsafeRawBufferPointer(start: address, count: count))
    }
}
