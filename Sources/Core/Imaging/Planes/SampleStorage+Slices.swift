extension SampleStorage {
    /// Calls `body` with the samples of each of some slices, one `withSlice` inside the other.
    public func withSlices<Result>(
        _ slices: Range<Int>, _ body: ([UnsafeRawBufferPointer]) throws -> Result
    ) rethrows -> Result {
        try open(slices, [], body)
    }

    private func open<Result>(
        _ slices: Range<Int>, _ opened: [UnsafeRawBufferPointer],
        _ body: ([UnsafeRawBufferPointer]) throws -> Result
    ) rethrows -> Result {
        guard let next = slices.first else { return try body(opened) }
        return try withSlice(next) { try open(slices.dropFirst(), opened + [$0], body) }
    }
}
