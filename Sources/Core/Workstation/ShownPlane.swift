import Imaging

/// Which planes of a series a pane shows.
public enum ShownPlane: Hashable, Sendable {
    /// The slices as they were acquired.
    case acquired
    /// Slices computed in a body plane of the patient.
    case body(BodyPlane)
    /// Slices computed in any directions.
    case oblique(PlaneDirections)

    /// The directions of computed slices; `nil` as acquired.
    public var directions: PlaneDirections? {
        switch self {
        case .acquired: nil
        case .body(let plane): PlaneDirections(plane)
        case .oblique(let directions): directions
        }
    }

    /// As on the screen and in the record: `coronal`, `oblique`; `acquired` for slices as they are.
    public var name: String {
        switch self {
        case .acquired: "acquired"
        case .body(let plane): plane.rawValue
        case .oblique: "oblique"
        }
    }
}
