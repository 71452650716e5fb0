// Embedded access.
