import TestSupport
import Imaging

/// Pictures of different character.
enum TestPicture {
    enum Kind: CaseIterable {
        case noise, ramp, flat, blocks, fewGreys, smoothNoise
    }

    static func make(
        _ kind: Kind, width: Int, height: Int, _ random: inout SplitMix
    ) -> GreyImage {
        var image = GreyImage(width: width, height: height)
        let flat = UInt8.random(in: 0...255, using: &random)
        var last = 128
        for row in 0..<height {
            for column in 0..<width {
                switch kind {
                case .noise: image[column, row] = .random(in: 0...255, using: &random)
                case .ramp: image[column, row] = UInt8((column + row) * 255 / (width + height))
                case .flat: image[column, row] = flat
                case .blocks: image[column, row] = (column / 5 + row / 7) % 2 == 0 ? 20 : 220
                case .fewGreys: image[column, row] = 85 * .random(in: 0...3, using: &random)
                case .smoothNoise:
                    last = min(max(last + .random(in: -9...9, using: &random), 0), 255)
                    image[column, row] = UInt8(last)
                }
            }
        }
        return image
    }
}
