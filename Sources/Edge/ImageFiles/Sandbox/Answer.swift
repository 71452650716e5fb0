/// Room in the parent for one answer of a child, used again for the next.
final class Answer {
    private var room = UnsafeMutableRawBufferPointer(start: nil, count: 0)
    private var count = 0

    /// Room for nothing yet.
    init() {}

    deinit { room.deallocate() }

    /// The answer; valid until the room is filled again.
    var bytes: UnsafeRawBufferPointer { UnsafeRawBufferPointer(rebasing: room[..<count]) }

    /// Takes a copy of `bytes`.
    func fill(with bytes: UnsafeRawBufferPointer) {
        if room.count < bytes.count || room.count > 4 * max(bytes.count, 1 << 20) {
            room.deallocate()
            room = .allocate(byteCount: bytes.count, alignment: 16)
        }
        room.copyMemory(from: bytes)
        count = bytes.count
    }
}
