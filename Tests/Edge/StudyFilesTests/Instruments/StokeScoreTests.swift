import Foundation
import Instruments
import ReaderStudies
import StudyFiles
import Testing

/// A form that comes with no program, added as CONTRIBUTING.md says: one file, no rebuild.
@Suite struct StokeScoreTests {
    private static let stoke = """
        id: stoke-modified
        version: 1.0.0
        title: Modified Stoke score of the cervical spine, example

        sources:
          - "Creemers et al., Ann Rheum Dis 2005;64:127-129: corners of the vertebrae, 0 to 3"
        review:
          - An example of how a form is added; levels and wording have to be compared with the paper.
        arms:
          radiograph: {shows: [], window: auto, mayBeShown: Lateral radiographs, hidden: All else}
        reference: The mean of two readers.

        sites:
          level:
            label: level
            columns: [spine]
            rows: [C2, C3, C4]
            members:
              C2: {label: C2, row: 1, column: 1}
              C3: {label: C3, row: 2, column: 1}
              C4: {label: C4, row: 3, column: 1}
          corner:
            label: corner
            columns: [low, up]
            rows: [corner]
            members:
              lower: {label: lower corner, row: 1, column: 1}
              upper: {label: upper corner, row: 1, column: 2}
          levelCorner:
            label: corner of a level
            each: [level, corner]

        items:
          - id: grade
            label: grade
            appliesTo: levelCorner
            type: codes
            layout: grid
            values: {"0": normal, "1": erosion or sclerosis or squaring, "2": syndesmophyte, "3": bridge}
            keys: "0123"
            required: yes

        derived:
          - {id: total, label: total, visibility: afterSigning, is: "sum(levelCorner, score(grade))"}
        """

    @Test func `a form put beside a study, or in the user's folder, is found by name`() throws {
        let folder = FileManager.default.temporaryDirectory.appending(path: "stoke-\(UUID())")
        defer { try? FileManager.default.removeItem(at: folder) }
        for place in ["study/instruments", "data/readingroom/instruments"] {
            let home = folder.appending(path: place)
            try FileManager.default.createDirectory(at: home, withIntermediateDirectories: true)
            let file = home.appending(path: "stoke-modified.yaml")
            try Data(Self.stoke.utf8).write(to: file)
            let library = InstrumentLibrary(
                folders: InstrumentLibrary.standardFolders(
                    study: folder.appending(path: "study"),
                    environment: ["XDG_DATA_HOME": folder.appending(path: "data").path],
                    bundled: Shipped.library.folders[0]))

            #expect(try library.load(named: "stoke-modified").title.hasPrefix("Modified Stoke"))
            #expect(library.names.contains("stoke-modified") && library.names.contains("vga"))
            try FileManager.default.removeItem(at: file)
        }
    }

    @Test func `it is sound, fits the schema, is read and adds up`() throws {
        let instrument = try InstrumentText.instrument(Self.stoke)
        let cells = ["C2-lower": "1", "C2-upper": "0", "C3-lower": "2", "C3-upper": "3"]
            .merging(["C4-lower": "0", "C4-upper": "0"]) { $1 }
            .map { FilledRead.Cell(ItemKey(SiteID($0.key), "grade"), $0.value) }

        let read = FilledRead(instrument, shows: [], cells: cells)

        #expect(read.refusals.isEmpty && read.form.isComplete)
        #expect(read.form.derived("total") == .value(.number(6)))
        #expect(instrument.advice.isEmpty)
        #expect(
            try SchemaCheck().mistakes(in: YAMLValue.parse(Self.stoke, file: "stoke.yaml")) == [])
    }
}
