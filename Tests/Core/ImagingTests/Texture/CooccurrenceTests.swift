import Imaging
import Testing

/// instruments.md sections 5.4 and 10.5.
@Suite struct CooccurrenceTests {
    private func expect(
        _ features: TextureFeatures, _ golden: [String: Double]?, within tolerance: Double
    ) throws {
        for (name, expected) in try #require(golden) {
            let found = try #require(features.golden(name))
            #expect(abs(found - expected) <= tolerance * max(1, abs(expected)), "\(name)")
        }
    }

    private func settings(
        _ directions: [TextureDirection] = TextureDirection.allCases, isSymmetric: Bool = true
    ) -> TextureSettings {
        TextureSettings(directions: directions, isSymmetric: isSymmetric)
    }

    @Test func `section 10.5: the matrix of the 5 x 5 image is the published one`() throws {
        let grey = GreyLevels(try CooccurrenceGolden.load().image5x5, levelCount: 5)

        let matrix = CooccurrenceMatrix(
            grey, direction: .degrees0, distance: 1, isSymmetric: true)

        #expect(
            matrix.counts == [
                6, 4, 3, 0, 0, 4, 0, 2, 1, 3, 3, 2, 0, 1, 2, 0, 1, 1, 0, 0, 0, 3, 2, 0, 2,
            ])
        #expect(matrix.total == 40)
    }

    @Test func `section 10.5: the 5 x 5 image to 1e-9, symmetric, not symmetric and in the mean`()
        throws
    {
        let golden = try CooccurrenceGolden.load()
        let grey = GreyLevels(golden.image5x5, levelCount: 5)

        try expect(
            grey.features(settings([.degrees0])), golden.vectors["5x5_0_symmetric"], within: 1e-9)
        try expect(
            grey.features(settings([.degrees0], isSymmetric: false)),
            golden.vectors["5x5_0_asymmetric"], within: 1e-9)
        try expect(
            grey.features(settings()), golden.vectors["5x5_mean_symmetric"], within: 1e-9)
    }

    @Test func `section 10.5: the digital phantom of the IBSI to 1e-9`() throws {
        let golden = try CooccurrenceGolden.load()

        let all = try golden.phantom.map {
            try GreyLevels($0, levelCount: 6).features(settings())
        }

        let mean = try #require(TextureFeatures.mean(all))
        try expect(mean, golden.vectors["phantom_mean_symmetric"], within: 1e-9)
        #expect(abs(mean.angularSecondMoment - 0.368) < 0.0005)
        #expect(abs((mean.golden("DifEntrp_2") ?? 0) - 1.40) < 0.005)
    }

    @Test(arguments: ["mahotas", "pyradiomics"])
    func `a region of 4,000 pixels has the features of other programs within 1e-6`(peer: String)
        throws
    {
        let golden = try CooccurrenceGolden.load()
        let features = try GreyLevels(golden.region, levelCount: 64).features(settings())

        try expect(features, golden.peers[peer], within: 1e-6)
    }

    @Test func `section 5.4: entropies of MaZda are those of IBSI times the logarithm of 2`() throws
    {
        let golden = try CooccurrenceGolden.load()
        let features = try GreyLevels(golden.region, levelCount: 64).features(settings())

        for row in features.rows where row.name.hasSuffix("ntropy") || row.name.hasSuffix("Entrp") {
            #expect(abs(row.mazda - row.ibsi * 0.301029995663981) < 1e-12)
        }
        #expect(features.rows.map(\.code) == ["8ZQL", "WF0Z", "TU9B", "NTRS", "P6QZ"])
    }

    @Test
    func `section 10.5: the published tuple is possible to the base 10 and not to the base 2`() {
        func isPossible(_ base: Double) -> Bool {
            TextureFeatures.canBeTogether(angularSecondMoment: 0.0041, entropy: 2.5, base: base)
        }

        #expect(isPossible(10) && !isPossible(2) && !isPossible(2.718281828459045))
    }

    @Test func `every own result is possible, and one grey level has no entropy`() throws {
        let flat = try GreyLevels([[1, 1, 1], [1, 1, 1]], levelCount: 64).features(settings())
        let random = try GreyLevels(try CooccurrenceGolden.load().region, levelCount: 64)
            .features(settings([.degrees45]))

        #expect(flat.angularSecondMoment == 1 && flat.inverseDifferenceMoment == 1)
        #expect(flat.entropyNats == 0 && flat.sumEntropyNats == 0 && flat.contrast == 0)
        #expect(
            TextureFeatures.canBeTogether(
                angularSecondMoment: random.angularSecondMoment, entropy: random.rows[2].ibsi,
                base: 2))
    }
}
