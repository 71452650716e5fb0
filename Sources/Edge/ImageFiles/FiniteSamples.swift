/// Floats that can be windowed: no NaN, no infinity.
enum FiniteSamples {
    /// Puts 0 in place of what is not a number, and the greatest float in place of an infinity.
    static func clean(_ samples: UnsafeMutableRawBufferPointer) {
        let floats = samples.bindMemory(to: Float.self)
        for index in floats.indices where !floats[index].isFinite {
            let value = floats[index]
            let greatest = Float.greatestFiniteMagnitude
            floats[index] = value.isNaN ? 0 : value < 0 ? -greatest : greatest
        }
    }
}
