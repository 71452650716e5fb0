import Imaging
import Testing

@testable import Phantoms

struct LesionTests {
    private static let grid: [Pneumonia.LungVoxel] = (0..<20_000).map { number in
        let (column, row, slice) = (number % 40, number / 40 % 25, number / 1000)
        let center = Vector3(Double(column) * 2, Double(row) * 3, Double(slice) * 6)
        return Pneumonia.LungVoxel(
            index: number, center: center, depthMM: Double(column), isLeft: false)
    }

    @Test(arguments: [1.0, 25, 50, 84])
    func `exactly the given percentage of the voxels is ill`(percent: Double) {
        let pneumonia = Pneumonia(seed: 2, extent: PneumoniaExtent(rightPercent: percent))

        let findings = pneumonia.findings(in: Self.grid, percent: percent)

        #expect(findings.count { $0.isIll } == Int(percent * 200))
    }

    @Test func `a lung on a border of two grades never lies above it`() {
        let pneumonia = Pneumonia(seed: 2, extent: PneumoniaExtent(rightPercent: 50))

        let findings = pneumonia.findings(in: Array(Self.grid.prefix(9_999)), percent: 50)

        #expect(findings.count { $0.isIll } == 4_999)
    }

    @Test func `the names of all quadrants lead back to them`() {
        let quadrants = SacroiliacQuadrant.all

        #expect(Set(quadrants.map(\.site)).count == 8)
        #expect(quadrants.allSatisfy { SacroiliacQuadrant(site: $0.site) == $0 })
        #expect(SacroiliacQuadrant(site: "R-IL-M") == nil)
    }

    @Test func `only susceptibility weighting shows the faint dot`() {
        let dot = CavernousMalformation(
            type: .susceptibilityOnly, center: Vector3(0, 0, 0), diameterMM: 3, location: "frontal")

        let gradientEcho = dot.signal(
            at: Vector3(0, 0, 0), bloomMM: 1.6, showsDots: true, showsFaintDots: false)
        let susceptibility = dot.signal(
            at: Vector3(0, 0, 0), bloomMM: 2.4, showsDots: true, showsFaintDots: true)

        #expect(gradientEcho == 1)
        #expect(susceptibility < 0.2)
    }

    @Test func `answers that the form skips are left out`() {
        let dot = CavernousMalformation(
            type: .four, center: Vector3(-24.04, 7.96, 0), diameterMM: 3, location: "frontal")

        let items = dot.answers.map(\.item)

        #expect(!items.contains("t2_rim"))
        #expect(dot.answers.first { $0.item == "x_mm" }?.value == "-24.0")
        #expect(dot.answers.first { $0.item == "y_mm" }?.value == "8.0")
    }
}
