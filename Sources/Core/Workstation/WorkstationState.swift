// The reading screen.
