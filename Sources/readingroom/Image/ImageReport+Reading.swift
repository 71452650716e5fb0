import ImageFiles
import Imaging
import Persistence

extension ImageReport {
    /// Reads all that lies at `path`.
    static func of(_ path: String, checksums: Bool) throws -> ImageReport {
        let list = try SourceFinder().find([path])
        var problems = list.problems.map(\.description)
        var found: [(name: String, header: ImageFileHeader)] = []
        var frames: [[Frame]] = []
        for source in list.sources {
            do throws(FileProblem) {
                let opened = try OpenedImage(source)
                found.append((source.name, opened.file.header))
                frames.append(Self.frames(of: opened.file, named: source.name, checksums))
                problems += (frames.last ?? []).compactMap(\.problem).map {
                    "\(source.name): \($0)"
                }
            } catch {
                problems.append(error.description)
            }
        }
        let grouping = SeriesGrouping(found.map(\.header))
        return ImageReport(
            files: found.count, problems: problems, issues: grouping.issues.map(\.description),
            series: grouping.series.map { series in
                Series(series, frames: series.frames.map { frames[$0.file][$0.frame] })
            })
    }

    private static func frames(
        of file: any ImageFile, named name: String, _ checksums: Bool
    ) -> [Frame] {
        let header = file.header
        return header.frames.enumerated().map { index, attributes in
            var frame = Frame(
                file: name, frame: index + 1, columns: header.pixels.columns,
                rows: header.pixels.rows, bits: header.pixels.bitsStored,
                colour: "\(header.pixels.colour)", sample: "\(header.pixels.sample)",
                position: attributes.plane.map { numbers($0.position) })
            guard checksums else { return frame }
            do throws(ImageFileError) {
                frame.sha256 = try StoredValues(file: file, frame: index)?.sha256
            } catch {
                frame.problem = error.description
            }
            return frame
        }
    }

    fileprivate static func numbers(_ vector: Vector3) -> [Double] {
        [vector.x, vector.y, vector.z]
    }
}

extension ImageReport.Series {
    fileprivate init(_ series: ImageSeries, frames: [ImageReport.Frame]) {
        self.init(
            modality: series.facts.modality, number: series.facts.seriesNumber,
            description: series.facts.seriesDescription,
            transferSyntaxes: series.transferSyntaxes.map { uid in
                .init(uid: uid, name: TransferSyntax(rawValue: uid)?.name ?? uid)
            },
            issues: series.issues.map(\.description),
            stacks: series.stacks.map { ImageReport.Stack($0) }, frames: frames)
    }
}

extension ImageReport.Stack {
    fileprivate init(_ stack: SliceStack) {
        let geometry = stack.geometry
        let middle = stack.slices[stack.slices.count / 2]
        self.init(
            columns: stack.columns, rows: stack.rows, slices: stack.frames.count,
            columnSpacingMM: geometry?.columnSpacingMM, rowSpacingMM: geometry?.rowSpacingMM,
            sliceSpacingMM: stack.spacingMM,
            rowDirection: geometry.map { ImageReport.numbers($0.rowDirection) },
            columnDirection: geometry.map { ImageReport.numbers($0.columnDirection) },
            firstPosition: geometry?.positions.first.map { ImageReport.numbers($0) },
            lastPosition: geometry?.positions.last.map { ImageReport.numbers($0) },
            units: stack.units, slope: middle.slope, intercept: middle.intercept,
            windows: middle.windows.map {
                .init(center: $0.center, width: $0.width, function: $0.function.rawValue)
            },
            issues: stack.issues.map(\.description))
    }
}
