import ReaderStudies

/// An answer as the log and the signature write it; a released name never changes.
///
/// `{"site":"L1","item":"size_mm","status":"value","type":"number","number":11.5}`
public struct AnswerRecord: Hashable, Sendable, Codable {
    enum Status: String, Codable { case value, notAssessable }
    enum Kind: String, Codable { case code, integer, number, text, mark }
    enum Reason: String, Codable { case motion, artefact, notCovered, metal, resolution, other }

    let site: SiteID
    let item: ItemID
    let status: Status
    var type: Kind?
    var text: String?
    var integer: Int?
    var number: Double?
    var mark: Mark?
    var reason: Reason?
    /// What was measured for the answer; absent where nothing was.
    var measurement: AnswerMeasurement?

    /// The question.
    public var key: ItemKey { ItemKey(site, item) }

    /// The record of `answer` to `key`, with what was measured for it.
    public init(key: ItemKey, answer: Answer, measurement: AnswerMeasurement? = nil) {
        self.measurement = measurement
        site = key.site
        item = key.item
        switch answer {
        case .value(let value):
            status = .value
            set(value)
        case .notAssessable(let cause):
            status = .notAssessable
            set(cause)
        }
    }

    /// The answer; `nil` when the record contradicts itself.
    public var answer: Answer? {
        switch status {
        case .value: value.map { .value($0) }
        case .notAssessable: cause.map { .notAssessable($0) }
        }
    }

    private mutating func set(_ value: AnswerValue) {
        switch value {
        case .code(let code): (type, text) = (.code, code)
        case .integer(let whole): (type, integer) = (.integer, whole)
        case .number(let real): (type, number) = (.number, real)
        case .text(let words): (type, text) = (.text, words)
        case .mark(let place): (type, mark) = (.mark, place)
        }
    }

    private mutating func set(_ cause: NotAssessableReason) {
        switch cause {
        case .motion: reason = .motion
        case .artefact: reason = .artefact
        case .notCovered: reason = .notCovered
        case .metal: reason = .metal
        case .resolution: reason = .resolution
        case .other(let words): (reason, text) = (.other, words)
        }
    }

    private var value: AnswerValue? {
        switch type {
        case .code: text.map { .code($0) }
        case .integer: integer.map { .integer($0) }
        case .number: number.map { .number($0) }
        case .text: text.map { .text($0) }
        case .mark: mark.map { .mark($0) }
        case nil: nil
        }
    }

    private var cause: NotAssessableReason? {
        switch reason {
        case .motion: .motion
        case .artefact: .artefact
        case .notCovered: .notCovered
        case .metal: .metal
        case .resolution: .resolution
        case .other: text.map { .other($0) }
        case nil: nil
        }
    }
}
