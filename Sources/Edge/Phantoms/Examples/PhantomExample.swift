import Imaging

/// What one grade or type looks like, drawn from a phantom: no person's image.
public struct PhantomExample: Hashable, Sendable {
    /// One picture with square pixels.
    public struct Picture: Hashable, Sendable {
        /// What it shows: `T1w`, `upper`.
        public let title: String
        /// The greys.
        public let greys: GreyImage
    }

    /// The grade or type: `type II`.
    public let title: String
    /// What to look for, in sentences; they stand in for the pictures where there are none.
    public let words: String
    /// The pictures, side by side.
    public let pictures: [Picture]
}

/// The examples that help pages show.
public enum PhantomExamples {
    /// Types I to IV of cavernous malformations, on T1w, T2w and gradient echo.
    public static var malformations: [PhantomExample] { MalformationExamples.all }
    /// Grades CT-0 to CT-4, each on three slices.
    public static var pneumonia: [PhantomExample] { PneumoniaExamples.all }
    /// A normal right sacroiliac joint, erosion, sclerosis and ankylosis, on T1w MRI and CT.
    public static var sacroiliac: [PhantomExample] { SacroiliacExamples.all }
}

extension FloatVolume {
    /// Slice `slice` as greys through a window.
    func greys(slice: Int = 0, center: Double, width: Double) -> GreyImage {
        let count = geometry.rows * geometry.columns
        let pixels = values[slice * count..<(slice + 1) * count].map { value in
            let share = (Double(value) - center) / width + 0.5
            return UInt8(min(max(share * 255, 0), 255).rounded())
        }
        return GreyImage(width: geometry.columns, height: geometry.rows, pixels: pixels)
    }
}
