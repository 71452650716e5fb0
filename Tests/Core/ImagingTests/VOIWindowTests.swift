import TestSupport
import Imaging
import Testing

@Suite struct VOIWindowTests {
    @Test func `LINEAR subtracts half a unit from the centre and one from the width`() {
        // The example of PS3.3 C.11.2.1.2.1: centre 2048, width 4096 maps 0...4095 onto the whole range.
        let window = VOIWindow(center: 2048, width: 4096)

        #expect(window.fraction(0) == 0)
        #expect(window.fraction(4095) == 1)
        #expect(window.fraction(2047.5) == 0.5)
        #expect(abs(window.fraction(1) - 1 / 4095.0) < 1e-12)
    }

    @Test func `LINEAR of width 1 is a threshold below the centre`() {
        let window = VOIWindow(center: 40, width: 1)

        #expect(window.grey(39) == 0)
        #expect(window.grey(39.5) == 0)
        #expect(window.grey(39.6) == 255)
        #expect(window.grey(40) == 255)
    }

    @Test func `LINEAR of width 2 has black up to centre - 1 and white from the centre on`() {
        let window = VOIWindow(center: 100, width: 2)

        #expect(window.grey(99) == 0)
        #expect(window.fraction(99.5) == 0.5)
        #expect(window.grey(100) == 255)
    }

    @Test func `soft tissue 400 at 40 maps hand-computed values`() {
        // Black up to 40 - 0.5 - 199.5 = -160, white above 239, 255 / 399 a unit between.
        let window = VOIWindow(center: 40, width: 400)

        #expect(window.grey(-160) == 0)
        #expect(window.grey(-159) == 1)
        #expect(window.grey(0) == 102)
        #expect(window.grey(40) == 128)
        #expect(window.grey(239) == 255)
        #expect(window.grey(3000) == 255)
    }

    @Test func `LINEAR_EXACT uses centre and width as they are`() {
        let window = VOIWindow(center: 0.5, width: 1, function: .linearExact)

        #expect(window.fraction(0) == 0)
        #expect(window.fraction(0.25) == 0.25)
        #expect(window.fraction(1) == 1)
        #expect(window.grey(0.5) == 128)
        #expect(window.fraction(-7) == 0)
        #expect(window.fraction(7) == 1)
    }

    @Test func `SIGMOID passes the middle at the centre and never ends`() {
        let window = VOIWindow(center: 100, width: 50, function: .sigmoid)

        #expect(window.fraction(100) == 0.5)
        // 1 / (1 + e^-4) one width above the centre.
        #expect(abs(window.fraction(150) - 0.982013790037908) < 1e-12)
        #expect(abs(window.fraction(50) - 0.017986209962092) < 1e-12)
        #expect(window.grey(-.infinity) == 0)
        #expect(window.grey(.infinity) == 255)
    }

    @Test(arguments: [VOIFunction.linear, .linearExact, .sigmoid])
    func `widths and values that are no numbers give a grey all the same`(function: VOIFunction) {
        for width in [0, -5, Double.nan, .infinity] {
            let window = VOIWindow(center: 0, width: width, function: function)

            #expect(!window.isUsable)
            #expect(window.grey(-10) == 0)
            #expect(window.grey(10) == 255)
            #expect(window.grey(.nan) == 0)
        }
    }

    @Test func `a window is usable from width 1 for LINEAR and above 0 for the others`() {
        #expect(VOIWindow(center: 0, width: 1).isUsable)
        #expect(!VOIWindow(center: 0, width: 0.5).isUsable)
        #expect(VOIWindow(center: 0, width: 0.5, function: .sigmoid).isUsable)
        #expect(!VOIWindow(center: .nan, width: 10).isUsable)
    }

    @Test func `all functions agree with pydicom`() {
        let cases: [(VOIWindow, [Double])] = [
            (VOIWindow(center: 40, width: 400), ImagingGolden.linear400at40),
            (VOIWindow(center: 40, width: 1), ImagingGolden.linear1at40),
            (
                VOIWindow(center: -600, width: 1500, function: .linearExact),
                ImagingGolden.linearExact1500atMinus600
            ),
            (
                VOIWindow(center: 480, width: 2500, function: .sigmoid),
                ImagingGolden.sigmoid2500at480
            ),
        ]
        for (window, expected) in cases {
            for (value, grey) in zip(ImagingGolden.voiValues, expected) {
                #expect(abs(window.fraction(value) * 255 - grey) < 1e-8)
            }
        }
    }

    @Test func `greys never fall while values rise`() {
        var random = SplitMix(seed: 3)
        for function in [VOIFunction.linear, .linearExact, .sigmoid] {
            for _ in 0..<50 {
                let window = VOIWindow(
                    center: .random(in: -1000...1000, using: &random),
                    width: .random(in: 1...3000, using: &random), function: function)
                let greys = stride(from: -3000.0, through: 3000, by: 7.5).map(window.grey)

                #expect(zip(greys, greys.dropFirst()).allSatisfy(<=))
            }
        }
    }
}
