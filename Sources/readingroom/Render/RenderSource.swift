import ImageFiles
import Imaging

/// The stack of slices that is shown of what lies at a path.
struct RenderSource {
    /// What is not shown, and why, as sentences.
    let remarks: [String]
    let files: [ImageSource]
    /// The file while it is the only one, so that it is not opened twice.
    private let onlyFile: OpenedImage?
    let modality: Modality
    let stack: SliceStack

    /// Reads all headers at `path` and takes the largest stack.
    ///
    /// - Throws: `Refusal` when there is no picture.
    init(_ path: String) throws {
        let list = try SourceFinder().find([path])
        var problems = list.problems.map(\.description)
        var files: [ImageSource] = []
        var headers: [ImageFileHeader] = []
        var last: OpenedImage?
        for source in list.sources {
            do throws(FileProblem) {
                let opened = try OpenedImage(source)
                headers.append(opened.file.header)
                files.append(source)
                last = opened
            } catch {
                problems.append(error.description)
            }
        }
        let stacks = Self.stacks(SeriesGrouping(headers))
        guard let shown = stacks.max(by: { $0.stack.frames.count < $1.stack.frames.count }) else {
            throw Refusal(problems.first ?? "The path holds no picture.")
        }
        let others = stacks.filter { $0.number != shown.number }.map { other in
            "Not shown: \(other.name), \(other.stack.frames.count) slices."
        }
        remarks = problems + others
        self.files = files
        onlyFile = files.count == 1 ? last : nil
        modality = shown.facts.modalityClass
        stack = shown.stack
    }

    /// A stack and the series that it is of.
    private struct NamedStack {
        let number: Int
        let facts: SourceFacts
        let stack: SliceStack

        var name: String {
            let number = facts.seriesNumber.isEmpty ? "" : "no. \(facts.seriesNumber)"
            let words = ["series", facts.modality, number, facts.seriesDescription]
            return words.filter { !$0.isEmpty }.joined(separator: " ")
        }
    }

    private static func stacks(_ grouping: SeriesGrouping) -> [NamedStack] {
        let all = grouping.series.flatMap { series in
            series.stacks.map { (series.facts, $0) }
        }
        return all.enumerated().map { index, entry in
            NamedStack(number: index, facts: entry.0, stack: entry.1)
        }
    }

    /// One slice, decoded; `number` counts from 1, the middle one by default.
    ///
    /// - Throws: `Refusal` when there is no such slice or it cannot be decoded.
    func slice(_ number: Int?) throws -> ImageVolume {
        let count = stack.frames.count
        let index = number.map { $0 - 1 } ?? count / 2
        guard stack.frames.indices.contains(index) else {
            throw Refusal("There is no slice \(index + 1). Choose one from 1 to \(count).")
        }
        let source = files[stack.frames[index].file]
        do {
            let opened = try onlyFile ?? OpenedImage(source)
            return try withExtendedLifetime(opened) {
                try stack.volume(ofSlice: index, modality: modality, file: opened.file)
            }
        } catch let error as FileProblem {
            throw Refusal(error.description)
        } catch let error as ImageFileError {
            throw Refusal("\(source.name): \(error.description)")
        }
    }
}
