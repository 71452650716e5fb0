/// A ring that is round where the size of a cell is known rightly.
struct PatternCircle {
    let area: PatternArea
    let pixelAspect: Double

    init(_ area: PatternArea, pixelAspect: Double) {
        self.area = area
        self.pixelAspect = pixelAspect
    }

    func draw(on image: inout GreyImage) {
        image.fill(area, grey: TestPattern.surround)
        let radius = min(Double(area.width), Double(area.height) * pixelAspect) * 0.45
        // Never thinner than a pixel, whichever side of it is longer.
        let half = max(radius / 24, max(1, pixelAspect) * 0.55)
        let inner = max(0, radius - half) * max(0, radius - half)
        let outer = (radius + half) * (radius + half)
        for row in 0..<area.height {
            for column in 0..<area.width {
                let x = Double(column) + 0.5 - Double(area.width) / 2
                let y = (Double(row) + 0.5 - Double(area.height) / 2) * pixelAspect
                let distance = x * x + y * y
                if distance >= inner, distance <= outer {
                    image[area.x + column, area.y + row] = 255
                }
            }
        }
    }
}
