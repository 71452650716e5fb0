import Instruments
import ReaderStudies

/// What a study file may refer to: the reading forms at hand and the names of windows.
public struct StudyContext: Sendable {
    /// Finds a reading form in exactly the version that is named.
    public let instrument: @Sendable (InstrumentReference) throws(StudyFileError) -> Instrument
    /// Names of windows, to say what was probably meant.
    public let windowNames: [String]
    /// Whether a text names a window or gives one by numbers.
    public let isWindow: @Sendable (String) -> Bool
    /// Width and centre of a window that does not depend on the images; `nil` for one that does.
    public let windowNumbers: @Sendable (String) -> (width: Double, center: Double)?

    /// What a study file may refer to.
    public init(
        windowNames: [String], isWindow: @escaping @Sendable (String) -> Bool,
        windowNumbers: @escaping @Sendable (String) -> (width: Double, center: Double)? = { _ in
            nil
        },
        instrument: @escaping @Sendable (InstrumentReference) throws(StudyFileError) -> Instrument
    ) {
        self.instrument = instrument
        self.windowNames = windowNames
        self.isWindow = isWindow
        self.windowNumbers = windowNumbers
    }
}
