import Imaging
import Testing

@testable import ImageFiles

private func headers(_ files: [[UInt8]]) throws -> [ImageFileHeader] {
    try files.map { try DICOMFile(bytes: $0).header }
}

/// A series of six slices, 3 mm apart from z = 30 mm, after `change`.
private func grouping(_ change: (inout DICOMSeries) -> Void = { _ in }) throws -> SeriesGrouping {
    var series = SmallSeries.series(slices: 6)
    change(&series)
    return SeriesGrouping(try headers(DICOMWriter.files(series)))
}

@Test func `slices are sorted along the normal whatever their order in the folder`() throws {
    let grouping = try grouping { $0.slices.reverse() }

    let stack = try #require(grouping.series.first?.stacks.first)

    #expect(stack.frames.map(\.file) == [5, 4, 3, 2, 1, 0])
    #expect(stack.geometry?.positions.map(\.z) == [30, 33, 36, 39, 42, 45])
    #expect(stack.spacingMM == 3)
    #expect(stack.units == "HU")
    #expect(grouping.series[0].allIssues.isEmpty)
}

@Test func `a missing slice is named by number and millimetre`() throws {
    let grouping = try grouping { $0.slices.remove(at: 2) }

    let issues = grouping.series[0].allIssues.map(\.description)

    #expect(
        issues == [
            "Slice 3 of 6 is missing between z = 33 mm and z = 39 mm. Re-export the series."
        ])
}

@Test func `two missing slices in a row are one issue`() throws {
    let grouping = try grouping { $0.slices.removeSubrange(2...3) }

    let issues = grouping.series[0].allIssues.map(\.description)

    #expect(
        issues == [
            "Slices 3 to 4 of 6 are missing between z = 33 mm and z = 42 mm. Re-export the series."
        ])
}

@Test func `a slice that is there twice is named and dropped`() throws {
    let grouping = try grouping { series in
        series.slices[4].position = series.slices[3].position
        series.slices.append(series.slices[5])
        series.slices[6].position.z = 42
        series.slices[6].instanceUID += ".1"
    }

    let issues = grouping.series[0].allIssues.map(\.description)

    #expect(
        issues == [
            "Slice 4 of 6 at z = 39 mm is there twice; the first is used. Re-export the series."
        ])
    #expect(grouping.series[0].stacks[0].frames.count == 6)
}

@Test func `the same file given twice is used once`() throws {
    let files = try DICOMWriter.files(SmallSeries.series(slices: 3))

    let series = SeriesGrouping(try headers(files + [files[1]])).series[0]

    #expect(series.allIssues == [.sameFileTwice])
    #expect(series.stacks[0].frames.count == 3)
}

@Test func `a slice in another plane is named`() throws {
    var series = SmallSeries.series(slices: 6)
    var files = try DICOMWriter.files(series)
    series.columnDirection = Vector3(0, 0, -1)
    files[2] = try DICOMWriter.file(series, slice: 2)

    let grouped = SeriesGrouping(try headers(files)).series[0]

    #expect(grouped.stacks.map(\.frames.count) == [5, 1])
    #expect(
        grouped.issues.map(\.description) == [
            "Slice 3 of 6 at y = -9 mm lies in another plane than the others. Re-export the series."
        ])
}

@Test func `a localizer of several planes becomes several stacks`() throws {
    var series = SmallSeries.series(slices: 4)
    var files = try DICOMWriter.files(series)
    series.columnDirection = Vector3(0, 0, -1)
    files[2] = try DICOMWriter.file(series, slice: 2)
    files[3] = try DICOMWriter.file(series, slice: 3)

    let grouped = SeriesGrouping(try headers(files)).series[0]

    #expect(grouped.stacks.count == 2)
    #expect(grouped.issues == [.severalOrientations(count: 2)])
}

@Test func `a slice of another size is named`() throws {
    var series = SmallSeries.series(slices: 6)
    var files = try DICOMWriter.files(series)
    series.rows = 16
    series.slices[4].samples = .uint16(Array(repeating: 7, count: 16 * SmallSeries.columns))
    files[4] = try DICOMWriter.file(series, slice: 4)

    let grouped = SeriesGrouping(try headers(files)).series[0]

    #expect(grouped.stacks.map(\.frames.count) == [5, 1])
    #expect(
        grouped.issues.map(\.description) == [
            "Slice 5 of 6 at z = 42 mm has 32 × 16 pixels or a spacing unlike the others. "
                + "Re-export the series."
        ])
}

@Test func `uneven distances are told from missing slices`() throws {
    let grouping = try grouping { $0.slices[5].position.z = 46.2 }

    let issues = grouping.series[0].allIssues.map(\.description)

    #expect(
        issues == [
            "The distance of slices varies from 3 mm to 4.2 mm. "
                + "Check the series for missing slices."
        ])
}

@Test func `a tilted gantry is told`() throws {
    let grouping = try grouping { series in
        for index in series.slices.indices { series.slices[index].position.y += Double(index) }
    }

    #expect(grouping.series[0].allIssues == [.sheared(perSliceMM: 1)])
}

@Test func `zero pixel spacing leaves the stack without a geometry`() throws {
    let files = try DICOMWriter.files(SmallSeries.series(slices: 2)).map {
        replaced("0.75\\0.5", by: "0.00\\0.0", in: $0)
    }

    let stack = SeriesGrouping(try headers(files)).series[0].stacks[0]

    #expect(stack.geometry == nil)
    #expect(stack.issues == [.noPixelSpacing])
    #expect(stack.issues.first?.isFatal == true)
}

@Test func `two patients in one case are told`() throws {
    var other = SmallSeries.series(slices: 1)
    other.patient.id = "EX-2"
    other.series.uid += ".2"
    let files = try DICOMWriter.files(SmallSeries.series(slices: 1)) + DICOMWriter.files(other)

    let grouping = SeriesGrouping(try headers(files))

    #expect(grouping.series.count == 2)
    #expect(grouping.issues == [.severalPatients(count: 2)])
}

@Test func `the same places at several times become one stack a time`() throws {
    var series = SmallSeries.series(slices: 6)
    for index in 3..<6 { series.slices[index].position.z -= 9 }

    let grouped = SeriesGrouping(try headers(DICOMWriter.files(series))).series[0]

    #expect(grouped.stacks.map { $0.frames.map(\.file) } == [[0, 1, 2], [3, 4, 5]])
    #expect(grouped.allIssues == [.repeated(times: 2)])
}

@Test func `an enhanced multi-frame object becomes one stack`() throws {
    var series = SmallSeries.series(
        slices: 5, technique: .mr(echoTimeMS: 20, repetitionTimeMS: 500, scanningSequence: "SE"))
    series.slices[3].attributes.slope = 2.5

    let file = try DICOMWriter.enhancedFile(series)
    let stack = SeriesGrouping(try headers([file])).series[0].stacks[0]

    #expect(stack.frames.map(\.frame) == [0, 1, 2, 3, 4])
    #expect(stack.geometry?.positions == series.slices.map(\.position))
    #expect(stack.slices.map(\.slope) == [1, 1, 1, 2.5, 1])
    #expect(stack.slices[0].windows == [VOIWindow(center: 40, width: 400)])
}

@Test func `positions can be told from any origin`() throws {
    let grouping = try grouping()

    let geometry = grouping.series[0].stacks[0].geometry(relativeTo: Vector3(-8, -9, 30))

    #expect(geometry?.positions.first == Vector3(0, 0, 0))
    #expect(geometry?.positions.last == Vector3(0, 0, 15))
}
