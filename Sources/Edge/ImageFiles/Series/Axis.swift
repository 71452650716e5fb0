import Imaging

/// The patient axis that a direction runs along most.
enum Axis: Hashable {
    case x, y, z

    init(along direction: Vector3) {
        let sizes = (abs(direction.x), abs(direction.y), abs(direction.z))
        if sizes.2 >= sizes.0, sizes.2 >= sizes.1 {
            self = .z
        } else {
            self = sizes.0 >= sizes.1 ? .x : .y
        }
    }

    var name: String {
        switch self {
        case .x: "x"
        case .y: "y"
        case .z: "z"
        }
    }

    func coordinate(of point: Vector3) -> Double {
        switch self {
        case .x: point.x
        case .y: point.y
        case .z: point.z
        }
    }
}
