import Foundation
import Synchronization

/// Work that mostly waits, all of it at the same time.
enum Together {
    /// What `run` makes of each item, in their order.
    ///
    /// - Throws: What the first that failed threw; all have ended by then.
    static func results<Item: Sendable, Value: Sendable>(
        of items: [Item], _ run: @escaping @Sendable (Item) throws -> Value
    ) throws -> [Value] {
        let results = Mutex([Int: Result<Value, any Error>]())
        let group = DispatchGroup()
        for (index, item) in items.enumerated() {
            group.enter()
            Thread {
                let result = Result { try run(item) }
                results.withLock { $0[index] = result }
                group.leave()
            }.start()
        }
        group.wait()
        return try results.withLock { all in try items.indices.compactMap { try all[$0]?.get() } }
    }
}
