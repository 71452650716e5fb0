import CUnix
import Glibc

/// The decoding child: confines itself, then answers requests on its standard input until the parent goes.
///
/// It can open nothing. What it works on comes as descriptors: a source to read and memory to fill.
public struct DecoderService {
    /// Memory that a child may map in all.
    static let addressSpace: UInt = 1 << 30
    /// Descriptors that a child may have open.
    static let openFiles: UInt = 16

    private let work: any DecoderWork
    private let socket: Int32 = STDIN_FILENO
    private var source: Int32 = -1
    private var memory = AnswerMemory()

    /// A child that does `work`.
    public init(work: any DecoderWork) { self.work = work }

    /// Runs until the parent closes the socket; the exit status to end with.
    public mutating func run() -> Int32 {
        guard start() else { return 1 }
        while let (request, descriptors) = receive() {
            guard answer(request, descriptors) else { return 1 }
        }
        return 0
    }

    private func start() -> Bool {
        do { try work.prepare() } catch { return fail(ENOENT) }
        var limits = cunix_limits(address_space: Self.addressSpace, open_files: Self.openFiles)
        let confined = cunix_confine(&limits)
        guard confined == 0 else { return fail(confined) }
        let filtered = cunix_filter_calls()
        return filtered == 0
            ? reply(.confined) : reply(.unconfined, UInt64(UInt32(bitPattern: filtered)))
    }

    private func fail(_ code: Int32) -> Bool {
        _ = reply(.failed, UInt64(UInt32(bitPattern: code)))
        return false
    }

    private func receive() -> (DecodeRequest, [Int32])? {
        var bytes = [UInt8](repeating: 0, count: DecodeRequest.byteCount)
        var length: UInt = 0
        var descriptors = [Int32](repeating: -1, count: Int(CUNIX_MAX_DESCRIPTORS))
        var count: UInt = 0
        let code = cunix_receive(
            socket, &bytes, UInt(bytes.count), &length, &descriptors, &count)
        guard code == 0, length > 0, let request = DecodeRequest(Array(bytes.prefix(Int(length))))
        else { return nil }
        return (request, Array(descriptors.prefix(Int(count))))
    }

    private mutating func answer(_ request: DecodeRequest, _ descriptors: [Int32]) -> Bool {
        guard descriptors.count == request.parcel.count else { return false }
        var rest = descriptors[...]
        if request.parcel.contains(.memory), let new = rest.popFirst() { memory.take(new) }
        do throws(DecoderRefusal) {
            if request.parcel.contains(.file), let new = rest.popFirst() {
                try change(to: new, request)
            }
            switch request.verb {
            case .describe: return give(try work.describe())
            case .list: return give(try work.list(source))
            case .decode: return try decode(request)
            }
        } catch {
            return memory.write(error.bytes) && reply(.refused, UInt64(error.bytes.count))
        }
    }

    private mutating func change(
        to descriptor: Int32, _ request: DecodeRequest
    ) throws(DecoderRefusal) {
        if source >= 0 { close(source) }
        source = descriptor
        if request.verb != .list { try work.open(source) }
    }

    private func give(_ bytes: [UInt8]) -> Bool {
        memory.write(bytes) && reply(.done, UInt64(bytes.count))
    }

    private mutating func decode(_ request: DecodeRequest) throws(DecoderRefusal) -> Bool {
        guard let samples = memory.room(of: request.room) else { return false }
        // Zeroed, so that a decoder that stops short cannot pass on what an earlier file left in memory.
        samples.initializeMemory(as: UInt8.self, repeating: 0)
        try work.decode(request.frame, into: samples)
        return reply(.done, UInt64(request.room))
    }

    private func reply(_ kind: DecodeReply.Kind, _ byteCount: UInt64 = 0) -> Bool {
        let bytes = DecodeReply(kind: kind, byteCount: byteCount).bytes
        return cunix_send(socket, bytes, UInt(bytes.count), nil, 0) == 0
    }
}
