import FrameCache
import ImageFiles
import Imaging
import Persistence
import ReaderStudies
import StudyFiles

/// A file that was found and whose header could be read.
struct DescribedFile {
    /// Where it is.
    let source: ImageSource
    /// What it says.
    let header: ImageFileHeader
}

/// One series as it will be kept: its largest stack of slices, and what arms make of it.
struct SeriesPlan {
    /// The files of the series, which the stack's frame references count.
    let files: [DescribedFile]
    /// The slices to keep.
    let stack: SliceStack
    /// Where they lie in the patient coordinates of the files.
    let geometry: VolumeGeometry
    /// What the files say.
    let facts: SourceFacts
    /// What is odd, as sentences.
    let issues: [String]
    /// Names of the transfer syntaxes.
    let syntax: String
    /// The arms' rules that the series meets.
    let matches: [ArmMatch]
    /// Why a person has to look first.
    let waitsBecause: String?
    /// Factor to standardised uptake values.
    let uptakeFactor: Double?
    /// What the reader will not see of the files.
    let remarks: SourceRemarks

    /// Whether the series is a NIfTI file, which says little about itself.
    var isNIfTI: Bool { files[stack.frames[0].file].header.pixels.transferSyntax == "NIfTI" }

    /// Plans a series.
    ///
    /// - Throws: `SeriesRefusal` when its slices cannot be shown.
    init(
        files: [DescribedFile], series: ImageSeries, matcher: SeriesMatcher
    ) throws(SeriesRefusal) {
        guard let stack = series.stacks.first, let first = stack.frames.first else {
            throw SeriesRefusal(sentence: "The series has no slices.")
        }
        guard let geometry = stack.geometry else {
            let fatal = stack.issues.filter(\.isFatal).map(\.description)
            throw SeriesRefusal(sentence: fatal.joined(separator: " "))
        }
        guard stack.frames.count <= Self.mostSlices else {
            throw SeriesRefusal(
                sentence: "The series has \(stack.frames.count) slices, at most "
                    + "\(Self.mostSlices) are allowed. Divide it.")
        }
        self.files = files
        self.stack = stack
        self.geometry = geometry
        facts = files[first.file].header.facts
        issues = Self.issues(of: series, kept: stack)
        syntax = Self.syntax(series.transferSyntaxes)
        matches = Self.matches(files[first.file], matcher)
        waitsBecause =
            stack.frames.lazy.compactMap { frame in
                BurnedInText.hint(in: files[frame.file].header)
            }.first
        uptakeFactor = files[first.file].header.uptakeFactor
        remarks = Self.remarks(of: series, kept: stack)
    }

    /// The frames to decode, each with its slice; in the order in which they are quickest to read.
    var frames: [(place: FramePlace, slice: Int)] {
        let frames = stack.frames.enumerated().map { slice, frame in
            let file = files[frame.file]
            let place = FramePlace(
                source: file.source, file: frame.file, frame: frame.frame, header: file.header)
            return (place, slice)
        }
        // A packed volume is read from its start; backwards, it would be unpacked again for each slice.
        guard frames.first?.0.isSequential == true else { return frames }
        return frames.sorted { ($0.0.file, $0.0.frame) < ($1.0.file, $1.0.frame) }
    }

    /// The most slices of one series.
    private static let mostSlices = 20_000

    private static func issues(of series: ImageSeries, kept: SliceStack) -> [String] {
        var sentences = (series.issues + kept.issues).map(\.description)
        let left = series.stacks.dropFirst().map(\.frames.count).reduce(0, +)
        if left > 0 {
            sentences.append(
                "Only the largest stack is kept; \(left) slices of "
                    + "\(series.stacks.count - 1) others are left out.")
        }
        return sentences
    }

    private static func remarks(of series: ImageSeries, kept: SliceStack) -> SourceRemarks {
        var remarks: SourceRemarks = []
        if kept.colour.isColour { remarks.insert(.colours) }
        let alike = series.stacks.filter { $0.frames.count == kept.frames.count }
        if alike.count > 1 { remarks.insert(.oneOfSeveral) }
        return remarks
    }

    private static func syntax(_ syntaxes: [String]) -> String {
        syntaxes.map { TransferSyntax(rawValue: $0)?.name ?? $0 }.joined(separator: ", ")
    }

    /// NIfTI has no series description: its file's name stands for it, for the comparison alone.
    static func matches(_ file: DescribedFile, _ matcher: SeriesMatcher) -> [ArmMatch] {
        let facts = file.header.facts
        let isNIfTI = file.header.pixels.transferSyntax == "NIfTI"
        let all = matcher.matches(
            modality: facts.modality,
            description: isNIfTI ? file.source.stem : facts.seriesDescription)
        // One series stands once in an arm: at the first of the arm's rules that it meets.
        return all.filter { match in
            !all.contains { $0.arm == match.arm && $0.rule < match.rule }
        }
    }
}

/// Why one series was left out while the others go on.
struct SeriesRefusal: Error, Hashable {
    /// What happened and what to do next.
    let sentence: String
}
