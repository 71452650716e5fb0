import Imaging

/// What stored values are in the real world, as Real World Value Mapping says it: a slope, an intercept and a unit.
///
/// Source: DICOM PS3.3 C.7.6.16.2.11; units are codes of UCUM.
struct RealWorldMapping {
    /// As many mappings of one image are looked at.
    static let mostItems: UInt32 = 4

    /// How much a step of stored values is, in `units`.
    let slope: Double
    /// What the stored value 0 is, in `units`.
    let intercept: Double
    /// The unit as `ImageVolume.measurementUnit` knows it.
    let units: String

    /// A mapping to diffusion or to uptake; `nil` for other units, and for a slope of 0.
    init?(slope: Double, intercept: Double, unit: String) {
        let factor: Double
        switch unit.lowercased() {
        case "mm2/s": (factor, units) = (1_000, "10-3 mm2/s")
        case "10-3.mm2/s", "10*-3.mm2/s", "um2/ms": (factor, units) = (1, "10-3 mm2/s")
        case "um2/s", "10-6.mm2/s", "10*-6.mm2/s": (factor, units) = (0.001, "10-3 mm2/s")
        case "{suvbw}g/ml", "g/ml{suvbw}": (factor, units) = (1, "GML")
        default: return nil
        }
        guard slope != 0, slope.isFinite, intercept.isFinite else { return nil }
        self.slope = slope * factor
        self.intercept = intercept * factor
    }

    /// Makes the values of a frame those of the real world, and its windows with them.
    func apply(to attributes: inout FrameAttributes) {
        guard attributes.slice.modalityTable == nil else { return }
        let ratio = slope / attributes.slice.slope
        let offset = intercept - attributes.slice.intercept * ratio
        attributes.slice.windows = attributes.slice.windows.map { window in
            VOIWindow(
                center: window.center * ratio + offset, width: window.width * abs(ratio),
                // PS3.3 C.11.2.1.2.1: LINEAR is for whole numbers, which these no longer are.
                function: window.function == .linear ? .linearExact : window.function)
        }
        attributes.slice.slope = slope
        attributes.slice.intercept = intercept
        attributes.units = units
    }
}
