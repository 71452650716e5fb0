// Screens as text.
