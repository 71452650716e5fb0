import FrameCache
import ImageFiles
import Imaging
import Persistence
import ReaderStudies
import StudyFiles

/// Brings cases into a store, each whole or not at all.
struct CaseImporter {
    private let store: any Store
    private let frames: FrameFolder
    private let isTrial: Bool
    private let decoder: ImageDecoder
    private let report: ImportReport
    private let matcher: SeriesMatcher
    private let study: ReaderStudy
    private let places: StudyPlaces

    /// An importer for the study of a store.
    ///
    /// - Parameter isTrial: Decode and report everything, and keep nothing.
    /// - Throws: `StoreError` when the store holds no study.
    init(
        store: any Store, frames: FrameFolder, decoder: ImageDecoder, report: ImportReport,
        isTrial: Bool = false
    ) throws {
        self.isTrial = isTrial
        self.store = store
        self.frames = frames
        self.decoder = decoder
        self.report = report
        let stored = try store.demandStudy()
        study = stored.study
        places = try Refusal.telling { try StudyPlaces(stored) }
        matcher = SeriesMatcher(study: study)
    }

    /// Removes what an interrupted import left in the frame cache, and says so where a whole series was left.
    func sweep() throws {
        let known = Set(try store.series().map(\.series.token.rawValue))
        let removed = try frames.sweep { known.contains($0.description) }
        guard !removed.isEmpty else { return }
        report.problem(
            "An earlier import was interrupted; \(removed.count) series that it left in "
                + "\(frames.path) without a case were removed.")
    }

    /// Imports one case from what lies at `paths`; says what it did and what it refused.
    ///
    /// - Returns: Whether nothing was refused.
    /// - Throws: `StoreError` or `SandboxError` when nothing more can be imported.
    func add(_ studyCase: StudyCase, from paths: [String]) throws -> Bool {
        do {
            return try addWhole(studyCase, paths)
        } catch let refusal as CaseRefusal {
            report.problem(refusal.description)
            return false
        }
    }

    private func addWhole(_ studyCase: StudyCase, _ paths: [String]) throws -> Bool {
        let id = studyCase.id
        guard try !store.cases().contains(where: { $0.id == id }) else {
            throw CaseRefusal.alreadyThere(id)
        }
        let (files, areAllFine) = try describe(paths, id)
        let grouping = SeriesGrouping(files.map(\.header))
        let patients = grouping.firstOfEachPatient
        guard patients.count < 2 else {
            throw CaseRefusal.severalPatients(
                id, count: patients.count, files: patients.prefix(3).map { files[$0].source.name })
        }
        let (plans, areAllSeriesFine) = plan(files, grouping.series)
        var isClean = areAllSeriesFine && areAllFine
        try demandOneSeriesARule(plans, id)
        let written = try write(plans, id, &isClean)
        try keep(studyCase, written)
        return isClean
    }

    // MARK: Headers

    private func describe(
        _ paths: [String], _ id: CaseID
    ) throws -> (files: [DescribedFile], areAllFine: Bool) {
        let list = try SourceFinder(decoder: decoder).find(paths)
        list.problems.forEach { report.problem($0.description) }
        guard !list.sources.isEmpty else { throw CaseRefusal.nothingFound(id) }
        let limit = SourceFinder.mostFiles
        guard list.sources.count <= limit else { throw CaseRefusal.tooLarge(id, limit: limit) }
        var files: [DescribedFile] = []
        files.reserveCapacity(list.sources.count)
        var slices = 0
        report.begin(.looking, count: list.sources.count)
        try decoder.headers(of: list.sources) { index, header in
            report.step()
            switch header {
            case .success(let header):
                slices += header.frames.count
                guard slices <= limit else { throw CaseRefusal.tooLarge(id, limit: limit) }
                files.append(DescribedFile(source: list.sources[index], header: header))
            case .failure(let problem): report.problem(problem.description)
            }
        }
        report.end()
        guard !files.isEmpty else { throw CaseRefusal.noImages(id, files: list.sources.count) }
        return (files, list.problems.isEmpty && files.count == list.sources.count)
    }

    // MARK: Series

    private func plan(
        _ files: [DescribedFile], _ series: [ImageSeries]
    ) -> (plans: [SeriesPlan], isClean: Bool) {
        var plans: [SeriesPlan] = []
        var isClean = true
        for series in series {
            do throws(SeriesRefusal) {
                plans.append(try SeriesPlan(files: files, series: series, matcher: matcher))
            } catch {
                let name = series.frames.first.map { files[$0.file].source.name } ?? ""
                report.problem("The series of \(name) was left out: \(error.sentence)")
                isClean = false
            }
        }
        return (plans, isClean)
    }

