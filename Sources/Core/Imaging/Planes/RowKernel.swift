/// The kernel for the voxels of a volume.
///
/// An enumeration and no protocol: the compiler then makes code for each kind of voxel, three times as fast as code for any.
enum RowKernel {
    case signed(TrilinearKernel<Int16>)
    case unsigned(TrilinearKernel<UInt16>)
    case float(TrilinearKernel<Float>)

    /// `nil` for tables of modality values, which slices may have in place of slope and intercept.
    init?(_ voxels: VoxelValues) {
        let starts = voxels.slices.compactMap(\.baseAddress)
        let (columns, rescale) = (voxels.size.x, voxels.rescale)
        guard starts.count == voxels.slices.count, rescale.isLinear else { return nil }
        switch voxels.sampleType {
        case .int16:
            self = .signed(TrilinearKernel(slices: starts, columns: columns, rescale: rescale))
        case .uint16:
            self = .unsigned(TrilinearKernel(slices: starts, columns: columns, rescale: rescale))
        case .float32:
            self = .float(TrilinearKernel(slices: starts, columns: columns, rescale: rescale))
        }
    }

    /// See `TrilinearKernel.fill`.
    func fill(
        _ output: UnsafeMutableBufferPointer<Float>, from start: SIMD3<Double>,
        step: SIMD3<Double>, scratch: KernelScratch
    ) {
        switch self {
        case .signed(let kernel): kernel.fill(output, from: start, step: step, scratch: scratch)
        case .unsigned(let kernel): kernel.fill(output, from: start, step: step, scratch: scratch)
        case .float(let kernel): kernel.fill(output, from: start, step: step, scratch: scratch)
        }
    }
}
