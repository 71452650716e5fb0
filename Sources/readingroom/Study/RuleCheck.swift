import ImageFiles
import Persistence
import ReaderStudies
import StudyFiles

/// Whether each series rule of each arm is met by exactly one series.
struct RuleCheck {
    /// The study file.
    let source: StudySource

    private var study: ReaderStudy { source.created.study }

    /// A sentence for each rule that no series, or more than one, of the images at `path` meets.
    ///
    /// - Throws: `Refusal` when there is no image, `SandboxError` when none can be read.
    func problems(ofImagesAt path: String) throws -> [String] {
        let decoder = try ImageDecoder(policy: DecoderPolicy(children: 1))
        let list = try SourceFinder(decoder: decoder).find([path])
        var files: [DescribedFile] = []
        try decoder.headers(of: list.sources) { index, header in
            guard case .success(let header) = header else { return }
            files.append(DescribedFile(source: list.sources[index], header: header))
        }
        guard !files.isEmpty else { throw Refusal("\(path) holds no image that can be read.") }
        let matcher = SeriesMatcher(study: study)
        var sizes: [ArmMatch: [Int]] = [:]
        for series in SeriesGrouping(files.map(\.header)).series {
            guard let first = series.frames.first else { continue }
            for match in SeriesPlan.matches(files[first.file], matcher) {
                sizes[match, default: []].append(series.frames.count)
            }
        }
        return problems { match in
            let found = sizes[match] ?? []
            guard found.count != 1 else { return nil }
            let sizes = found.map(String.init).joined(separator: ", ")
            return found.isEmpty
                ? "No series of \(path) meets this rule. Look at its modality and description with "
                    + "`readingroom image info`, and make the rule wider."
                : "\(found.count) series of \(path) meet this rule, with \(sizes) slices. Make the rule "
                    + "narrower."
        }
    }

    /// A sentence for each rule that no series of a case of `store` meets.
    func problems(in store: any Store) throws(StoreError) -> [String] {
        let series = Dictionary(grouping: try store.series(), by: \.series.caseID)
        var sentences: [String] = []
        let withdrawn = try store.conduct().withdrawals
        for one in try store.cases() where withdrawn[one.id] == nil {
            let own = series[one.id] ?? []
            sentences += problems { match in
                own.contains { $0.series.matches.contains(match) }
                    ? nil
                    : "Case \(one.id) of the store has no series that meets this rule. Withdraw it with "
                        + "`readingroom case withdraw`, and import its images under another name."
            }
        }
        return sentences
    }

    /// The sentences of `problem`, each at the place of its rule.
    private func problems(_ problem: (ArmMatch) -> String?) -> [String] {
        study.arms.flatMap { arm in
            arm.series.indices.compactMap { rule in
                let match = ArmMatch(arm: arm.id, rule: rule)
                return problem(match).map { sentence in
                    "\(source.places.place(of: match)) Arm \(arm.id): \(sentence)"
                }
            }
        }
    }
}
