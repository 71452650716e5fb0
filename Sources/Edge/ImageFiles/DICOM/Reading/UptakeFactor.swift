import CDCMTK
import Glibc

/// The factor from activity concentration to the standardised uptake value by body weight, worked out at import because
/// weight and times are not kept.
///
/// Source: QIBA FDG-PET/CT profile, SUV computation for `Units` `BQML`; DICOM PS3.3 C.8.9.1 and C.8.9.2.
struct UptakeFactor {
    /// What the file says.
    struct Facts: Hashable {
        /// `Units`: `BQML`, `GML`, or another.
        var units = ""
        /// `Decay Correction`: `START`, `ADMIN` or `NONE`.
        var decayCorrection = ""
        /// Kilograms.
        var weightKG: Double?
        /// Becquerels injected.
        var doseBQ: Double?
        /// Seconds.
        var halfLifeSeconds: Double?
        /// Time of injection, `HHMMSS.FFFFFF`.
        var injection = ""
        /// Time to which the series is corrected, `HHMMSS.FFFFFF`.
        var series = ""
    }

    /// Grams per millilitre for one modality value, or `nil` where the file does not say enough.
    static func factor(_ facts: Facts) -> Double? {
        if facts.units == "GML" { return 1 }
        guard facts.units == "BQML", let weight = facts.weightKG, let dose = facts.doseBQ,
            weight > 0, dose > 0, let left = fractionLeft(facts)
        else { return nil }
        let factor = weight * 1000 / (dose * left)
        return factor.isFinite && factor > 0 ? factor : nil
    }

    private static func fractionLeft(_ facts: Facts) -> Double? {
        if facts.decayCorrection == "ADMIN" { return 1 }
        guard facts.decayCorrection == "START", let halfLife = facts.halfLifeSeconds, halfLife > 0,
            let injection = seconds(facts.injection), let series = seconds(facts.series)
        else { return nil }
        // An injection before midnight belongs to the day before.
        let passed = series >= injection ? series - injection : series - injection + 86_400
        return exp2(-passed / halfLife)
    }

    /// Seconds since midnight of a DICOM time.
    static func seconds(_ time: String) -> Double? {
        let digits = time.utf8.prefix(6).compactMap { (48...57).contains($0) ? Int($0) - 48 : nil }
        guard digits.count == 6 else { return nil }
        let fraction = Double("0" + time.dropFirst(6)) ?? 0
        let hours = digits[0] * 10 + digits[1]
        let minutes = digits[2] * 10 + digits[3]
        let whole = digits[4] * 10 + digits[5]
        guard hours < 24, minutes < 60, whole < 61, (0..<1).contains(fraction) else { return nil }
        return Double(hours * 3600 + minutes * 60 + whole) + fraction
    }
}

extension UptakeFactor.Facts {
    /// Reads the facts of an opened file.
    init(_ elements: ElementReader) {
        let drug = cdcmtk_place(frame: -1, sequence: 0x0054_0016, item: 0)
        units = elements.code(0x0054_1001)
        decayCorrection = elements.code(0x0054_1102)
        weightKG = elements.number(0x0010_1030)
        doseBQ = elements.number(0x0018_1074, at: drug)
        halfLifeSeconds = elements.number(0x0018_1075, at: drug)
        injection = elements.code(0x0018_1072, at: drug)
        series = elements.code(0x0008_0031)
        if injection.isEmpty {
            injection = String(elements.code(0x0018_1078, at: drug).dropFirst(8))
        }
    }
}
