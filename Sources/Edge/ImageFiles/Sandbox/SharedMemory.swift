import CUnix
import Glibc

/// Anonymous memory behind a descriptor: a child fills it, the parent seals and reads it.
public final class SharedMemory {
    /// The descriptor; closed with the value.
    let descriptor: Int32
    /// Bytes that it can hold.
    let capacity: Int

    /// Makes memory of `capacity` bytes, all 0; pages cost nothing until they are written.
    init(capacity: Int) throws(SandboxError) {
        var descriptor: Int32 = -1
        let code = cunix_memory(UInt(capacity), &descriptor)
        guard code == 0 else { throw .noMemory(cause: String(cString: strerror(code))) }
        self.descriptor = descriptor
        self.capacity = capacity
    }

    deinit { close(descriptor) }

    /// Takes away everybody's right to write; `false` while somebody still can.
    func seal() -> Bool { cunix_seal(descriptor) == 0 }

    /// Calls `body` with the first `count` bytes, which no longer change once sealed.
    public func withBytes<Result>(
        _ count: Int, _ body: (UnsafeRawBufferPointer) throws -> Result
    ) throws -> Result {
        precondition((0...capacity).contains(count), "\(count) of \(capacity) bytes")
        guard count > 0 else { return try body(UnsafeRawBufferPointer(start: nil, count: 0)) }
        // MAP_PRIVATE: kernels before 6.7 refuse a shared mapping of sealed memory, even a read-only one.
        let address = mmap(nil, count, PROT_READ, MAP_PRIVATE, descriptor, 0)
        guard let address, address != MAP_FAILED else {
            throw SandboxError.noMemory(cause: String(cString: strerror(errno)))
        }
        defer { munmap(address, count) }
        return try body(UnsafeRawBufferPointer(start: address, count: count))
    }

    /// A copy of the first `count` bytes.
    func copy(_ count: Int) throws -> [UInt8] { try withBytes(count) { Array($0) } }
}
