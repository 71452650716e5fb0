import Foundation
import GRDB

extension StoreError {
    /// What `error`, met in `folder`, means for people.
    init(_ error: any Error, folder: String) {
        if let known = error as? StoreError {
            self = known
        } else if let database = error as? DatabaseError {
            self.init(database, folder)
        } else {
            self.init(file: error as NSError, folder)
        }
    }

    private init(_ error: DatabaseError, _ folder: String) {
        let message = error.message ?? "SQLite error \(error.resultCode.rawValue)"
        self =
            switch error.resultCode {
            case .SQLITE_BUSY, .SQLITE_LOCKED: .inUse(folder)
            case .SQLITE_FULL: .diskFull(folder)
            case .SQLITE_READONLY, .SQLITE_CANTOPEN, .SQLITE_PERM: .readOnly(folder)
            case .SQLITE_IOERR: .cannotWrite(folder, because: message)
            case .SQLITE_CORRUPT: .damaged(folder, because: message)
            case .SQLITE_NOTADB:
                .notAStore(folder, because: "store.sqlite is not a database")
            case .SQLITE_CONSTRAINT: .refused("The store refuses this: \(message).")
            case .SQLITE_MISUSE: .inUse(folder)
            default: .damaged(folder, because: message)
            }
    }

    private init(file error: NSError, _ folder: String) {
        let code = (error.userInfo[NSUnderlyingErrorKey] as? NSError)?.code ?? error.code
        switch Int32(code) {
        case ENOSPC, EDQUOT: self = .diskFull(folder)
        case EROFS, EACCES, EPERM: self = .readOnly(folder)
        default: self = .cannotWrite(folder, because: error.localizedDescription)
        }
    }
}
