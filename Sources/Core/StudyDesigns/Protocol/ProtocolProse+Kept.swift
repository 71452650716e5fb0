import ReaderStudies

/// What the program itself keeps to in every study, and what the study file says of sittings and days.
extension ProtocolProse {
    /// What no reader saw of other reads.
    var independence: String {
        let own =
            study.design.prefill == true
            ? "their own earlier ones, save those of the step before" : "their own earlier ones"
        return study.readers.count == 1
            ? "The reader saw no answers but those of the open read"
                + (study.design.prefill == true ? " and of the step before." : ".")
            : "No reader saw another reader's answers, or \(own)."
    }

    /// What was dropped of the images.
    var deidentification: String {
        "Names, identifiers, dates and descriptions were dropped from the images at import."
    }

    /// What an answer that could not be given is.
    var notAssessable: String {
        "What an image did not allow to be assessed was answered so, with a reason, and never counted as absent."
    }

    /// What becomes of answers that are missing.
    var missing: String {
        "A read could be signed only when every required question was answered or not assessable; reads that "
            + "were not made stand in the table as missing."
    }

    /// What those who made the reference standard knew.
    var referenceInformation: String {
        "No answer of an index arm was shown or analysed before the reference standard was frozen."
    }

    /// When readers had to rest.
    var sitting: String? {
        study.sitting.map {
            "After \($0.minutes) minutes of reading no new case opened before a break of "
                + "\($0.breakMinutes) minutes."
        }
    }

    /// The days of the study.
    var calendar: String? {
        let days = [("from", study.calendar?.firstDay), ("to", study.calendar?.lastDay)]
        let words = days.compactMap { word, day in
            day.map { "\(word) \(UTCInstant(day: $0).dateText)" }
        }
        return words.isEmpty ? nil : "Reading was planned \(words.joined(separator: " "))."
    }
}
