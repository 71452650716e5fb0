import ImageFiles
import Imaging

/// The stack of slices that is shown of what lies at a path.
struct RenderSource {
    /// What is not shown, and why, as sentences.
    let remarks: [String]
    let files: [ImageSource]
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
        for source in list.sources {
            do throws(FileProblem) {
                let opened = try OpenedImage(source)
                headers.append(opened.file.header)
                files.append(source)
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
        modality = shown.modality
        stack = shown.stack
    }

    /// A stack and what it is called.
    private struct NamedStack {
        let number: Int
        let name: String
        let modality: Modality
        let stack: SliceStack
    }

    private static func stacks(_ grouping: SeriesGrouping) -> [NamedStack] {
        let named = grouping.series.flatMap { series in
            series.stacks.map { (series.facts, $0) }
        }
        return named.enumerated().map { index, entry in
            let (facts, stack) = entry
            let number = facts.seriesNumber.isEmpty ? "" : "no. \(facts.seriesNumber)"
            let words = ["series", facts.modality, number, facts.seriesDescription]
            return NamedStack(
                number: index, name: words.filter { !$0.isEmpty }.joined(separator: " "),
                modality: facts.modalityClass, stack: stack)
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
            let opened = try OpenedImage(source)
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
