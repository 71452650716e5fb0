import Imaging
import Testing

@Suite struct WindowChoiceTests {
    private let lung = VOIWindow(center: -600, width: 1500)
    private let table = LookupTable(firstInput: 0, bits: 8, entries: [0, 255])

    private func voi(
        _ choice: WindowChoice, windows: [VOIWindow] = [], table: LookupTable? = nil,
        modality: Modality = .magneticResonance
    ) -> VOI {
        let volume = TestGeometry.volume(
            [0, 1000], slices: [SliceAttributes(windows: windows, voiTable: table)],
            modality: modality)
        return volume.voi(choice, slice: 0) { volume.sampledStatistics() }
    }

    @Test(arguments: [
        ("auto", WindowChoice.automatic), ("percentile", .percentiles),
        ("2000/500", .window(VOIWindow(center: 500, width: 2000))),
        ("1500/-600", .window(VOIWindow(center: -600, width: 1500))),
    ])
    func `choices are read from text`(text: String, choice: WindowChoice) {
        #expect(WindowChoice(text) == choice)
    }

    @Test func `each preset is a choice by its name`() {
        for preset in WindowPreset.all {
            #expect(WindowChoice(preset.name) == .preset(preset))
            #expect(voi(.preset(preset)) == .window(preset.window))
        }
    }

    @Test(arguments: ["", "bones", "2000", "2000/", "/500", "0/40", "-5/40", "nan/40", "1/2/3"])
    func `other text is no choice`(text: String) {
        #expect(WindowChoice(text) == nil)
    }

    @Test func `presets have the widths and centres that readers expect`() {
        let expected = [
            "soft-tissue": (400, 40), "lung": (1500, -600), "liver": (150, 90),
            "bone": (2500, 480), "brain": (80, 40), "mediastinum": (350, 50),
            "sij-bone": (2000, 500),
        ]
        #expect(WindowPreset.all.count == expected.count)
        for preset in WindowPreset.all {
            #expect(preset.window.width == Double(expected[preset.name]?.0 ?? 0))
            #expect(preset.window.center == Double(expected[preset.name]?.1 ?? 0))
        }
    }

    @Test func `automatic takes the file's first usable window`() {
        let broken = VOIWindow(center: 0, width: 0)

        #expect(voi(.automatic, windows: [broken, lung], table: table) == .window(lung))
    }

    @Test func `automatic takes the file's table when there is no window`() {
        #expect(voi(.automatic, table: table) == .table(table))
    }

    @Test func `automatic takes soft tissue for CT and percentiles for the rest`() {
        #expect(
            voi(.automatic, modality: .computedTomography)
                == .window(VOIWindow(center: 40, width: 400)))
        #expect(voi(.automatic).window?.center == 500)
        #expect(voi(.percentiles, windows: [lung]).window?.center == 500)
    }

    @Test func `a window or table that the file lacks acts as automatic`() {
        #expect(voi(.file(0), windows: [lung]) == .window(lung))
        #expect(voi(.file(1), windows: [lung]) == .window(lung))
        #expect(voi(.fileTable, windows: [lung]) == .window(lung))
        #expect(voi(.fileTable, windows: [lung], table: table) == .table(table))
    }

    @Test func `a window by numbers is taken as it is`() {
        #expect(voi(.window(lung)) == .window(lung))
    }
}
