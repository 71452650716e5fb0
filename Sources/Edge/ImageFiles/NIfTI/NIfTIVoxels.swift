/// Turns stored voxels into samples.
struct NIfTIVoxels {
    let type: NIfTIDataType
    let isBigEndian: Bool

    /// Fills `samples` from as many voxels.
    func convert(_ voxels: UnsafeRawBufferPointer, into samples: UnsafeMutableRawBufferPointer) {
        switch type {
        case .uint8: copy(voxels, UInt8.self, samples, UInt16.self) { UInt16($0) }
        case .int8: copy(voxels, Int8.self, samples, Int16.self) { Int16($0) }
        case .int16: copy(voxels, Int16.self, samples, Int16.self) { $0 }
        case .uint16: copy(voxels, UInt16.self, samples, UInt16.self) { $0 }
        case .int32: copy(voxels, Int32.self, samples, Int32.self) { $0 }
        case .uint32: copy(voxels, UInt32.self, samples, UInt32.self) { $0 }
        case .int64: copy(voxels, Int64.self, samples, Float.self) { Float($0) }
        case .uint64: copy(voxels, UInt64.self, samples, Float.self) { Float($0) }
        case .float32: copy(voxels, UInt32.self, samples, Float.self) { Float(bitPattern: $0) }
        case .float64:
            copy(voxels, UInt64.self, samples, Float.self) { Float(Double(bitPattern: $0)) }
        case .rgb24, .rgba32: copyLuminance(voxels, samples)
        }
        if type.sample == .float32 { FiniteSamples.clean(samples) }
    }

    private func copy<Stored: FixedWidthInteger, Sample>(
        _ voxels: UnsafeRawBufferPointer, _: Stored.Type, _ samples: UnsafeMutableRawBufferPointer,
        _: Sample.Type, _ convert: (Stored) -> Sample
    ) {
        let target = samples.bindMemory(to: Sample.self)
        for index in target.indices {
            let stored = voxels.loadUnaligned(
                fromByteOffset: index * MemoryLayout<Stored>.size, as: Stored.self)
            target[index] = convert(isBigEndian ? stored.bigEndian : stored.littleEndian)
        }
    }

    /// Weights of ITU-R BT.601.
    private func copyLuminance(
        _ voxels: UnsafeRawBufferPointer, _ samples: UnsafeMutableRawBufferPointer
    ) {
        let target = samples.bindMemory(to: UInt16.self)
        for index in target.indices {
            let start = index * type.byteCount
            let red = 299 * Int(voxels[start])
            let green = 587 * Int(voxels[start + 1])
            let blue = 114 * Int(voxels[start + 2])
            target[index] = UInt16((red + green + blue + 500) / 1000)
        }
    }
}
