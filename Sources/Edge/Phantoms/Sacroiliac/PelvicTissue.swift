/// What the pelvis around the sacroiliac joints is made of.
enum PelvicTissue: Int, Tissue {
    case fat, muscle, gas, cortex, marrow, trabecula, sclerosis, fattyMarrow
    case cartilage, ligament, nerve, blood, disc, bowelWall, bowelContent, erosion
}
