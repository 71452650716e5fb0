import ReaderStudies

extension ImageReport {
    /// So many problems are told one by one; in a folder of other files they would hide the series.
    private static let listedProblems = 20

    /// The report in lines for people.
    func text(showsFrames: Bool) -> String {
        var lines: [String] = []
        for (index, series) in series.enumerated() {
            lines += series.lines(number: index + 1, showsFrames: showsFrames)
        }
        lines += issues.map { "issue    \($0)" }
        lines += problems.prefix(Self.listedProblems).map { "problem  \($0)" }
        if problems.count > Self.listedProblems {
            lines.append(
                "problem  \(problems.count - Self.listedProblems) more; --format json lists all.")
        }
        lines.append("files    \(files) read, series \(series.count)")
        return lines.joined(separator: "\n")
    }
}

extension ImageReport.Series {
    fileprivate func lines(number: Int, showsFrames: Bool) -> [String] {
        let words = [modality, self.number.isEmpty ? "" : "no. \(self.number)", description]
        var lines = [
            "series \(number) " + words.filter { !$0.isEmpty }.joined(separator: "  "),
            "  frames   \(frames.count), \(formats)",
        ]
        for stack in stacks { lines += stack.lines }
        lines += issues.map { "  issue    \($0)" }
        if showsFrames {
            lines += frames.map { frame in
                "  sha256   \(frame.sha256 ?? frame.problem ?? "none")  \(frame.file) \(frame.frame)"
            }
        }
        return lines
    }

    private var formats: String {
        let bits = Set(frames.map(\.bits)).sorted().map(String.init).joined(separator: " or ")
        return "\(bits) bits, " + transferSyntaxes.map(\.name).joined(separator: ", ")
    }
}

extension ImageReport.Stack {
    fileprivate var lines: [String] {
        var lines = ["  stack    \(slices) × \(columns) × \(rows)\(spacing)"]
        if let firstPosition, let lastPosition {
            lines.append("  from     \(point(firstPosition)) to \(point(lastPosition)) mm")
        }
        if slope != 1 || intercept != 0 || !units.isEmpty {
            let unit = units.isEmpty ? "" : " \(units)"
            lines.append("  values   stored × \(number(slope)) + \(number(intercept))\(unit)")
        }
        lines += windows.map { window in
            "  window   centre \(number(window.center)), width \(number(window.width)), "
                + window.function
        }
        return lines + issues.map { "  issue    \($0)" }
    }

    private var spacing: String {
        guard let columnSpacingMM, let rowSpacingMM else { return "" }
        let across = sliceSpacingMM.map { ", \(rounded($0)) mm apart" } ?? ""
        return ", pixels \(rounded(columnSpacingMM)) × \(rounded(rowSpacingMM)) mm\(across)"
    }

    private func point(_ numbers: [Double]) -> String {
        "(" + numbers.map { rounded($0) }.joined(separator: ", ") + ")"
    }

    private func rounded(_ value: Double) -> String { number((value * 1000).rounded() / 1000) }

    private func number(_ value: Double) -> String { NumberText.shortest(value) }
}
