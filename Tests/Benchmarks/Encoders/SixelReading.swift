import CPeers
import Glibc
import Imaging

/// A sixel picture read back by libsixel, which shows p per cent as (255 p + 50) / 100.
struct SixelReading {
    let width: Int
    let height: Int
    /// Red, green and blue of each pixel.
    let colors: [UInt8]

    /// `nil` when libsixel cannot read it.
    init?(_ bytes: [UInt8]) {
        var (width, height) = (Int32(0), Int32(0))
        var colors = [UInt8](repeating: 0, count: 2048 * 2048 * 3)
        guard
            cpeers_sixel_decode(bytes, bytes.count, &colors, colors.count, &width, &height) == 0
        else { return nil }
        (self.width, self.height) = (Int(width), Int(height))
        self.colors = Array(colors[..<(3 * self.width * self.height)])
    }

    /// Peak signal to noise ratio in dB against a picture, over the rows that both have.
    func ratio(to image: GreyImage) -> Double {
        let rows = min(height, image.height)
        guard width == image.width, rows > 0 else { return 0 }
        var sum = 0
        for index in 0..<3 * width * rows {
            let error = Int(colors[index]) - Int(image.pixels[index / 3])
            sum += error * error
        }
        return 10 * log10(255 * 255 * Double(3 * width * rows) / Double(max(sum, 1)))
    }
}
