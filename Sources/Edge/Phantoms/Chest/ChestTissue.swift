/// What a chest is made of.
enum ChestTissue: Int, Tissue {
    case air, lung, fat, muscle, skin, cortex, marrow, cartilage, disc
    case blood, heart, liver, fluid, groundGlass, consolidation, septum
}
