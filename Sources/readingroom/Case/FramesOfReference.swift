import Imaging

/// Numbers the frames of reference of a case and gives each one origin, so that its series still line up while nobody
/// can tell where in the scanner they lay.
struct FramesOfReference {
    /// Where a series lies.
    struct Place {
        /// Number of the frame of reference within the case, from 0.
        let number: Int
        /// The point that becomes (0, 0, 0), in the patient coordinates of the files.
        let origin: Vector3
    }

    private var places: [String: Place] = [:]
    private var count = 0

    /// The place of a series; without a Frame of Reference UID it lines up with nothing.
    mutating func place(of plan: SeriesPlan) -> Place {
        let uid = plan.facts.frameOfReferenceUID
        if !uid.isEmpty, let known = places[uid] { return known }
        let place = Place(number: count, origin: plan.geometry.positions[0])
        count += 1
        if !uid.isEmpty { places[uid] = place }
        return place
    }
}
