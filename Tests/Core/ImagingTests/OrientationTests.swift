import TestSupport
import Glibc
import Imaging
import Testing

@Suite struct OrientationTests {
    private func hung(_ geometry: VolumeGeometry) -> (ScreenOrientation, EdgeLetters) {
        let orientation = geometry.radiologicalOrientation
        return (orientation, EdgeLetters(geometry, orientation))
    }

    private func letters(_ letters: EdgeLetters) -> [String] {
        [letters.left, letters.right, letters.top, letters.bottom]
    }

    @Test func `axial slices as scanners send them stay as they are`() {
        let (orientation, edges) = hung(TestGeometry.make())

        #expect(orientation == ScreenOrientation())
        #expect(letters(edges) == ["R", "L", "A", "P"])
    }

    @Test func `axial slices from NIfTI, rows to the right and columns to the front, are turned`() {
        let geometry = TestGeometry.make(right: Vector3(-1, 0, 0), down: Vector3(0, -1, 0))

        let (orientation, edges) = hung(geometry)

        #expect(orientation.flippedHorizontally && orientation.flippedVertically)
        #expect(!orientation.transposed)
        #expect(letters(edges) == ["R", "L", "A", "P"])
    }

    @Test func `coronal slices hang with the head up and the patient's right on the left`() {
        let (orientation, edges) = hung(
            TestGeometry.make(right: Vector3(1, 0, 0), down: Vector3(0, 0, 1)))

        #expect(orientation == ScreenOrientation(flippedVertically: true))
        #expect(letters(edges) == ["R", "L", "H", "F"])
    }

    @Test func `sagittal slices hang with the front on the left and the head up`() {
        let (orientation, edges) = hung(
            TestGeometry.make(right: Vector3(0, 1, 0), down: Vector3(0, 0, -1)))

        #expect(orientation == ScreenOrientation())
        #expect(letters(edges) == ["A", "P", "H", "F"])
    }

    @Test func `slices stored with rows from front to back are transposed`() {
        let geometry = TestGeometry.make(right: Vector3(0, -1, 0), down: Vector3(1, 0, 0))

        let (orientation, edges) = hung(geometry)

        #expect(orientation == ScreenOrientation(transposed: true, flippedVertically: true))
        #expect(letters(edges) == ["R", "L", "A", "P"])
    }

    @Test func `semicoronal slices have two letters above and below from 15 degrees on`() {
        func tilted(_ degrees: Double) -> [String] {
            let angle = degrees * Double.pi / 180
            return letters(
                hung(
                    TestGeometry.make(
                        right: Vector3(1, 0, 0), down: Vector3(0, sin(angle), -cos(angle)))
                ).1)
        }

        #expect(tilted(30) == ["R", "L", "HA", "FP"])
        #expect(tilted(-30) == ["R", "L", "HP", "FA"])
        #expect(tilted(14.9) == ["R", "L", "H", "F"])
        #expect(tilted(15.1) == ["R", "L", "HA", "FP"])
    }

    @Test func `the reader's own flip shows in the letters`() {
        let flipped = EdgeLetters(
            TestGeometry.make(), ScreenOrientation(flippedHorizontally: true))

        #expect(letters(flipped) == ["L", "R", "A", "P"])
    }

    @Test func `planes are named after the nearest normal`() {
        #expect(TestGeometry.make().plane == .axial)
        #expect(
            TestGeometry.make(right: Vector3(1, 0, 0), down: Vector3(0, 0.6, -0.8)).plane
                == .coronal)
        #expect(
            TestGeometry.make(right: Vector3(0, 1, 0), down: Vector3(0, 0, -1)).plane == .sagittal)
    }

    @Test func `any oblique slice hangs within 45 degrees or so of its plane`() {
        var random = SplitMix(seed: 9)
        for _ in 0..<500 {
            guard let (right, down) = Self.randomDirections(&random) else { continue }
            let geometry = TestGeometry.make(right: right, down: down)

            let screen = geometry.screenDirections(geometry.radiologicalOrientation)

            switch geometry.plane {
            case .axial: #expect(screen.right.x > 0 && screen.down.y > 0)
            case .coronal: #expect(screen.right.x > 0 && screen.down.z < 0)
            case .sagittal: #expect(screen.right.y > 0 && screen.down.z < 0)
            }
        }
    }

    private static func randomDirections(
        _ random: inout SplitMix
    ) -> (Vector3, Vector3)? {
        func vector() -> Vector3 {
            Vector3(
                .random(in: -1...1, using: &random), .random(in: -1...1, using: &random),
                .random(in: -1...1, using: &random))
        }
        guard let right = vector().normalized, let down = right.cross(vector()).normalized
        else { return nil }
        return (right, down)
    }
}
