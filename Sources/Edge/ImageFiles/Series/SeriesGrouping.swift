/// The files of one case, grouped by series.
public struct SeriesGrouping: Hashable, Sendable {
    /// The series, in the order in which their first file was given.
    public let series: [ImageSeries]
    /// The first file of each person whom the files name.
    public let firstOfEachPatient: [Int]
    /// What is odd about the files together.
    public let issues: [SeriesIssue]

    /// Groups files by Series Instance UID; a file without one is a series of its own.
    ///
    /// - Parameter headers: One header a file; `FrameReference.file` counts in this order.
    public init(_ headers: [ImageFileHeader]) {
        let members = Array(headers.indices).groupedInOrder { index in
            let uid = headers[index].facts.seriesUID
            return uid.isEmpty ? "file \(index)" : uid
        }
        series = members.map { files in
            SeriesBuilder(files: files.map { ($0, headers[$0]) }).series()
        }
        firstOfEachPatient = Self.firstOfEachPatient(headers)
        let patients = firstOfEachPatient.count
        issues = patients > 1 ? [.severalPatients(count: patients)] : []
    }

    /// The first file of each person, as far as the files say whose they are.
    private static func firstOfEachPatient(_ headers: [ImageFileHeader]) -> [Int] {
        let named = headers.indices.filter { index in
            let facts = headers[index].facts
            return !facts.patientID.isEmpty || !facts.patientName.isEmpty
        }
        guard named.count > 1 else { return named }
        var people: Set<[String]> = []
        return named.filter { index in
            let facts = headers[index].facts
            let letters = facts.patientName.uppercased().filter { $0.isLetter || $0.isNumber }
            return people.insert([facts.patientID, letters, facts.birthDate]).inserted
        }
    }
}
