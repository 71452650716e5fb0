import Glibc
import Imaging
import TerminalGraphics

/// What a picture loses to the 101 greys that sixel has, however they are chosen.
///
/// A register's red, green and blue are each a whole number of per cent, so neutral registers have 101 levels. The
/// least squared error of a pixel is that of the level nearest to its grey; no encoder without tints or dithering
/// does better than the sum of those.
enum GreyLoss {
    /// The best peak signal to noise ratio in dB, by the rounding of libsixel.
    static func best(_ image: GreyImage) -> Double {
        let levels = (0...100).map { SixelRounding.round.level($0) }
        let errors = (0...255).map { grey in
            levels.reduce(Int.max) { min($0, ($1 - grey) * ($1 - grey)) }
        }
        let sum = image.pixels.reduce(0) { $0 + errors[Int($1)] }
        return 10 * log10(255 * 255 * Double(image.pixels.count) / Double(max(sum, 1)))
    }
}
