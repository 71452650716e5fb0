import Glibc

/// The child's end of the memory that its answers go to.
struct AnswerMemory {
    private var descriptor: Int32 = -1
    private var room = UnsafeMutableRawBufferPointer(start: nil, count: 0)

    /// Takes over a descriptor in place of the last one.
    mutating func take(_ new: Int32) {
        unmap()
        if descriptor >= 0 { close(descriptor) }
        descriptor = new
    }

    /// Writes an answer; `false` if it does not fit.
    func write(_ bytes: [UInt8]) -> Bool {
        var done = 0
        while done < bytes.count {
            let count = bytes.withUnsafeBytes { all in
                let rest = UnsafeRawBufferPointer(rebasing: all[done...])
                return pwrite(descriptor, rest.baseAddress, rest.count, done)
            }
            guard count > 0 else { return false }
            done += count
        }
        return true
    }

    /// The first `count` bytes, to be filled in place; `nil` if the memory is smaller.
    mutating func room(of count: Int) -> UnsafeMutableRawBufferPointer? {
        if room.count == count { return room }
        unmap()
        guard count > 0, lseek(descriptor, 0, SEEK_END) >= count else { return nil }
        let address = mmap(nil, count, PROT_READ | PROT_WRITE, MAP_SHARED, descriptor, 0)
        guard let address, address != MAP_FAILED else { return nil }
        room = UnsafeMutableRawBufferPointer(start: address, count: count)
        return room
    }

    private mutating func unmap() {
        guard let address = room.baseAddress else { return }
        munmap(address, room.count)
        room = UnsafeMutableRawBufferPointer(start: nil, count: 0)
    }
}
