/// What a head is made of.
enum HeadTissue: Int, Tissue {
    case air, skin, fat, muscle, bone, marrow, fluid, grey, white, deepGrey, iron
    case blood, vein, freshBlood, oldBlood, haemosiderin
}
