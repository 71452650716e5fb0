// NIfTI.
