import ImageFiles

/// An invented person, so that taking the identity away has something to take.
struct PhantomPatient: Sendable {
    /// `Family^Given`.
    let name: String
    /// `M` or `F`.
    let sex: String
    /// `YYYYMMDD`.
    let birthDate: String
}
