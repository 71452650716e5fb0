extension LookupTable {
    /// The entry for an input value; values below the first input take the first entry, values above the
    /// last input the last.
    ///
    /// Source: DICOM PS3.3 C.11.1.1 (modality LUT) and C.11.2.1.1 (VOI LUT).
    public func entry(_ input: Int) -> UInt16 {
        let (offset, overflow) = input.subtractingReportingOverflow(firstInput)
        if overflow { return entries[input < firstInput ? 0 : entries.count - 1] }
        return entries[min(max(offset, 0), entries.count - 1)]
    }

    /// The grey for a modality value, 0 (black) to 255 (white), rounded to the nearest; a fraction goes to the
    /// nearest input.
    ///
    /// Source: DICOM PS3.3 C.11.2.1.1: the output runs from 0 to 2^bits − 1.
    public func grey(_ value: Double) -> UInt8 {
        let highest = (1 << bits) - 1
        let output = min(Int(entry(Self.input(value))), highest)
        return UInt8((output * 510 + highest) / (2 * highest))
    }

    /// As `grey`, in 16 bits: 0 (black) to 65,535 (white).
    public func deepGrey(_ value: Double) -> UInt16 {
        let highest = (1 << bits) - 1
        let output = min(Int(entry(Self.input(value))), highest)
        return UInt16((output * 131_070 + highest) / (2 * highest))
    }

    private static func input(_ value: Double) -> Int {
        Int(exactly: value.rounded()) ?? (value > 0 ? .max : .min)
    }
}
