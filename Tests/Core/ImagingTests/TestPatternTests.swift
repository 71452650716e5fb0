import Imaging
import TestSupport
import Testing

@Suite struct TestPatternTests {
    private let large = TestPattern(width: 780, height: 361)

    @Test func `the steps are 18 greys in order, each with a patch above and one below`() {
        let image = TestPattern(width: 180, height: 8).image(.steps)

        for (index, level) in TestPattern.steps.enumerated() {
            let left = index * 10
            #expect(image[left, 0] == UInt8(level))
            #expect(Int(image[left + 2, 4]) == min(255, level + 3))
            #expect(Int(image[left + 7, 4]) == max(0, level - 3))
        }
        #expect(TestPattern.steps.count == 18 && TestPattern.steps.last == 255)
    }

    @Test func `5 per cent lies in black and 95 per cent in white`() {
        let image = large.image(.extremes)
        #expect(image[1, 1] == 0 && image[195, 180] == 13)
        #expect(image[778, 1] == 255 && image[585, 180] == 242)
        #expect(Set(image.pixels) == [0, 13, 242, 255])
    }

    @Test func `the ramp rises by single levels where there are columns enough`() {
        let image = large.image(.ramp)
        let row = (0..<image.width).map { Int(image[$0, 100]) }
        #expect(row.first == 0 && row.last == 255)
        #expect(zip(row, row.dropFirst()).allSatisfy { (0...1).contains($1 - $0) })
        #expect(Set(row).count == 256)
    }

    @Test func `lines are pairs of black and white, upright above and level below`() {
        let image = large.image(.lines)
        for (field, pixels) in [(0, 1), (1, 2), (2, 4)] {
            let x = field * 260 + 130
            let row = (0..<pixels * 4).map { image[x + $0, 90] }
            #expect(Set(row) == [0, 255])
            #expect(row.count { $0 == 0 } == row.count / 2)
            #expect((0..<40).allSatisfy { image[x, 60 + $0] == image[x, 60] })
            let column = (0..<pixels * 4).map { image[x, 270 + $0] }
            #expect(column.count { $0 == 0 } == column.count / 2)
        }
    }

    @Test(arguments: [(78, 38, 1.0), (780, 361, 1.0), (78, 19, 2.0)])
    func `the circle is as high as it is wide on the screen`(
        _ width: Int, _ height: Int, _ aspect: Double
    ) {
        let image = TestPattern(width: width, height: height, pixelAspect: aspect).image(.circle)

        let columns = (0..<width).filter { x in (0..<height).contains { image[x, $0] == 255 } }
        let rows = (0..<height).filter { y in (0..<width).contains { image[$0, y] == 255 } }

        let across = Double(columns.count)
        let down = Double(rows.count) * aspect
        #expect(abs(across - down) <= max(1, aspect) * 1.5, "\(across) × \(down)")
    }

    @Test func `letters have three sizes, and those without room are left out`() {
        #expect([.smallText, .mediumText, .largeText].allSatisfy(large.fits))
        let low = TestPattern(width: 78, height: 19, pixelAspect: 2)
        #expect(low.fits(.smallText) && low.fits(.mediumText) && !low.fits(.largeText))
        #expect(!TestPattern(width: 10, height: 6).fits(.smallText))
        #expect(Set(low.image(.text).pixels) == [64, 255])
        #expect(Set(TestPattern(width: 10, height: 6).image(.text).pixels) == [64])
    }

    @Test func `the whole pattern holds every grey of its parts`() {
        let greys = Set(large.image(.whole).pixels)
        #expect(greys.count == 256)
    }

    @Test(arguments: PatternPage.allCases)
    func `every page can be drawn in any size`(_ page: PatternPage) {
        for size in [(1, 1), (2, 9), (17, 3), (78, 38), (301, 207)] {
            let image = TestPattern(width: size.0, height: size.1).image(page)
            #expect(image.width == size.0 && image.height == size.1)
        }
    }

    @Test(arguments: PatternPage.allCases)
    func `the greys of a page stay as they are`(_ page: PatternPage) {
        let image = TestPattern(width: 72, height: 36).image(page)
        let rows = (0..<image.height).map { row in
            (0..<image.width).map { column in hexadecimal(image[column, row]) }.joined()
        }
        expectGolden(rows.joined(separator: "\n"), named: "pattern-\(page.rawValue)")
    }

    private func hexadecimal(_ grey: UInt8) -> String {
        (grey < 16 ? "0" : "") + String(grey, radix: 16)
    }
}
