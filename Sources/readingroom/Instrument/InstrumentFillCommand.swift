import ArgumentParser
import Instruments
import ReaderStudies
import StudyFiles

/// `readingroom instrument fill`: a read from a table, with the checks of a live one.
struct InstrumentFillCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "fill",
        abstract: "Fill a reading form from a CSV file and print what follows.",
        discussion: """
            A row below the header is a read, a column a question: SITE/ITEM, or ITEM for the \
            whole examination. A file with the columns item and value, and site where there are \
            sites, is one read. NA: REASON is "not assessable"; a mark is SERIES COLUMN ROW SLICE \
            X Y Z. Every answer is checked as if it were typed; what is refused is told by line \
            and cell. Nothing is stored.
            """)

    @Argument(help: "A name such as covid-ct04, or a YAML file.")
    var nameOrFile: String

    @Option(help: "The CSV file.")
    var from: String

    @Option(help: "The row of a wide file, from 1.")
    var row = 1

    @Option(help: "The arm; the one that the file names, or the first of the form.")
    var arm: String?

    @Option(help: "COLUMNSxROWSxSLICES of the images, to refuse marks outside of them.")
    var imageSize: String?

    func run() throws {
        let source = try Refusal.telling { try InstrumentSource(nameOrFile) }
        let table: FillTable
        do throws(TableError) {
            table = try FillTable(path: from, row: row)
        } catch {
            throw Refusal(error.description)
        }
        let read = FilledRead(
            source.instrument, shows: try source.shows(arm: arm ?? table.arm),
            cells: table.cells, images: try imageSize.map(Self.size))
        for refusal in read.refusals { StandardStreams.say(table.line(of: refusal)) }
        print(FilledText(form: read.form).text, terminator: "")
        let obstacles = read.form.obstacles
        if !obstacles.isEmpty {
            StandardStreams.say("Cannot be signed: \(obstacles.joined(separator: ", ")).")
        }
        guard read.refusals.isEmpty, obstacles.isEmpty else { throw ExitCode.failure }
    }

    private static func size(_ text: String) throws -> FilledRead.ImageSize {
        let counts = text.split(separator: "x", omittingEmptySubsequences: false).map { Int($0) }
        guard counts.count == 3, let columns = counts[0], let rows = counts[1],
            let slices = counts[2], min(columns, rows, slices) > 0
        else {
            throw ValidationError("--image-size takes COLUMNSxROWSxSLICES, such as 256x256x24.")
        }
        return FilledRead.ImageSize(columns: columns, rows: rows, slices: slices)
    }
}
