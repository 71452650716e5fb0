import Foundation

/// Looks at a store that may be damaged, or lies where nothing can be written.
public struct StoreInspection: Sendable {
    private let folder: String

    /// An inspection of the store in `folder`.
    public init(folder: String) { self.folder = folder }

    /// Checks every event, the chain and the tables; the store keeps its content.
    ///
    /// A store that cannot be written is copied to a temporary folder and checked there.
    public func verify() throws(StoreError) -> Verification {
        try StoreFile(folder: folder).demandStore()
        guard !FileManager.default.isWritableFile(atPath: folder) else {
            return try verify(folder)
        }
        let copy = FileManager.default.temporaryDirectory
            .appendingPathComponent("readingroom-verify-\(UUID().uuidString)").path
        defer { try? FileManager.default.removeItem(atPath: copy) }
        do { try StoreFile(folder: folder).copy(to: copy) } catch {
            throw StoreError(error, folder: copy)
        }
        return try verify(copy)
    }

    private func verify(_ folder: String) throws(StoreError) -> Verification {
        let store = try SQLiteStore.open(at: folder)
        let found = try store.verify()
        try store.close()
        return found
    }
}
