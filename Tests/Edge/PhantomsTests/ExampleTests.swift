import Imaging
import Phantoms
import Testing

/// The drawn examples show what their words say.
@Suite struct ExampleTests {
    /// The mean grey of the pixels within `radius` of the middle, beyond `inner`.
    private func mean(_ greys: GreyImage, from inner: Double, to radius: Double) -> Double {
        var (sum, count) = (0.0, 0.0)
        for row in 0..<greys.height {
            for column in 0..<greys.width {
                let x = Double(column) - Double(greys.width - 1) / 2
                let y = Double(row) - Double(greys.height - 1) / 2
                let distance = (x * x + y * y).squareRoot()
                guard distance >= inner, distance < radius else { continue }
                sum += Double(greys[column, row])
                count += 1
            }
        }
        return sum / count
    }

    private func greys(_ example: PhantomExample, _ title: String) throws -> GreyImage {
        try #require(example.pictures.first { $0.title == title }).greys
    }

    @Test func `cores, rims and blooming are as in the signal table of the types`() throws {
        let types = PhantomExamples.malformations
        #expect(types.map(\.title) == ["type I", "type II", "type III", "type IV"])
        func core(_ type: Int, _ title: String) throws -> Double {
            mean(try greys(types[type], title), from: 0, to: 3)
        }
        func brain(_ title: String) throws -> Double {
            mean(try greys(types[3], title), from: 4, to: 9)
        }

        #expect(try core(0, "T1w") > brain("T1w") + 60)
        #expect(try core(2, "T2w") < brain("T2w") - 20)
        #expect(try core(2, "gradient echo") < 30)
        #expect(try core(3, "gradient echo") < brain("gradient echo") - 60)
        #expect(try abs(core(3, "T1w") - brain("T1w")) < 40)
        // The dark disc of type III is wider on gradient echo than on T2w.
        let blooming = try [greys(types[2], "T2w"), greys(types[2], "gradient echo")].map { greys in
            greys.pixels.count { $0 < 40 }
        }
        #expect(blooming[1] > blooming[0] * 3 / 2)
        // Bright and dark parts lie beside each other within the core of type II.
        let reticulated = try greys(types[1], "T1w")
        let inside = (24..<36).flatMap { row in (24..<36).map { reticulated[$0, row] } }
        #expect(inside.contains { $0 > 200 } && inside.contains { $0 < 90 })
    }

    @Test func `each grade of pneumonia is denser than the one before on every slice`() throws {
        let grades = PhantomExamples.pneumonia
        #expect(grades.map(\.title) == (0...4).map { "CT-\($0)" })

        for title in ["upper", "middle", "lower"] {
            let density = try grades.map { grade in
                try greys(grade, title).pixels.reduce(0) { $0 + Int($1) }
            }
            #expect(density == density.sorted() && Set(density).count == 5, "\(title)")
        }
    }

    @Test func `findings of the joint differ from the normal one as T1w and CT must`() throws {
        let joints = PhantomExamples.sacroiliac
        #expect(joints.map(\.title) == ["normal joint", "erosion", "sclerosis", "ankylosis"])
        func change(_ finding: Int, _ title: String) throws -> (darker: Int, brighter: Int) {
            let pairs = zip(
                try greys(joints[0], title).pixels, try greys(joints[finding], title).pixels)
            let changes = pairs.map { Int($1) - Int($0) }
            return (changes.count { $0 < -40 }, changes.count { $0 > 40 })
        }

        // Sclerosis takes signal from T1w and makes CT denser.
        #expect(try change(2, "T1w").darker > 150 && change(2, "T1w").brighter < 20)
        #expect(try change(2, "CT").brighter > 150 && change(2, "CT").darker < 20)
        // Erosion takes bone away on CT.
        #expect(try change(1, "CT").darker > 40)
        // Ankylosis fills the dark joint line of T1w with marrow, and takes the plates from CT.
        #expect(try change(3, "T1w").brighter > 100 && change(3, "CT").darker > 60)
    }

    @Test func `the examples are the same whenever they are drawn`() {
        #expect(PhantomExamples.sacroiliac == PhantomExamples.sacroiliac)
    }
}
