/// The test pattern as greys: a pure function of a page and a size.
public struct TestPattern: Hashable, Sendable {
    /// Pixels from left to right.
    public let width: Int
    /// Pixels from top to bottom.
    public let height: Int
    /// Height of a pixel on the screen by its width.
    public let pixelAspect: Double

    /// Levels of the 18 steps.
    public static let steps = (0..<18).map { $0 * 15 }
    /// 1 % of 255, to the nearest level.
    public static let onePercent = 3
    /// 5 % of 255, to the nearest level.
    public static let fivePercent: UInt8 = 13
    /// 95 % of 255, to the nearest level.
    public static let ninetyFivePercent: UInt8 = 242
    /// Around lines, circle and letters.
    public static let surround: UInt8 = 64

    /// A pattern of `width × height` pixels, each count 1 or more.
    public init(width: Int, height: Int, pixelAspect: Double = 1) {
        precondition(
            width > 0 && height > 0 && pixelAspect > 0, "a pattern of \(width) × \(height)")
        self.width = width
        self.height = height
        self.pixelAspect = pixelAspect
    }

    /// The greys of a page.
    public func image(_ page: PatternPage) -> GreyImage {
        var image = GreyImage(width: width, height: height)
        draw(page, on: &image, in: PatternArea(x: 0, y: 0, width: width, height: height))
        return image
    }

    /// Whether a part has enough pixels to be drawn; letters and lines have a size of their own.
    public func fits(_ part: PatternPart) -> Bool {
        let area = PatternArea(x: 0, y: 0, width: width, height: height)
        switch part {
        case .lines1: return PatternLines(area).fits(pixels: 1)
        case .lines2: return PatternLines(area).fits(pixels: 2)
        case .lines4: return PatternLines(area).fits(pixels: 4)
        case .smallText: return PatternText(area).fits(scale: 1)
        case .mediumText: return PatternText(area).fits(scale: 2)
        case .largeText: return PatternText(area).fits(scale: 3)
        default: return width >= 18 && height >= 6
        }
    }

    private func draw(_ page: PatternPage, on image: inout GreyImage, in area: PatternArea) {
        switch page {
        case .whole: drawWhole(on: &image)
        case .steps: PatternSteps(area, pixelAspect: pixelAspect).draw(on: &image)
        case .extremes: drawExtremes(on: &image, area)
        case .ramp: drawRamp(on: &image, area)
        case .lines: PatternLines(area).draw(on: &image)
        case .circle: PatternCircle(area, pixelAspect: pixelAspect).draw(on: &image)
        case .text: PatternText(area).draw(on: &image)
        }
    }

    /// Steps above, the ramp below them, and the other pages in two rows of two.
    private func drawWhole(on image: inout GreyImage) {
        let bands = PatternArea(x: 0, y: 0, width: width, height: height)
            .rows(shares: [5, 2, 6, 6])
        draw(.steps, on: &image, in: bands[0])
        draw(.ramp, on: &image, in: bands[1])
        for (band, pages) in zip(bands[2...], [[PatternPage.extremes, .circle], [.lines, .text]]) {
            for (area, page) in zip(band.columns(shares: [1, 1]), pages) {
                draw(page, on: &image, in: area)
            }
        }
    }

    private func drawExtremes(on image: inout GreyImage, _ area: PatternArea) {
        let halves = area.columns(shares: [1, 1])
        image.fill(halves[0], grey: 0)
        image.fill(halves[0].middle(2, 2), grey: Self.fivePercent)
        image.fill(halves[1], grey: 255)
        image.fill(halves[1].middle(2, 2), grey: Self.ninetyFivePercent)
    }

    private func drawRamp(on image: inout GreyImage, _ area: PatternArea) {
        let last = max(1, area.width - 1)
        for column in 0..<area.width {
            let bar = PatternArea(x: area.x + column, y: area.y, width: 1, height: area.height)
            image.fill(bar, grey: UInt8((column * 255 + last / 2) / last))
        }
    }
}
