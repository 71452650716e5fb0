import Imaging
import ReaderStudies

/// Voxels of a series painted to tell how much of a whole is affected.
struct Painting: Hashable, Sendable {
    /// What the brush paints.
    enum Layer: String, Hashable, Sendable {
        /// The whole, such as a lung.
        case whole
        /// What is affected of it.
        case part
    }

    /// The whole.
    private(set) var whole: VoxelMask
    /// What is affected.
    private(set) var part: VoxelMask
    /// What the brush paints now.
    var layer = Layer.whole
    /// The radius of the brush, millimetres.
    private(set) var radiusMM: Double

    /// Nothing painted on a series; the brush spans a twentieth of the slice.
    init(_ geometry: VolumeGeometry) {
        whole = VoxelMask(geometry)
        part = VoxelMask(geometry)
        let extent = min(
            Double(geometry.columns) * geometry.columnSpacingMM,
            Double(geometry.rows) * geometry.rowSpacingMM)
        radiusMM = extent / 40
    }

    /// What was painted in an earlier sitting.
    init(_ masks: [PaintedMask], in geometry: VolumeGeometry) {
        self.init(geometry)
        for mask in masks {
            for painted in mask.slices {
                if mask.name == Layer.whole.rawValue {
                    whole.insert(runs: painted.runs, slice: painted.slice)
                } else {
                    part.insert(runs: painted.runs, slice: painted.slice)
                }
            }
        }
    }

    /// Makes the brush larger (1) or smaller (-1) by a quarter, no smaller than a voxel.
    mutating func resize(_ step: Int, in geometry: VolumeGeometry) {
        let least = min(geometry.columnSpacingMM, geometry.rowSpacingMM) / 2
        radiusMM = max(least, step > 0 ? radiusMM * 1.25 : radiusMM / 1.25)
    }

    /// Paints a round area around a point of a slice, or takes it away.
    mutating func paint(
        _ point: ImagePoint, slice: Int, erasing: Bool, in geometry: VolumeGeometry
    ) throws(MeasureError) {
        let disc = ImageRegion.disc(center: point, radiusMM: radiusMM, in: geometry)
        var mask = layer == .whole ? whole : part
        if erasing {
            try mask.erase(disc, slice: slice)
        } else {
            try mask.paint(disc, slice: slice)
        }
        if layer == .whole { whole = mask } else { part = mask }
    }

    /// How much of the whole is affected, and the voxels of both.
    ///
    /// - Throws: `MeasureError.noVoxels` while nothing of the whole is painted.
    func quantities() throws(MeasureError) -> [AnswerQuantity] {
        [
            AnswerQuantity(name: "affected", value: try part.percentage(of: whole), unit: "%"),
            AnswerQuantity(name: "whole", value: Double(whole.count), unit: "voxels"),
            AnswerQuantity(
                name: "part", value: Double(part.count(inCommonWith: whole)), unit: "voxels"),
        ]
    }

    /// As the store keeps it.
    var masks: [PaintedMask] {
        [(Layer.whole, whole), (.part, part)].map { layer, mask in
            PaintedMask(
                name: layer.rawValue,
                slices: mask.paintedSlices.map {
                    PaintedSlice(slice: $0, runs: mask.runs(slice: $0))
                })
        }
    }
}
