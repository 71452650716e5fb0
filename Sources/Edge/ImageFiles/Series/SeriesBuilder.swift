import Imaging

/// One frame on its way into a stack: an object, because it stands in many lists.
final class Candidate {
    let reference: FrameReference
    var attributes: FrameAttributes { header.frames[reference.frame] }
    var pixels: PixelShape { header.pixels }
    var frameOfReferenceUID: String { header.facts.frameOfReferenceUID }
    private let header: ImageFileHeader

    init(_ reference: FrameReference, of header: ImageFileHeader) {
        self.reference = reference
        self.header = header
    }

    /// Rows, columns, spacing and sample type: frames of one volume share them.
    var size: [Double] {
        [
            Double(pixels.rows), Double(pixels.columns), attributes.rowSpacingMM ?? 0,
            attributes.columnSpacingMM ?? 0, Double(pixels.sample.rawValue),
            Double(pixels.colour.rawValue),
        ]
    }

    func hasPlane(of other: Candidate) -> Bool {
        switch (attributes.plane, other.attributes.plane) {
        case (let one?, let two?):
            // Half a degree of difference is another plane.
            one.rowDirection.dot(two.rowDirection) > 0.99996
                && one.columnDirection.dot(two.columnDirection) > 0.99996
        case (nil, nil): true
        default: false
        }
    }

    func hasSize(of other: Candidate) -> Bool {
        zip(size, other.size).allSatisfy { abs($0 - $1) <= 1e-4 * max(1, abs($0)) }
    }
}

/// Splits the frames of one series into stacks.
struct SeriesBuilder {
    let files: [(index: Int, header: ImageFileHeader)]

    func series() -> ImageSeries {
        var issues: [SeriesIssue] = []
        let unique = uniqueFiles(&issues)
        let all = unique.flatMap { candidates(of: $0) }
        var stacks: [SliceStack] = []
        for image in split(all) { stacks += planes(of: image, &issues) }
        var remarks: [String] = []
        for remark in files.flatMap(\.header.remarks) where !remarks.contains(remark) {
            remarks.append(remark)
        }
        var syntaxes: [String] = []
        for file in files where !syntaxes.contains(file.header.pixels.transferSyntax) {
            syntaxes.append(file.header.pixels.transferSyntax)
        }
        return ImageSeries(
            facts: files[0].header.facts,
            stacks: stacks.sorted { $0.frames.count > $1.frames.count },
            frames: files.flatMap { file in
                file.header.frames.indices.map { FrameReference(file: file.index, frame: $0) }
            },
            issues: issues + remarks.map { .remark($0) }, transferSyntaxes: syntaxes)
    }

    /// The files without those whose SOP Instance UID came before.
    private func uniqueFiles(
        _ issues: inout [SeriesIssue]
    ) -> [(index: Int, header: ImageFileHeader)] {
        guard files.count > 1 else { return files }
        var seen: Set<String> = []
        let unique = files.filter { file in
            let uid = file.header.instanceUID
            return uid.isEmpty || seen.insert(uid).inserted
        }
        if unique.count < files.count { issues.append(.sameFileTwice) }
        return unique
    }

    private func candidates(of file: (index: Int, header: ImageFileHeader)) -> [Candidate] {
        file.header.frames.indices.map { frame in
            Candidate(FrameReference(file: file.index, frame: frame), of: file.header)
        }
    }

    /// Divides by what the files say themselves: stack, time, echo, image type, frame of reference.
    private func split(_ candidates: [Candidate]) -> [[Candidate]] {
        candidates.groupedInOrder { $0.attributes.stackKey + "|" + $0.frameOfReferenceUID }
    }

    /// Divides by plane and size, and says which slices are unlike the most.
    private func planes(of image: [Candidate], _ issues: inout [SeriesIssue]) -> [SliceStack] {
        let byPlane = clusters(image) { $0.hasPlane(of: $1) }
        issues += SeriesBuilder.oddities(byPlane, of: image)
        var stacks: [SliceStack] = []
        for plane in byPlane {
            let bySize = clusters(plane) { $0.hasSize(of: $1) }
            for odd in bySize.dropFirst() {
                issues += odd.map { candidate in
                    .otherSize(
                        SeriesBuilder.place(of: candidate, in: image), rows: candidate.pixels.rows,
                        columns: candidate.pixels.columns)
                }
            }
            stacks += bySize.flatMap { StackBuilder($0, modality: modality).stacks() }
        }
        return stacks
    }

    private var modality: Modality { files[0].header.facts.modalityClass }

    /// Groups of like candidates, the largest first.
    private func clusters(
        _ candidates: [Candidate], alike: (Candidate, Candidate) -> Bool
    ) -> [[Candidate]] {
        var clusters: [[Candidate]] = []
        for candidate in candidates {
            if let index = clusters.firstIndex(where: { alike($0[0], candidate) }) {
                clusters[index].append(candidate)
            } else {
                clusters.append([candidate])
            }
        }
        // Sorting is not stable: equal sizes keep the order in which they were met.
        return clusters.enumerated().sorted {
            ($1.element.count, $0.offset) < ($0.element.count, $1.offset)
        }.map(\.element)
    }

    /// A few slices in another plane are named; a localizer with equal parts is said to be one.
    private static func oddities(_ planes: [[Candidate]], of image: [Candidate]) -> [SeriesIssue] {
        guard planes.count > 1 else { return [] }
        let odd = planes.dropFirst().flatMap { $0 }
        guard odd.count * 3 < planes[0].count else {
            return [.severalOrientations(count: planes.count)]
        }
        return odd.map { .otherOrientation(place(of: $0, in: image)) }
    }

    /// The slice by its number in the series and its coordinate along its own normal's axis.
    static func place(of candidate: Candidate, in image: [Candidate]) -> SeriesIssue.Place {
        let earlier = image.filter {
            $0.attributes.instanceNumber < candidate.attributes.instanceNumber
        }
        let normal = candidate.attributes.plane?.normal ?? Vector3(0, 0, 1)
        let axis = Axis(along: normal)
        let position = candidate.attributes.plane?.position ?? Vector3(0, 0, 0)
        return SeriesIssue.Place(
            slice: earlier.count + 1, of: image.count, axis: axis.name,
            millimetres: axis.coordinate(of: position))
    }
}
