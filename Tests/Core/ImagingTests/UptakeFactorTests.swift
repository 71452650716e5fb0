import Imaging
import Testing

@Suite struct UptakeFactorTests {
    private var facts: UptakeFacts {
        var facts = UptakeFacts()
        facts.units = "BQML"
        facts.corrections = ["DECY", "ATTN", "SCAT"]
        facts.decayCorrection = "START"
        facts.weightKG = 70
        facts.doseBQ = 370e6
        facts.halfLifeSeconds = 6586.2
        facts.injectionTime = "101500.00"
        facts.seriesDate = "20240229"
        facts.seriesTime = "111500"
        facts.acquisitionDate = "20240229"
        facts.acquisitionTime = "111502.5"
        return facts
    }

    private func factor(_ change: (inout UptakeFacts) -> Void = { _ in }) throws(UptakeError)
        -> Double
    {
        var changed = facts
        change(&changed)
        return try UptakeFactor(changed).gramsPerMillilitre
    }

    @Test func `370 MBq an hour before in 70 kg are the published uptake`() throws {
        let left = UptakeFactor.decayedDoseBQ(370e6, seconds: 3600, halfLifeSeconds: 6586.2)

        #expect(abs(left - 253_314_180.24) < 0.01)
        #expect(abs(try factor() - 2.763_366_8e-4) < 1e-11)
        #expect(abs(20_000 * (try factor()) - 5.526_733_6) < 1e-7)
    }

    @Test func `312,4 MBq and 3725 s in 82,5 kg with a slope are the published uptake`() throws {
        let factor = try factor {
            $0.weightKG = 82.5
            $0.doseBQ = 312.4e6
            $0.seriesTime = "111705"
            $0.acquisitionTime = "111705"
        }

        #expect(abs(12_345 * 0.5 * factor - 2.412_456_6) < 1e-7)
    }

    @Test func `an injection before midnight belongs to the day before`() throws {
        let late = try factor {
            $0.injectionTime = "234500"
            $0.seriesTime = "004500"
            $0.acquisitionTime = "004500"
        }
        let dated = try factor {
            $0.injectionDateTime = "20240228234500.000"
            $0.injectionTime = ""
            $0.seriesTime = "004500"
            $0.acquisitionTime = "004500"
        }

        #expect(abs(late - (try factor())) < 1e-15)
        #expect(abs(dated - (try factor())) < 1e-15)
    }

    @Test func `a date and time counts over the end of February and drops its offset`() throws {
        let march = try factor {
            $0.injectionDateTime = "20240229234500+0100"
            $0.seriesDate = "20240301"
            $0.seriesTime = "004500"
            $0.acquisitionDate = "20240301"
            $0.acquisitionTime = "004501"
        }

        #expect(abs(march - (try factor())) < 1e-15)
    }

    @Test func `a dose corrected to the injection does not decay`() throws {
        #expect(try factor { $0.decayCorrection = "ADMIN" } == 70_000 / 370e6)
    }

    @Test func `a series made later takes the time of the scan from GE, or is refused`() throws {
        let later: (inout UptakeFacts) -> Void = { $0.seriesTime = "180000" }

        #expect(throws: UptakeError.seriesAfterAcquisition) { try factor(later) }
        let known = try factor {
            later(&$0)
            $0.privateScanDateTime = "20240229111500.00"
        }
        #expect(abs(known - (try factor())) < 1e-15)
    }

    @Test func `counts need a factor of their maker`() throws {
        #expect(throws: UptakeError.missing(.philipsFactor)) {
            try factor { $0.units = "CNTS" }
        }
        let uptake = try factor {
            $0.units = "CNTS"
            $0.privateUptakeScale = 0.000_551
        }
        let activity = try factor {
            $0.units = "CNTS"
            $0.privateUptakeScale = 0
            $0.privateActivityScale = 2.5
        }
        #expect(uptake == 0.000_551)
        #expect(abs(activity - (try factor()) * 2.5) < 1e-15)
    }

    @Test func `values in grams per millilitre are taken as they are`() throws {
        #expect(
            try factor {
                $0 = UptakeFacts(); $0.units = "GML"
            } == 1)
    }

    @Test func `nothing is guessed when something is missing or does not fit`() {
        let wrong: [((inout UptakeFacts) -> Void, UptakeError)] = [
            ({ $0.weightKG = nil }, .missing(.weight)), ({ $0.weightKG = 0 }, .missing(.weight)),
            ({ $0.weightKG = .nan }, .missing(.weight)), ({ $0.doseBQ = nil }, .missing(.dose)),
            ({ $0.doseBQ = 0 }, .missing(.dose)),
            ({ $0.halfLifeSeconds = nil }, .missing(.halfLife)),
            ({ $0.halfLifeSeconds = 0 }, .missing(.halfLife)),
            ({ $0.injectionTime = "" }, .missing(.injection)),
            ({ $0.injectionTime = "250000" }, .missing(.injection)),
            ({ $0.seriesDate = "" }, .missing(.scan)),
            ({ $0.seriesTime = "11150" }, .missing(.scan)),
            ({ $0.seriesDate = "20241301" }, .missing(.scan)),
            ({ $0.acquisitionTime = "" }, .missing(.acquisition)),
            ({ $0.corrections = ["DECY"] }, .notCorrected(.attenuation)),
            ({ $0.corrections = ["ATTN"] }, .notCorrected(.decay)),
            ({ $0.decayCorrection = "NONE" }, .unknownDecayCorrection("NONE")),
            ({ $0.units = "PROPCNTS" }, .unknownUnits("PROPCNTS")),
            ({ $0.units = "" }, .unknownUnits("")), ({ $0.intercept = -3 }, .intercept(-3)),
            ({ $0.injectionDateTime = "20240229121500" }, .injectionAfterScan),
        ]
        for (change, error) in wrong {
            #expect(throws: error) { try factor(change) }
            #expect(error.description.hasPrefix("Standardised uptake values are not computed: "))
        }
    }
}
