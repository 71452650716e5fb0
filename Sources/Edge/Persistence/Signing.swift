import GRDB
import ReaderStudies

/// Makes signatures from what the store holds.
struct Signing {
    let db: Database

    func signature(for request: SignRequest) throws -> StoreEvent {
        guard let read = try ReadProjector(db: db).find(request.read), read.isOpen else {
            throw StoreError.refused("The read is not open, so it cannot be signed.")
        }
        guard let study = try StoreQueries(db: db).study(), let head = try LogReader(db: db).last()
        else { throw StoreError.refused("The store holds no study.") }
        let facts = SignedFacts(
            read: read.key, revision: read.revision, studyDigest: study.created.digest,
            instrument: read.instrument,
            frames: Dictionary(
                request.series.map { ($0.token, $0.framesDigest) }, uniquingKeysWith: { $1 }),
            view: request.view, program: request.program, isolation: read.isolation,
            firstEvent: read.firstEvent, lastEvent: head.seq,
            head: Digest.hexadecimal(head.hash))
        return .readSigned(
            ReadSigned(signed: facts, payloadDigest: try digest(facts, read.id, study.study.id)))
    }

    /// SHA-256 of the payload of `facts` with the answers that the tables hold.
    func digest(_ facts: SignedFacts, _ readID: Int, _ study: StudyID) throws -> String {
        let sheet = try StoreQueries(db: db).sheet(readID, facts.revision).sheet
        let payload = SignedPayload(
            study: study,
            answers: sheet.answers.keys.sorted().compactMap { key in
                sheet.answers[key].map {
                    AnswerRecord(
                        key: key, answer: $0, measurement: sheet.measurements[key])
                }
            },
            lesions: sheet.lesions, signed: facts)
        return Digest.hexadecimal(of: try EventCoding.json(payload))
    }
}
