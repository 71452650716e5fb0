import Glibc

/// Features of a grey-level co-occurrence matrix, entropies in nats.
public struct TextureFeatures: Hashable, Sendable {
    /// Σ p², `AngScMom` of MaZda, 8ZQL of IBSI.
    public let angularSecondMoment: Double
    /// Σ p / (1 + (i − j)²), `InvDfMom`, WF0Z.
    public let inverseDifferenceMoment: Double
    /// Σ p (i − j)², ACUI of IBSI.
    public let contrast: Double
    /// −Σ p ln p, TU9B.
    public let entropyNats: Double
    /// The same of the differences |i − j|, NTRS.
    public let differenceEntropyNats: Double
    /// The same of the sums i + j, P6QZ.
    public let sumEntropyNats: Double

    /// The mean of each feature over directions; `nil` of none.
    public static func mean(_ all: [TextureFeatures]) -> TextureFeatures? {
        guard !all.isEmpty else { return nil }
        func mean(_ feature: KeyPath<TextureFeatures, Double>) -> Double {
            all.reduce(0) { $0 + $1[keyPath: feature] } / Double(all.count)
        }
        return TextureFeatures(
            angularSecondMoment: mean(\.angularSecondMoment),
            inverseDifferenceMoment: mean(\.inverseDifferenceMoment), contrast: mean(\.contrast),
            entropyNats: mean(\.entropyNats), differenceEntropyNats: mean(\.differenceEntropyNats),
            sumEntropyNats: mean(\.sumEntropyNats))
    }

    /// A feature with its name and its value in both conventions.
    public struct Row: Hashable, Sendable {
        /// The name in MaZda: `DifEntrp`.
        public let name: String
        /// The code in IBSI: `NTRS`.
        public let code: String
        /// The value of MaZda, entropies to the base 10.
        public let mazda: Double
        /// The value of IBSI, entropies to the base 2.
        public let ibsi: Double
    }

    /// The five features of the published score, side by side.
    public var rows: [Row] {
        [
            Row("AngScMom", "8ZQL", angularSecondMoment),
            Row("InvDfMom", "WF0Z", inverseDifferenceMoment),
            Row("Entropy", "TU9B", nats: entropyNats),
            Row("DifEntrp", "NTRS", nats: differenceEntropyNats),
            Row("SumEntrp", "P6QZ", nats: sumEntropyNats),
        ]
    }

    /// Whether a second moment and an entropy to `base` can belong to one distribution: Σp² ≥ base^−H.
    ///
    /// The published values 0.0041 and 2.5 cannot be to the base 2, so they are to the base 10.
    public static func canBeTogether(
        angularSecondMoment: Double, entropy: Double, base: Double
    ) -> Bool {
        angularSecondMoment >= pow(base, -entropy) * (1 - 1e-12)
    }
}

extension TextureFeatures.Row {
    fileprivate init(_ name: String, _ code: String, _ value: Double) {
        (self.name, self.code, mazda, ibsi) = (name, code, value, value)
    }

    fileprivate init(_ name: String, _ code: String, nats: Double) {
        (self.name, self.code, mazda, ibsi) = (name, code, nats / log(10), nats / log(2))
    }
}
