// Sixel.
