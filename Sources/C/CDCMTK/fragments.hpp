// Which fragments of encapsulated pixel data belong to which frame.
#pragma once

#include <cstddef>
#include <vector>

#include "dcmtk.hpp"

/// Fragments `first..<end`, counted in the pixel sequence, where item 0 is the Basic Offset Table.
struct FragmentRange {
    unsigned long first;
    unsigned long end;
};

/// One range a frame: all fragments for one frame, one for each when the counts agree, otherwise by the Basic Offset
/// Table, otherwise by the marker that begins a JPEG 2000 codestream. Empty if the fragments cannot be shared out.
///
/// Source: DICOM PS3.5 A.4 and A.4.4.
std::vector<FragmentRange> fragmentsOfFrames(DcmPixelSequence &sequence, size_t frames);
