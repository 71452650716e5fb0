import Foundation
import ImageFiles
import Imaging
import Testing

@testable import Phantoms

struct SampleStudiesTests {
    /// One slice of one case of each study; the chest is that of the healthy participant, because
    /// how far an illness reaches is decided on all slices together.
    private static let probes = [
        Probe(study: 0, caseID: "C03", slice: 6), Probe(study: 1, caseID: "C01", slice: 13),
        Probe(study: 2, caseID: "C02", slice: 9), Probe(study: 3, caseID: "C02", slice: 6),
        Probe(study: 4, caseID: "C01", slice: 5), Probe(study: 5, caseID: "C01", slice: 8),
        Probe(study: 6, caseID: "C01", slice: 7), Probe(study: 7, caseID: "C01", slice: 3),
    ]

    struct Probe: Sendable {
        let study: Int
        let caseID: String
        let slice: Int
    }

    @Test(arguments: probes)
    func `a slice drawn again is the committed one within one unit`(probe: Probe) throws {
        let study = SampleStudies.all[probe.study]

        let drawn = try #require(study.draw(probe.caseID, slices: [probe.slice]))

        for series in drawn.series {
            let committed = try CommittedSeries(
                study: study.name, caseID: probe.caseID, series: series, frames: [probe.slice])
            Self.expectEqual(series, committed)
        }
        #expect(
            drawn.truth.map(\.line)
                == (try SampleFolder.truth(study: study.name, caseID: probe.caseID)))
    }

    @Test(
        .enabled(if: ProcessInfo.processInfo.environment["READINGROOM_ALL_SAMPLES"] != nil),
        arguments: SampleStudies.all.indices)
    func `a study drawn again is the committed one within one unit`(number: Int) throws {
        let study = SampleStudies.all[number]

        for caseID in study.caseIDs {
            let drawn = try #require(study.draw(caseID, slices: nil))
            for series in drawn.series {
                let committed = try CommittedSeries(
                    study: study.name, caseID: caseID, series: series,
                    frames: Array(0..<series.geometry.slices))
                Self.expectEqual(series, committed)
            }
            #expect(
                drawn.truth.map(\.line)
                    == (try SampleFolder.truth(study: study.name, caseID: caseID)))
        }
    }

    @Test(arguments: SampleStudies.all.indices)
    func `the committed study file is the one that the study has`(number: Int) throws {
        let study = SampleStudies.all[number]

        let file = SampleFolder.root.appending(path: study.name).appending(path: "study.yaml")

        #expect(try String(contentsOf: file, encoding: .utf8) == study.studyFile)
    }

    @Test func `half of one lung is ill in the case on the border, and not more`() throws {
        let study = CovidSample()

        let truth = try SampleFolder.truth(study: study.name, caseID: "C01")

        #expect(truth.contains("C01,lung-R,pct,50.000,%"))
        #expect(truth.contains("C01,exam,category_reader,CT-2,"))
    }

    @Test func `all samples together take at most 15 MB`() throws {
        let files = FileManager.default.enumerator(
            at: SampleFolder.root, includingPropertiesForKeys: [.fileSizeKey])

        var bytes = 0
        while let file = files?.nextObject() as? URL {
            bytes += try file.resourceValues(forKeys: [.fileSizeKey]).fileSize ?? 0
        }

        #expect(bytes > 1_000_000)
        #expect(bytes <= 15_000_000)
    }

    @Test func `every study has the invented identity that an import must take away`() throws {
        for probe in Self.probes {
            let study = SampleStudies.all[probe.study]
            let drawn = try #require(study.draw(probe.caseID, slices: []))
            let series = try #require(drawn.series.first)

            let committed = try CommittedSeries(
                study: study.name, caseID: probe.caseID, series: series, frames: [0])

            let facts = try #require(committed.facts.first)
            #expect(facts.patientName.hasPrefix("Sample^"))
            #expect(facts.birthDate.count == 8)
            #expect(facts.seriesDescription == series.description)
        }
    }

    @Test func `PET injected before midnight and scanned after it has the uptake of section 10.6`()
        throws
    {
        let study = UptakeSample.study
        let bytes = try [1, 2].map { number in
            try [UInt8](
                Data(
                    contentsOf: SampleFolder.root.appending(
                        path: "pet-suv/cases/C0\(number)/PET-AC/09.dcm")))
        }
        let drawn = try #require(study.draw("C01", slices: [8])?.series.first)

        let factor = try #require(try DICOMFile(bytes: bytes[0]).header.uptakeFactor)
        let highest = Double(drawn.samples.max() ?? 0) * drawn.picture.slope

        #expect(highest == 20_000)
        #expect(abs(highest * factor - 5.526_733_6) < 1e-6)
        #expect(try DICOMFile(bytes: bytes[1]).header.uptakeFactor == nil)
    }

    @Test func `no series but PET has to be looked at before readers may see it`() throws {
        for folder in try SampleFolder.series() {
            let names = try FileManager.default.contentsOfDirectory(atPath: folder.path).sorted()
            let first = folder.appending(path: try #require(names.first))

            let header = try DICOMFile(bytes: [UInt8](Data(contentsOf: first))).header

            let isPET = header.facts.modality == "PT"
            #expect((BurnedInText.hint(in: header) == nil) != isPET, "\(folder.path)")
        }
    }

    @Test func `a case that does not exist cannot be drawn`() {
        #expect(SampleStudies.all.allSatisfy { $0.draw("C99", slices: []) == nil })
    }

    /// Same places to a ten-thousandth of a millimetre, same pixels to one unit.
    private static func expectEqual(_ series: PhantomSeries, _ committed: CommittedSeries) {
        let geometry = series.geometry
        #expect(committed.planes.count == geometry.slices)
        #expect(abs((committed.columnSpacingMM ?? 0) - geometry.columnSpacingMM) < 1e-6)
        for (plane, position) in zip(committed.planes, geometry.positions) {
            #expect((plane.position - position).length < 1e-4)
            #expect((plane.rowDirection - geometry.rowDirection).length < 1e-5)
            #expect((plane.columnDirection - geometry.columnDirection).length < 1e-5)
        }
        let pixels = committed.frames.joined()
        #expect(pixels.count == series.samples.count)
        let worst = zip(pixels, series.samples).map { abs(Int($0) - Int($1)) }.max() ?? 0
        #expect(worst <= 1, "\(series.description) differs by \(worst)")
    }
}
