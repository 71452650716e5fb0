import ReaderStudies

/// What a study file may refer to: the reading forms at hand and the names of windows.
public struct StudyContext: Sendable {
    /// The reading forms that can be found.
    public let instruments: [InstrumentReference]
    /// Names of windows, to say what was probably meant.
    public let windowNames: [String]
    /// Whether a text names a window or gives one by numbers.
    public let isWindow: @Sendable (String) -> Bool

    /// What a study file may refer to.
    public init(
        instruments: [InstrumentReference], windowNames: [String],
        isWindow: @escaping @Sendable (String) -> Bool
    ) {
        self.instruments = instruments
        self.windowNames = windowNames
        self.isWindow = isWindow
    }
}
