import Imaging
import ReaderStudies

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

extension Viewer {
    /// What is shown when it is not an acquired slice alone: `coronal`, `oblique MIP 10 mm`, `mean 5 mm`.
    var planeText: String? { plane.words(with: slab) }
}

extension ShownPlane {
    /// The planes with a slab in words; `nil` for acquired slices alone.
    func words(with slab: Slab?) -> String? {
        let words = [self == .acquired ? nil : name, slab?.words].compactMap(\.self)
        return words.isEmpty ? nil : words.joined(separator: " ")
    }
}

extension Slab {
    /// `MIP 10 mm`.
    fileprivate var words: String {
        let name =
            switch projection {
            case .mean: "mean"
            case .maximum: "MIP"
            case .minimum: "MinIP"
            }
        return "\(name) \(NumberText.shortest(thicknessMM)) mm"
    }
}