    /// Refuses before anything is decoded what the store would refuse at the end.
    private func demandOneSeriesARule(_ plans: [SeriesPlan], _ id: CaseID) throws {
        var byMatch: [ArmMatch: [SeriesPlan]] = [:]
        for plan in plans {
            for match in plan.matches { byMatch[match, default: []].append(plan) }
        }
        let order = study.arms.flatMap { arm in
            arm.series.indices.map { ArmMatch(arm: arm.id, rule: $0) }
        }
        for match in order {
            guard let several = byMatch[match], several.count > 1 else { continue }
            throw CaseRefusal.ambiguous(
                id, place: places.place(of: match), match: match,
                sizes: several.map(SeriesSummary.size))
        }
    }

    private func write(
        _ plans: [SeriesPlan], _ id: CaseID, _ isClean: inout Bool
    ) throws -> [(plan: SeriesPlan, written: SeriesImporter.Written)] {
        let importer = SeriesImporter(
            folder: isTrial ? nil : frames, decoder: decoder, report: report)
        var references = FramesOfReference()
        var done: [(plan: SeriesPlan, written: SeriesImporter.Written)] = []
        do {
            for plan in plans {
                let place = references.place(of: plan)
                guard let one = try write(plan, place, importer, &isClean) else { continue }
                done.append(one)
            }
            guard !done.isEmpty else { throw CaseRefusal.noSeries(id) }
        } catch {
            report.end()
            try remove(done.map(\.written))
            if let error = error as? FrameCacheError {
                throw CaseRefusal.notWritten(id, cause: error.description)
            }
            throw error
        }
        report.end()
        return done
    }

    /// Writes a series, without the files that turn out to be damaged.
    private func write(
        _ plan: SeriesPlan, _ place: FramesOfReference.Place, _ importer: SeriesImporter,
        _ isClean: inout Bool
    ) throws -> (plan: SeriesPlan, written: SeriesImporter.Written)? {
        var plan = plan
        while true {
            let outcome = try importer.write(
                plan, origin: place.origin, frameOfReference: place.number)
            guard case .failed(let problems) = outcome else {
                if case .written(let written) = outcome { return (plan, written) }
                return nil
            }
            isClean = false
            for number in problems.keys.sorted() {
                report.problem(problems[number]?.description ?? "")
            }
            let kept = Set(plan.stack.frames.map(\.file)).subtracting(problems.keys).sorted()
            let files = kept.map { plan.files[$0] }
            let rest = self.plan(files, SeriesGrouping(files.map(\.header)).series).plans
            guard let next = rest.first else {
                report.problem("A series was left out: none of its files can be decoded.")
                return nil
            }
            plan = next
        }
    }

    // MARK: Store

    private func keep(
        _ studyCase: StudyCase, _ written: [(plan: SeriesPlan, written: SeriesImporter.Written)]
    ) throws {
        let series = written.map { one in
            SeriesSummary.imported(
                one.plan, one.written, caseID: studyCase.id, isConfined: decoder.isConfined)
        }
        if !isTrial { try append(studyCase, series, written.map(\.written)) }
        for (one, imported) in zip(written, series) {
            report.result(SeriesSummary.line(one.plan, imported, isTrial: isTrial))
            if imported.waitsBecause != nil && !isTrial {
                report.result(
                    "  Look at it, then: readingroom case approve --store \(report.storeName) "
                        + "--series \(imported.token)")
            }
        }
        tellMissing(studyCase.id, series, written.map(\.plan))
    }

    private func append(
        _ studyCase: StudyCase, _ series: [ImportedSeries], _ written: [SeriesImporter.Written]
    ) throws {
        do throws(StoreError) {
            try store.append(
                [.caseImported(studyCase)] + series.map { .seriesImported($0) }, by: .coordinator)
        } catch {
            try remove(written)
            throw error
        }
        for one in written { frames.settle(one.token) }
    }

    private func tellMissing(_ id: CaseID, _ series: [ImportedSeries], _ plans: [SeriesPlan]) {
        let hasNIfTI = plans.contains(where: \.isNIfTI)
        for arm in study.arms where !series.contains(where: { $0.shows(arm.id) }) {
            let hint =
                hasNIfTI && arm.series.contains { $0.modality != nil }
                ? " A NIfTI file says no modality, so it never meets a rule that names one." : ""
            let place = places.place(of: ArmMatch(arm: arm.id, rule: 0))
            report.result(
                "\(id)  has no series for arm \(arm.id).\(hint) The rule: \(place.dropLast())")
        }
    }

    private func remove(_ written: [SeriesImporter.Written]) throws {
        for one in written where !isTrial { try frames.remove(one.token) }
    }
}

extension ImportedSeries {
    /// Whether the series meets a rule of `arm`.
    fileprivate func shows(_ arm: ArmID) -> Bool { matches.contains { $0.arm == arm } }
}
