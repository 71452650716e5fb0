/// How one stored sample is held in memory, little-endian.
public enum SampleType: UInt8, Hashable, Sendable, Codable {
    /// 16-bit signed integers.
    case int16 = 1
    /// 16-bit unsigned integers.
    case uint16 = 2
    /// 32-bit IEEE floats; also integers of more than 16 bits.
    case float32 = 3

    /// Bytes of one sample.
    public var byteCount: Int { self == .float32 ? 4 : 2 }
}

/// Where the samples of a volume live: in memory, or in a mapped file that is paged in when read.
public protocol SampleStorage: Sendable {
    /// How samples are held.
    var sampleType: SampleType { get }
    /// Calls `body` with the samples of one slice (from 0), row-major, `rows * columns` samples of `sampleType`.
    /// The buffer is valid only during the call.
    func withSlice<Result>(_ slice: Int, _ body: (UnsafeRawBufferPointer) throws -> Result) rethrows
        -> Result
    /// Calls `body` with the samples of each of some slices, as `withSlice` gives them, all at once.
    /// The buffers are valid only during the call.
    func withSlices<Result>(
        _ slices: Range<Int>, _ body: ([UnsafeRawBufferPointer]) throws -> Result
    ) rethrows -> Result
}

/// Samples in memory.
public struct MemoryStorage: SampleStorage {
    /// How samples are held.
    public let sampleType: SampleType
    /// Bytes of one slice.
    public let sliceByteCount: Int
    /// All slices, one after the other.
    public let bytes: [UInt8]

    /// Wraps `bytes`, a whole number of slices.
    public init(sampleType: SampleType, sliceByteCount: Int, bytes: [UInt8]) {
        precondition(sliceByteCount > 0 && bytes.count % sliceByteCount == 0, "a part of a slice")
        self.sampleType = sampleType
        self.sliceByteCount = sliceByteCount
        self.bytes = bytes
    }

    /// Wraps 16-bit signed samples, `sliceSampleCount` a slice.
    public init(_ samples: [Int16], sliceSampleCount: Int) {
        self.init(
            sampleType: .int16, sliceByteCount: sliceSampleCount * 2,
            bytes: samples.withUnsafeBytes(Array.init))
    }

    /// Calls `body` with one slice.
    public func withSlice<Result>(
        _ slice: Int, _ body: (UnsafeRawBufferPointer) throws -> Result
    ) rethrows -> Result {
        try bytes.withUnsafeBytes {
            let start = slice * sliceByteCount
            return try body(UnsafeRawBufferPointer(rebasing: $0[start..<start + sliceByteCount]))
        }
    }

    /// Calls `body` with some slices.
    public func withSlices<Result>(
        _ slices: Range<Int>, _ body: ([UnsafeRawBufferPointer]) throws -> Result
    ) rethrows -> Result {
        try bytes.withUnsafeBytes { bytes in
            try body(
                slices.map { slice in
                    let start = slice * sliceByteCount
                    return UnsafeRawBufferPointer(rebasing: bytes[start..<start + sliceByteCount])
                })
        }
    }
}

/// Whether low values are black.
public enum Photometric: UInt8, Hashable, Sendable, Codable {
    /// Low values are white (PS3.3 C.7.6.3.1.2).
    case monochrome1 = 1
    /// Low values are black.
    case monochrome2 = 2
}

/// The class of machine; all that is kept of it.
public enum Modality: String, Hashable, Sendable, Codable {
    /// Computed tomography.
    case computedTomography = "CT"
    /// Magnetic resonance.
    case magneticResonance = "MR"
    /// Positron emission tomography.
    case positronEmission = "PT"
    /// Any other.
    case other = "OT"
}

/// A table that maps modality values to display values.
///
/// Source: DICOM PS3.3 C.11.2.1.1.
public struct LookupTable: Hashable, Sendable, Codable {
    /// The input value that maps to the first entry.
    public let firstInput: Int
    /// Significant bits of an entry, 8...16.
    public let bits: Int
    /// The entries.
    public let entries: [UInt16]

    /// A table with at least one entry.
    public init(firstInput: Int, bits: Int, entries: [UInt16]) {
        precondition(!entries.isEmpty, "a lookup table without entries")
        self.firstInput = firstInput
        self.bits = bits
        self.entries = entries
    }
}

/// How the window maps values to greys.
public enum VOIFunction: String, Hashable, Sendable, Codable {
    /// PS3.3 C.11.2.1.2.
    case linear = "LINEAR"
    /// PS3.3 C.11.2.1.3.2.
    case linearExact = "LINEAR_EXACT"
    /// PS3.3 C.11.2.1.3.1.
    case sigmoid = "SIGMOID"
}

/// A VOI window: centre and width in modality units.
public struct VOIWindow: Hashable, Sendable, Codable {
    /// Window centre (level).
    public var center: Double
    /// Window width; at least 1 for LINEAR, above 0 otherwise.
    public var width: Double
    /// How values are mapped.
    public var function: VOIFunction

    /// A window.
    public init(center: Double, width: Double, function: VOIFunction = .linear) {
        self.center = center
        self.width = width
        self.function = function
    }
}

/// What belongs to one slice beside its samples.
public struct SliceAttributes: Hashable, Sendable, Codable {
    /// Rescale slope: modality value = stored value × slope + intercept.
    public var slope: Double
    /// Rescale intercept.
    public var intercept: Double
    /// Windows that the file suggests.
    public var windows: [VOIWindow]
    /// VOI lookup table that the file suggests.
    public var voiTable: LookupTable?
    /// Modality lookup table, in place of slope and intercept.
    public var modalityTable: LookupTable?

    /// Attributes of a slice.
    public init(
        slope: Double = 1, intercept: Double = 0, windows: [VOIWindow] = [],
        voiTable: LookupTable? = nil, modalityTable: LookupTable? = nil
    ) {
        self.slope = slope
        self.intercept = intercept
        self.windows = windows
        self.voiTable = voiTable
        self.modalityTable = modalityTable
    }
}

/// Grey pixels of one series with their geometry; nothing that identifies a patient.
public struct ImageVolume: Sendable {
    /// Where voxels lie.
    public let geometry: VolumeGeometry
    /// Stored samples.
    public let storage: any SampleStorage
    /// One entry a slice.
    public let slices: [SliceAttributes]
    /// Whether low values are black.
    public let photometric: Photometric
    /// The class of machine.
    public let modality: Modality
    /// Units of modality values: `HU`, `g/ml`; empty when they have none.
    public let units: String
    /// What turns modality values of PET into standardised uptake values by body weight, g/ml; `nil` where it is not known.
    public let suvFactor: Double?
    /// What of the source is not shown.
    public let remarks: SourceRemarks

    /// A volume; `slices` has one entry for each slice of `geometry`.
    public init(
        geometry: VolumeGeometry, storage: any SampleStorage, slices: [SliceAttributes],
        photometric: Photometric = .monochrome2, modality: Modality = .other, units: String = "",
        suvFactor: Double? = nil, remarks: SourceRemarks = []
    ) {
        precondition(
            slices.count == geometry.slices,
            "\(slices.count) attributes for \(geometry.slices) slices")
        self.geometry = geometry
        self.storage = storage
        self.slices = slices
        self.photometric = photometric
        self.modality = modality
        self.units = units
        self.suvFactor = suvFactor
        self.remarks = remarks
    }
}
