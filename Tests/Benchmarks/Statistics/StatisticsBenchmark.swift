import Glibc
import Statistics
import StudyFiles

/// Times the methods on the inputs that R's scripts read, and prints one JSON line an item.
///
/// Like them it times the computation alone: the tables are read before.
enum StatisticsBenchmark {
    /// Runs every item on the tables in `folder`.
    static func run(folder: String) throws {
        try gee(ColumnTable("\(folder)/gee.csv"))
        try deLong(ColumnTable("\(folder)/delong.csv"))
        try mrmc(ColumnTable("\(folder)/mrmc.csv"))
        try kappa(ColumnTable("\(folder)/kappa.csv"))
        try krippendorff(ColumnTable("\(folder)/krippendorff.csv"))
        try growth()
    }

    private static func gee(_ table: ColumnTable) throws {
        let arms = ["T1w", "CT", "sCT"]
        let armPlaces = table["modality"].map { arms.firstIndex(of: $0) ?? 0 }
        let outcomes = table["rating"].map { $0 == "1" }
        let findings = zip(table["case"], table["site"]).map { "\($0) \($1.prefix(3))" }
        let clusters = [(960, table.places(table["case"])), (48, table.places(findings))]
        for (size, places) in clusters {
            let units = outcomes.indices.map {
                ArmGEE.Unit(arm: armPlaces[$0], cluster: places[$0], success: outcomes[$0])
            }
            for correlation in LogisticGEE.Correlation.allCases {
                try measure("gee \(correlation.rawValue), clusters of \(size)") {
                    try ArmGEE(units, arms: arms, correlation: correlation).results
                }
            }
        }
    }

    private static func deLong(_ table: ColumnTable) throws {
        let rows = table.rows(where: "modality", is: "A")
        let others = table.rows(where: "modality", is: "B")
        let ratings = table.numbers("rating")
        let diseased = rows.map { table["truth"][$0] == "1" }
        try measure("delong paired") {
            try PairedROC(
                first: rows.map { ratings[$0] }, second: others.map { ratings[$0] },
                diseased: diseased
            ).results
        }
    }

    private static func mrmc(_ table: ColumnTable) throws {
        let (readers, modalities) = (table.labels("reader"), table.labels("modality"))
        let ratings = table.numbers("rating")
        let readerCells = table["reader"]
        let columns = modalities.map { modality in
            let rows = table.rows(where: "modality", is: modality)
            return readers.map { reader in
                rows.filter { readerCells[$0] == reader }.map { ratings[$0] }
            }
        }
        let first = table.rows(where: "modality", is: modalities[0])
            .filter { readerCells[$0] == readers[0] }
        let diseased = first.map { table["truth"][$0] == "1" }
        for covariance in MRMCCovariance.allCases {
            try measure("mrmc \(covariance.rawValue)") {
                let design = try MRMCDesign(
                    readers: readers, modalities: modalities, diseased: diseased,
                    ratings: columns)
                return ObuchowskiRockette(design, metric: .area, covariance: covariance).results
            }
        }
    }

    private static func kappa(_ table: ColumnTable) throws {
        let (matrix, clusters) = try table.matrix(readers: ["R1", "R2"])
        try measure("kappa cluster bootstrap 2000") {
            try KappaBootstrap.intervals(
                matrix, clusters: clusters, weights: .quadratic, replicates: 2000, seed: 1
            ).results
        }
    }

    private static func krippendorff(_ table: ColumnTable) throws {
        let (matrix, _) = try table.matrix(readers: table.labels("reader"))
        try measure("krippendorff ordinal") {
            [
                ResultValue(
                    "alpha", KrippendorffAlpha(matrix).estimate(.ordinal, values: []))
            ]
        }
    }

    /// How the time grows with the number of cases, and with the size of a cluster.
    private static func growth() throws {
        var generator = SeededGenerator(state: 1)
        for cases in [10_000, 20_000, 40_000, 80_000] {
            let diseased = (0..<cases).map { $0 % 3 == 0 }
            let first = diseased.map {
                Double.random(in: 0...1, using: &generator) + ($0 ? 0.4 : 0)
            }
            let second = diseased.map {
                Double.random(in: 0...1, using: &generator) + ($0 ? 0.5 : 0)
            }
            try measure("growth: delong paired, \(cases) cases", showsValues: false) {
                try PairedROC(first: first, second: second, diseased: diseased).results
            }
        }
        for size in [100, 1_000, 10_000] {
            let units = (0..<(30 * size)).map {
                ArmGEE.Unit(
                    arm: $0 % 2, cluster: $0 / size,
                    success: Double.random(in: 0...1, using: &generator) < 0.7)
            }
            try measure("growth: gee exchangeable, 30 clusters of \(size)", showsValues: false) {
                try ArmGEE(units, arms: ["A", "B"], correlation: .exchangeable).results
            }
        }
    }

    /// The median seconds of `runs` runs of `work`, and what it found.
    private static func measure(
        _ item: String, runs: Int = 11, showsValues: Bool = true, _ work: () throws -> [ResultValue]
    ) throws {
        var seconds: [Double] = []
        var values: [ResultValue] = []
        for _ in 0..<runs {
            let start = now()
            values = try work()
            seconds.append(now() - start)
        }
        let shown = values.filter { _ in showsValues }.compactMap { result in
            result.quantity.value.map { "\"\(result.name)\": \($0)" }
        }
        print(
            "{\"item\": \"\(item)\", \"median_s\": \(seconds.sorted()[runs / 2]), "
                + "\"values\": {\(shown.joined(separator: ", "))}}")
    }

    private static func now() -> Double {
        var time = timespec()
        clock_gettime(CLOCK_MONOTONIC, &time)
        return Double(time.tv_sec) + Double(time.tv_nsec) / 1e9
    }
}
