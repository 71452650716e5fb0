/// The files of one case, grouped by series.
public struct SeriesGrouping: Hashable, Sendable {
    /// The series, in the order in which their first file was given.
    public let series: [ImageSeries]
    /// What is odd about the files together.
    public let issues: [SeriesIssue]

    /// Groups files by Series Instance UID; a file without one is a series of its own.
    ///
    /// - Parameter headers: One header a file; `FrameReference.file` counts in this order.
    public init(_ headers: [ImageFileHeader]) {
        var order: [String] = []
        var members: [String: [Int]] = [:]
        for (index, header) in headers.enumerated() {
            let uid = header.facts.seriesUID
            let key = uid.isEmpty ? "file \(index)" : uid
            if members[key] == nil { order.append(key) }
            members[key, default: []].append(index)
        }
        series = order.map { key in
            SeriesBuilder(files: (members[key] ?? []).map { ($0, headers[$0]) }).series()
        }
        let patients = Self.patients(headers)
        issues = patients > 1 ? [.severalPatients(count: patients)] : []
    }

    /// How many people the files are of, as far as they say.
    private static func patients(_ headers: [ImageFileHeader]) -> Int {
        let named = headers.map(\.facts).filter { !$0.patientID.isEmpty || !$0.patientName.isEmpty }
        let people = named.map { facts in
            let letters = facts.patientName.uppercased().filter { $0.isLetter || $0.isNumber }
            return [facts.patientID, letters, facts.birthDate]
        }
        return Set(people).count
    }
}
