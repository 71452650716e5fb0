import ArgumentParser

/// `readingroom statistics METHOD`: one method on one table.
struct StatisticsComputeCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "compute",
        abstract: "Compute one method; the word compute may be left out.",
        discussion: """
            The table is a CSV file with a header. Columns in any order: reader, modality, case, \
            site, truth (0 or 1), rating; an empty rating is missing. A unit is a case, or a site \
            of a case where the column site is there. Some methods take counts instead, such as \
            --counts tp=83,fn=17,fp=71,tn=381.

            Parameters for all: level (0.95); a rating of at least threshold (1) is a positive \
            call; first and second name the arms or readers to compare. The others are told by \
            `readingroom statistics list`.

            JSON: method, notes[] and results[]; each result has q (its name) and value, or null \
            with a reason. In a name A-B means A minus B. Numbers are never rounded.
            """)

    @Argument(help: "The method, such as accuracy; `statistics list` tells all.")
    var method: String

    @Option(help: "The table, a CSV file with a header.", completion: .file())
    var input: String?

    @Option(help: "Counts instead of a table, such as tp=83,fn=17,fp=71,tn=381.")
    var counts: String?

    @Option(help: ArgumentHelp("A parameter; may be given again.", valueName: "name=value"))
    var params: [String] = []

    @Option(help: "How to write the results: text, csv or json.")
    var format = StatisticsFormat.text

    func run() throws {
        let method = try StatisticsMethod.named(method)
        let request = try StatisticsRequest(
            method: method, input: input, counts: counts, parameters: params)
        print(format.text(try method.answer(request)), terminator: "")
    }
}
