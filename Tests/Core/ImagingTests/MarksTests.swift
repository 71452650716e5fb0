import Imaging
import Testing

@Suite struct MarksTests {
    /// The picture as text: black `#`, white `o`, untouched grey `.`.
    private func text(_ image: GreyImage) -> [String] {
        (0..<image.height).map { row in
            String(
                (0..<image.width).map { column -> Character in
                    switch image[column, row] {
                    case 0: "#"
                    case 255: "o"
                    default: "."
                    }
                })
        }
    }

    @Test func `a cross is white with a black edge and leaves its middle free`() {
        var image = GreyImage(width: 13, height: 13, grey: 128)

        image.drawCross(x: 6, y: 6, arm: 4, gap: 2)

        #expect(
            text(image) == [
                ".............",
                ".....###.....",
                ".....#o#.....",
                ".....#o#.....",
                ".....###.....",
                ".####...####.",
                ".#oo#...#oo#.",
                ".####...####.",
                ".....###.....",
                ".....#o#.....",
                ".....#o#.....",
                ".....###.....",
                ".............",
            ])
    }

    @Test func `parts outside the picture are left out`() {
        var image = GreyImage(width: 4, height: 4, grey: 128)

        image.drawCross(x: 0, y: 0, arm: 3, gap: 0)

        #expect(text(image) == ["#ooo", "o###", "o#..", "o#.."])
    }

    @Test func `a thicker cross has thicker arms`() {
        var image = GreyImage(width: 21, height: 21, grey: 128)

        image.drawCross(x: 10, y: 10, arm: 7, gap: 3, thickness: 3)

        #expect((9...11).allSatisfy { image[10 + 5, $0] == 255 && image[$0, 10 - 5] == 255 })
        #expect(image[15, 8] == 0 && image[15, 12] == 0 && image[10, 10] == 128)
    }
}
