/// What the columns, states and reasons of the long table mean, for every instrument.
enum CodebookColumns {
    static var rows: [[String]] {
        columns.map { row("column", item: $0.0, definition: $0.1) }
            + statuses.map { row("status", item: "status", code: $0.0.rawValue, definition: $0.1) }
            + reasons.map { row("reason", item: "reason", code: $0.0, definition: $0.1) }
    }

    private static func row(
        _ part: String, item: String, code: String = "", definition: String
    ) -> [String] {
        [part, "", "", "", item, code, "", item == "activeSeconds" ? "s" : "", definition]
    }

    private static let columns = [
        ("study", "The reader study."),
        ("reader", "Who read."),
        ("participant", "Whose images: the cluster of every interval."),
        ("case", "The examination that was read."),
        ("arm", "What the reader was shown."),
        ("occasion", "1 for the first read, then repeats."),
        ("session", "Session of the reader, from 1."),
        ("position", "Place in the reader's whole reading order, from 1."),
        ("instrument", "The reading form."),
        ("version", "Version of the reading form."),
        ("site", "Where: a site of the form, a lesion, or exam for the whole examination."),
        ("item", "What was asked."),
        ("status", "State of the answer; value is empty unless status is value."),
        (
            "value",
            "The answer: a code, a number with a decimal point, or text. Text that a spreadsheet "
                + "could take for a formula has one apostrophe in front."
        ),
        ("unit", "Unit of the value."),
        ("reason", "Why the images do not allow an answer."),
        ("confidence", "The reader's confidence in this finding, where the form asks for it."),
        (
            "revision",
            "0 not signed, 1 as signed first, more after amendments; a read has its rows once for "
                + "each signed revision."
        ),
        ("signedAt", "When the revision was signed, UTC."),
        ("activeSeconds", "Reading time until the signature, pauses over 60 s left out."),
        ("isolation", "How readers were kept apart: os, app or none."),
        ("event", "Number of the event in the store that holds the answer, or the signature."),
        ("override", "Why the coordinator let the read be opened early; empty when it was not."),
        ("withdrawn", "Why the read was not made or counts no more; empty when it does."),
        ("step", "Step of a read that shows more step by step, from 1; 1 in other designs."),
        (
            "protocol",
            "Version of the protocol under which the revision was signed; empty when it is not."
        ),
    ]

    private static let statuses: [(AnswerCells.Status, String)] = [
        (.value, "The reader answered."),
        (.notAssessable, "The reader looked, and the images do not allow an answer."),
        (.skippedByRule, "A rule of the form did not ask."),
        (.missing, "Asked and not answered, or the read is not signed."),
    ]

    private static let reasons = [
        ("motion", "The participant moved."),
        ("artefact", "An artefact hides the site."),
        ("notCovered", "The site lies outside the images."),
        ("metal", "Metal hides the site."),
        ("resolution", "The resolution is too low."),
        ("other: TEXT", "Another reason, in the reader's words."),
    ]
}
