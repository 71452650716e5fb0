import ImageFiles
import Imaging

extension RenderSource {
    /// One slice of a body plane, computed from the whole stack; `number` counts from 1, the middle one by default.
    ///
    /// - Throws: `Refusal` when the stack has no other planes, there is no such slice or a slice cannot be decoded.
    func slice(_ number: Int?, of plane: BodyPlane) throws -> ImageVolume {
        let volume = try wholeVolume()
        do {
            let planes = try volume.geometry.planes(plane)
            let index = number.map { $0 - 1 } ?? planes.slices / 2
            guard (0..<planes.slices).contains(index) else {
                throw Refusal(
                    "There is no slice \(index + 1). Choose one from 1 to \(planes.slices).")
            }
            SliceArrangement(volume.geometry).remarks.forEach(StandardStreams.say)
            return try volume.reformatted(to: planes.slice(index))
        } catch let error as PlaneError {
            throw Refusal(error.description)
        }
    }

    /// All slices, decoded.
    private func wholeVolume() throws -> ImageVolume {
        var opened: OpenedImage?
        var name = ""
        do {
            let volume = try stack.volume(relativeTo: Vector3(0, 0, 0), modality: modality) {
                name = files[$0].name
                let image = try OpenedImage(files[$0])
                opened = image
                return image.file
            }
            guard let volume else {
                let reasons = stack.issues.filter(\.isFatal).map(\.description)
                throw Refusal(reasons.joined(separator: " "))
            }
            return withExtendedLifetime(opened) { volume }
        } catch let error as FileProblem {
            throw Refusal(error.description)
        } catch let error as ImageFileError {
            throw Refusal("\(name): \(error.description)")
        }
    }
}
