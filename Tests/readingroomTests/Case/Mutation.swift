import TestSupport

/// Damages files as links, disks and attackers do.
enum Mutation: CaseIterable {
    case flip, truncate, overwrite, insert, extreme, remove

    /// A damaged copy of `file`.
    func apply(to file: [UInt8], _ numbers: inout SplitMix) -> [UInt8] {
        var file = file
        // Most of what can go wrong stands near the beginning.
        let reach = Bool.random(using: &numbers) ? min(file.count, 2000) : file.count
        let place = Int.random(in: 0..<reach, using: &numbers)
        let length = min(file.count - place, Int.random(in: 1...64, using: &numbers))
        switch self {
        case .flip:
            for _ in 0..<Int.random(in: 1...8, using: &numbers) {
                file[Int.random(in: 0..<reach, using: &numbers)] ^=
                    UInt8(1) << UInt8.random(in: 0..<8, using: &numbers)
            }
        case .truncate: file.removeSubrange(place...)
        case .overwrite:
            for index in place..<place + length {
                file[index] = .random(in: 0...255, using: &numbers)
            }
        case .insert:
            file.insert(
                contentsOf: (0..<length).map { _ in UInt8.random(in: 0...255, using: &numbers) },
                at: place)
        case .extreme:
            let value: UInt8 = [0, 0x7F, 0x80, 0xFF].randomElement(using: &numbers) ?? 0
            for index in place..<min(file.count, place + [1, 2, 4, 8][length % 4]) {
                file[index] = value
            }
        case .remove: file.removeSubrange(place..<place + length)
        }
        return file
    }
}
