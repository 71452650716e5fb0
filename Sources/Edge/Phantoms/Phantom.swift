// Phantoms.
