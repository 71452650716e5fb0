import Glibc

/// Standardised uptake values by body weight, SUVbw, in grams per millilitre: modality value × `gramsPerMillilitre`.
///
/// Source: QIBA FDG-PET/CT profile, vendor-neutral computation of SUV; DICOM PS3.3 C.8.9.1.1.
public struct UptakeFactor: Hashable, Sendable {
    /// The factor of modality values.
    public let gramsPerMillilitre: Double

    /// The factor of a file.
    ///
    /// - Throws: `UptakeError` when anything is missing or does not fit: nothing is guessed.
    public init(_ facts: UptakeFacts) throws(UptakeError) {
        gramsPerMillilitre = try Self.factor(facts)
    }

    /// The factor for values in becquerels per millilitre of which `decayedDoseBQ` is the dose at the time that they are corrected
    /// to.
    public init(weightKG: Double, decayedDoseBQ: Double) throws(UptakeError) {
        guard weightKG > 0, weightKG.isFinite else { throw .missing(.weight) }
        guard decayedDoseBQ > 0, decayedDoseBQ.isFinite else { throw .missing(.dose) }
        gramsPerMillilitre = weightKG * 1000 / decayedDoseBQ
    }

    /// What is left of a dose, becquerels.
    public static func decayedDoseBQ(
        _ doseBQ: Double, seconds: Double, halfLifeSeconds: Double
    ) -> Double {
        doseBQ * exp2(-seconds / halfLifeSeconds)
    }

    private static func factor(_ facts: UptakeFacts) throws(UptakeError) -> Double {
        guard facts.intercept == 0 else { throw .intercept(facts.intercept) }
        switch facts.units {
        case "GML": return 1
        case "BQML": return try activityFactor(facts)
        case "CNTS":
            if let scale = facts.privateUptakeScale, scale > 0 { return scale }
            guard let scale = facts.privateActivityScale, scale > 0 else {
                throw .missing(.philipsFactor)
            }
            return try scale * activityFactor(facts)
        default: throw .unknownUnits(facts.units)
        }
    }

    private static func activityFactor(_ facts: UptakeFacts) throws(UptakeError) -> Double {
        guard facts.corrections.contains("ATTN") else { throw .notCorrected(.attenuation) }
        guard facts.corrections.contains("DECY") || facts.corrections.contains("DECAY") else {
            throw .notCorrected(.decay)
        }
        guard let weight = facts.weightKG else { throw .missing(.weight) }
        guard let dose = facts.doseBQ else { throw .missing(.dose) }
        let left = try dose * shareLeft(facts)
        return try UptakeFactor(weightKG: weight, decayedDoseBQ: left).gramsPerMillilitre
    }

    /// What share of the dose is left at the time that values are corrected to.
    private static func shareLeft(_ facts: UptakeFacts) throws(UptakeError) -> Double {
        switch facts.decayCorrection {
        case "ADMIN": return 1
        case "START": break
        default: throw .unknownDecayCorrection(facts.decayCorrection)
        }
        guard let halfLife = facts.halfLifeSeconds, halfLife > 0 else {
            throw .missing(.halfLife)
        }
        let scan = try scan(facts)
        let passed = scan.seconds - (try injection(facts, scan: scan))
        guard passed >= 0 else { throw .injectionAfterScan }
        return decayedDoseBQ(1, seconds: passed, halfLifeSeconds: halfLife)
    }

    /// The series' own time, unless the series was derived later.
    private static func scan(_ facts: UptakeFacts) throws(UptakeError) -> UptakeMoment {
        guard let series = UptakeMoment(date: facts.seriesDate, time: facts.seriesTime) else {
            throw .missing(.scan)
        }
        guard
            let acquisition = UptakeMoment(
                date: facts.acquisitionDate, time: facts.acquisitionTime)
        else { throw .missing(.acquisition) }
        if series <= acquisition { return series }
        guard let start = UptakeMoment(facts.privateScanDateTime) else {
            throw .seriesAfterAcquisition
        }
        return start
    }

    /// Seconds of the injection; without a date, the last time of that hour before the scan.
    private static func injection(
        _ facts: UptakeFacts, scan: UptakeMoment
    ) throws(UptakeError) -> Double {
        if let moment = UptakeMoment(facts.injectionDateTime) { return moment.seconds }
        guard let second = UptakeMoment.second(facts.injectionTime) else {
            throw .missing(.injection)
        }
        let midnight = (scan.seconds / 86_400).rounded(.down) * 86_400
        let sameDay = midnight + second
        return sameDay <= scan.seconds ? sameDay : sameDay - 86_400
    }
}
