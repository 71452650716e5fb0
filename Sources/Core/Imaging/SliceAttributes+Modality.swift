extension SliceAttributes {
    /// The modality value (HU in CT) of a stored value.
    ///
    /// Source: DICOM PS3.3 C.11.1.1: the table, or stored value × slope + intercept.
    public func modalityValue(stored: Double) -> Double {
        guard let modalityTable else { return stored * slope + intercept }
        guard let input = Int(exactly: stored.rounded()) else { return .nan }
        return Double(modalityTable.entry(input))
    }

    /// Only what makes modality values of stored ones, without the suggested windows and table.
    var rescale: SliceAttributes {
        SliceAttributes(slope: slope, intercept: intercept, modalityTable: modalityTable)
    }
}
