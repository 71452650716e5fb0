import Analysis
import Exports
import Foundation
import Instruments
import Persistence
import ReaderStudies
import StoreService
import StudyDesigns
import StudyFiles

/// Reads to analyse, and what is known of where they come from.
struct AnalysisSource {
    /// The reads, every signed revision.
    let table: ReadTable
    /// The reference of the store; empty for files.
    let reference: Reference
    /// Where the reads come from.
    let provenance: Provenance
    /// What the study says of itself.
    let facts: StudyFacts
    /// What the study's file tells for the reporting lists.
    let known: [ReportingFact: String]
    /// The reading forms.
    let instruments: [Instrument]
    /// Which revision the study says.
    let revision: AnalysedRevision

    /// The reads in the long table at `path`.
    init(file path: String) throws {
        let digest = RunningDigest()
        let reads: ReadsFile
        do throws(TableError) {
            reads = try ReadsFile.load(path) { digest.take($0) }
        } catch { throw Refusal(error.description) }
        table = reads.table
        reference = Reference()
        instruments = []
        known = [:]
        revision = .firstSigned
        facts = StudyFacts(
            arms: reads.table.arms.names, readers: reads.table.readers.names.sorted(), findings: [])
        provenance = Provenance(
            software: ProgramVersion.text, data: path, dataHash: digest.hexadecimal,
            interim: "The reads come from a file, of which nobody can say whether it is complete.",
            records: reads.hasEvents ? .storeEvents : .fileLines)
    }

    /// The signed reads of the store in `folder`.
    init(store folder: String) throws {
        let store = try Refusal.telling { try SQLiteStore.open(at: folder) }
        defer { try? store.close() }
        try IndexAnswers(store: store).demandFrozenReference()
        let stored = try store.demandStudy()
        try stored.demandReads()
        let study = stored.study
        let conduct = try store.conduct()
        let forms = try Refusal.telling { try stored.instruments() }
        let standard = try store.references().last {
            conduct.frozen == nil || $0.version == conduct.frozen?.version
        }
        instruments = forms
        revision = study.analysedRevision
        reference = try Self.reference(standard)
        table = try Self.table(
            store, LongTable(study: study, instruments: forms, reads: []), try store.renderers(),
            of: study.readers)
        facts = Self.facts(study, table)
        known = ProtocolProse(study: study).facts
        provenance = Provenance(
            study: study.id.rawValue, title: study.title,
            protocolVersion: "study file \(stored.created.digest)", software: ProgramVersion.text,
            data: folder, dataHash: try conduct.lock?.digest ?? store.head(),
            reference: standard.map { "version \($0.version), \($0.source)" } ?? "",
            referenceHash: conduct.frozen?.digest ?? standard?.sourceDigest ?? "",
            revision: study.analysedRevision,
            interim: Self.interim(conduct), records: .storeEvents)
    }

    /// Why the numbers may change; `nil` when nothing can.
    private static func interim(_ conduct: StudyConduct) -> String? {
        conduct.lock == nil
            ? "The study is not locked: reads may still be signed and amended, so every number is "
                + "interim. Lock it with `readingroom study lock`." : nil
    }

    private static func reference(_ standard: ReferenceStandard?) throws -> Reference {
        var reference = Reference()
        for label in standard?.labels ?? [] {
            let value: Reference.Value =
                switch label.value {
                case .value(let text): .value(text)
                case .notAssessable: .excluded("not assessable")
                case .excluded: .excluded("contested")
                }
            do throws(AnalysisError) {
                try reference.add(
                    value,
                    for: Reference.Key(
                        caseID: label.caseID.rawValue, site: label.key.site.rawValue,
                        item: label.key.item.rawValue))
            } catch { throw Refusal(error.sentence) }
        }
        return reference
    }

    private static func facts(_ study: ReaderStudy, _ table: ReadTable) -> StudyFacts {
        StudyFacts(
            arms: study.arms.map(\.id.rawValue), readers: study.readers.map(\.rawValue).sorted(),
            instruments: study.instruments.map(\.text), design: study.design.kind.rawValue,
            washoutDays: study.design.washoutDays, seed: "\(study.design.seed)",
            referenceRule: study.reference?.rule.rawValue,
            referenceArm: study.reference?.arm?.rawValue, revealed: study.reveal, findings: [])
    }
}

extension AnalysisSource {
    /// The reads of `store`, one after the other, so that they are never all in memory twice.
    private static func table(
        _ store: SQLiteStore, _ long: LongTable, _ renderers: [ReadKey: [Int: String]],
        of readers: [ReaderID]
    ) throws -> ReadTable {
        var builder = StoredReads(renderers: renderers)
        var problem: (any Error)?
        try store.visitRecordedReads { read in
            // Who decides between readers is none of those who are compared.
            guard readers.contains(read.row.read.reader) else { return }
            do { try builder.take(read, try long.answers(of: read)) } catch { problem = error }
        }
        if let problem { throw problem }
        return builder.table
    }
}

/// Makes a table of reads from those of a store.
private struct StoredReads {
    private(set) var table = ReadTable()
    let renderers: [ReadKey: [Int: String]]

    init(renderers: [ReadKey: [Int: String]]) { self.renderers = renderers }

    mutating func take(_ read: RecordedRead, _ answers: [AnswerCells]) throws {
        let (row, key) = (read.row, read.row.read)
        let participant = table.participants.place(of: row.participant.rawValue)
        let caseID = table.cases.place(of: key.caseID.rawValue)
        if let reason = read.withdrawn {
            // A read with several revisions is withdrawn once.
            if read.revision < 2 {
                table.withdrawn.append(
                    ReadTable.Withdrawn(
                        participant: participant, caseID: caseID, reason: reason))
            }
            return
        }
        // A renderer is told with its greys, `sixel 101`; the stratum is the renderer.
        let display = renderers[key]?[read.revision]?.split(separator: " ").first.map(String.init)
        let place: Int
        do throws(AnalysisError) {
            place = try table.add(
                ReadTable.Read(
                    reader: table.readers.place(of: key.reader.rawValue),
                    participant: participant, caseID: caseID,
                    arm: table.arms.place(of: key.arm.rawValue), occasion: key.occasion,
                    session: row.session, position: row.position,
                    seconds: read.signature.map { Double($0.activeMS) / 1000 },
                    event: UInt32(clamping: read.signature?.event ?? 0), revision: read.revision,
                    isSigned: read.signature != nil,
                    display: display.map { table.displays.place(of: $0) } ?? -1))
        } catch { throw Refusal(error.sentence) }
        for answer in answers {
            table.add(
                read: place, site: answer.key.site.rawValue, item: answer.key.item.rawValue,
                state: Self.state(answer.status),
                text: answer.status == .notAssessable ? answer.reason : answer.value,
                event: UInt32(clamping: read.events[answer.key] ?? read.signature?.event ?? 0))
        }
    }

    private static func state(_ status: AnswerCells.Status) -> ReadTable.State {
        switch status {
        case .value: .value
        case .notAssessable: .notAssessable
        case .skippedByRule: .skipped
        case .missing: .missing
        }
    }
}
