import Statistics
import StudyFiles

/// What the user asked of a method: data and parameters.
struct StatisticsRequest: Sendable {
    /// The method's name, for messages.
    let method: String
    /// The columns that the method reads, for messages.
    private let columns: String
    /// The counts that it takes instead, for messages.
    private let countNames: [String]
    /// The table; `nil` where counts or parameters alone were given.
    let table: CSVTable?
    /// Counts by name.
    let counts: [String: Int]?
    /// Parameters by name.
    let parameters: StatisticsParameters

    /// Reads the table and the `name=value` texts for `method`.
    init(
        method: StatisticsMethod, input: String?, counts: String?, parameters: [String]
    ) throws {
        (self.method, columns, countNames) = (method.name, method.columns, method.counts)
        self.parameters = try StatisticsParameters(parameters, of: method)
        self.counts = try counts.map { try Self.counts($0, of: method) }
        do throws(TableError) {
            table = try input.map { path throws(TableError) in try CSVTable.load(path) }
        } catch {
            throw Refusal(error.description)
        }
        guard table == nil || self.counts == nil else {
            throw Refusal("Both --input and --counts are given. Leave one out.")
        }
    }

    /// The table, or a sentence that asks for it.
    func demandTable() throws -> CSVTable {
        guard let table else {
            let other =
                countNames.isEmpty ? "" : ", or --counts with \(countNames.joined(separator: ", "))"
            throw Refusal(
                "The method \(method) has no data. Add --input FILE.csv with the columns "
                    + "\(columns)\(other).")
        }
        return table
    }

    private static func counts(_ text: String, of method: StatisticsMethod) throws -> [String: Int]
    {
        guard !method.counts.isEmpty else {
            throw Refusal("The method \(method.name) takes no counts. Use --input FILE.csv.")
        }
        var counts: [String: Int] = [:]
        for part in text.split(separator: ",") {
            let pair = part.split(separator: "=", maxSplits: 1).map(String.init)
            guard pair.count == 2, method.counts.contains(pair[0]), let count = Int(pair[1]),
                count <= CountColumn.largest
            else {
                throw Refusal(
                    "\"\(part.prefix(40))\" in --counts cannot be read. Write whole numbers as "
                        + method.counts.map { "\($0)=10" }.joined(separator: ",") + ".")
            }
            counts[pair[0]] = count
        }
        for name in method.counts where counts[name] == nil {
            throw Refusal("The count \(name) is missing. Add \(name)=… to --counts.")
        }
        return counts
    }
}
