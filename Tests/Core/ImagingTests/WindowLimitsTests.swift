import Imaging
import Testing

@Suite struct WindowLimitsTests {
    private let limits = WindowLimits(values: -1024...3071)

    @Test func `the centre stays among the values`() {
        let window = VOIWindow(center: 40, width: 400)

        #expect(limits.moved(window, center: 10).center == 50)
        #expect(limits.moved(window, center: 9999).center == 3071)
        #expect(limits.moved(window, center: -9999).center == -1024)
    }

    @Test func `LINEAR narrows to 1 and widens to twice the range`() {
        let window = VOIWindow(center: 40, width: 400)

        #expect(limits.moved(window, width: -50).width == 350)
        #expect(limits.moved(window, width: -9999).width == 1)
        #expect(limits.moved(window, width: 99_999).width == 8190)
    }

    @Test func `the other functions may be narrower than 1`() {
        let limits = WindowLimits(values: 0...2)
        let window = VOIWindow(center: 1, width: 1, function: .linearExact)

        #expect(limits.moved(window, width: -5).width == 2.0 / 10_000)
        #expect(limits.moved(window, width: -5).isUsable)
    }

    @Test func `steps are whole numbers from 1 on and never 0`() {
        #expect(limits.step(VOIWindow(center: 0, width: 2000)) == 40)
        #expect(limits.step(VOIWindow(center: 0, width: 80)) == 2)
        #expect(limits.step(VOIWindow(center: 0, width: 3)) == 1)
        #expect(limits.step(VOIWindow(center: 0, width: 2, function: .sigmoid)) == 0.04)
    }

    @Test func `fine steps are a tenth of a step, whole numbers where the standard wants them`() {
        #expect(limits.fineStep(VOIWindow(center: 0, width: 2000)) == 4)
        #expect(limits.fineStep(VOIWindow(center: 0, width: 80)) == 1)
        #expect(limits.fineStep(VOIWindow(center: 0, width: 2, function: .sigmoid)) == 0.004)
    }

    @Test func `what a study allows outweighs what the values allow`() {
        var limits = limits
        limits.widths = 100...1000
        limits.centers = -50...50
        let window = VOIWindow(center: 0, width: 400)

        #expect(limits.moved(window, center: 99, width: 9999) == VOIWindow(center: 50, width: 1000))
        #expect(
            limits.moved(window, center: -99, width: -390) == VOIWindow(center: -50, width: 100))
        #expect(limits.allowed(window) == window)
        #expect(limits.allowed(VOIWindow(center: 0, width: -5)).width == 100)
    }

    @Test func `without values or with equal ones windows stay usable`() {
        let empty = WindowLimits(SampleStatistics([]))
        let flat = WindowLimits(SampleStatistics([7]))

        #expect(empty.values == 0...1)
        #expect(flat.moved(VOIWindow(center: 0, width: 10), width: -100).isUsable)
        #expect(flat.moved(VOIWindow(center: 0, width: 10)).center == 7)
    }
}
