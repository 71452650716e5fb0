import TestSupport
import Testing

@testable import Imaging

/// Previews: fewer pixels, more pixels, parts.
@Suite struct ReducingTests {
    private let small = GreyImage(width: 3, height: 2, pixels: [0, 10, 20, 100, 110, 121])

    private func random(_ random: inout SplitMix) -> GreyImage {
        let (width, height) = (
            Int.random(in: 1...40, using: &random), Int.random(in: 1...40, using: &random)
        )
        let pixels = (0..<width * height).map { _ in UInt8.random(in: 0...255, using: &random) }
        return GreyImage(width: width, height: height, pixels: pixels)
    }

    @Test func `a reduced pixel is the rounded mean of those it stands for`() {
        #expect(small.reduced(width: 1, height: 1).pixels == [60])
        #expect(small.reduced(width: 3, height: 1).pixels == [50, 60, 71])
        #expect(small.reduced(width: 1, height: 2).pixels == [10, 110])
        // Of three columns the first new pixel has one, the second two.
        #expect(small.reduced(width: 2, height: 2).pixels == [0, 15, 100, 116])
        #expect(small.reduced(width: 3, height: 2) == small)
    }

    @Test func `reduced pixels share the picture among them`() {
        var generator = SplitMix(seed: 71)
        for _ in 0..<100 {
            let image = random(&generator)
            let width = Int.random(in: 1...image.width, using: &generator)
            let height = Int.random(in: 1...image.height, using: &generator)

            let reduced = image.reduced(width: width, height: height)

            for y in 0..<height {
                for x in 0..<width {
                    // Edges between new pixels are rounded down to whole old ones.
                    let columns = x * image.width / width..<(x + 1) * image.width / width
                    let rows = y * image.height / height..<(y + 1) * image.height / height
                    let members = rows.flatMap { row in columns.map { Double(image[$0, row]) } }
                    let mean = members.reduce(0, +) / Double(members.count)
                    #expect(abs(Double(reduced[x, y]) - mean) <= 0.5)
                }
            }
        }
    }

    @Test func `an enlarged pixel is the one that it lies in`() {
        #expect(
            small.enlarged(width: 6, height: 2).pixels
                == [0, 0, 10, 10, 20, 20, 100, 100, 110, 110, 121, 121])
        #expect(
            small.enlarged(width: 4, height: 3).pixels
                == [0, 0, 10, 20, 0, 0, 10, 20, 100, 100, 110, 121])
        #expect(small.enlarged(width: 3, height: 2) == small)
    }

    @Test func `what was enlarged by whole numbers is reduced to what it was`() {
        var generator = SplitMix(seed: 72)
        for _ in 0..<100 {
            let image = random(&generator)
            let (across, down) = (
                Int.random(in: 1...4, using: &generator), Int.random(in: 1...4, using: &generator)
            )

            let large = image.enlarged(width: image.width * across, height: image.height * down)

            #expect(large.reduced(width: image.width, height: image.height) == image)
        }
    }

    @Test func `a part has the picture's pixels`() {
        let part = small.part(x: 1, y: 0, width: 2, height: 2)

        #expect(part == GreyImage(width: 2, height: 2, pixels: [10, 20, 110, 121]))
        #expect(small.part(x: 0, y: 0, width: 3, height: 2) == small)
    }

    @Test(arguments: [
        (-2, -1, 4, 2, 2, 1, [0, 10] as [UInt8]), (2, 1, 9, 9, 1, 1, [121]),
        (3, 0, 2, 2, 0, 2, []), (0, 5, 3, 1, 3, 0, []), (-4, 0, 2, 1, 0, 1, []),
    ])
    func `a part is cut off at the picture's edges`(
        x: Int, y: Int, width: Int, height: Int, columns: Int, rows: Int, pixels: [UInt8]
    ) {
        let part = small.part(x: x, y: y, width: width, height: height)

        #expect(part == GreyImage(width: columns, height: rows, pixels: pixels))
    }
}
