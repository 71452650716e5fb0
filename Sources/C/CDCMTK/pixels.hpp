// Frames, from what is stored to samples.
#pragma once

#include "file.hpp"

/// What a decoder left in memory: interleaved or planar samples, native byte order.
struct RawFrame {
    const uint8_t *bytes;
    /// 1, 8, 16, 32 or 64.
    uint32_t bitsAllocated;
    /// Bit at which the frame begins; not 0 only for 1-bit pixels.
    uint32_t firstBit = 0;
    uint32_t samplesPerPixel;
    /// Samples of a pixel lie in three planes.
    bool isPlanar = false;
    /// The first two of four bytes are luminance (uncompressed YBR_FULL_422).
    bool isSubsampled = false;
    /// The first sample of a pixel is luminance.
    bool isLuminanceFirst = false;
    bool isFloat = false;
    /// Significant bits and where they end; shift is 0 for what a decoder has already aligned.
    uint32_t bitsStored;
    uint32_t shift = 0;
};

/// Whether the photometric interpretation stores luminance in the first sample.
bool isLuminanceChroma(const OFString &photometric);

/// Masks, sign-extends and copies `raw` to `samples`, of the type that `file.pixels.sample` says.
void unpack(const cdcmtk_file &file, const RawFrame &raw, void *samples);

/// Reads an uncompressed frame; a cdcmtk_status.
int decodeNative(cdcmtk_file &file, uint32_t frame, void *samples);

/// Decodes RLE; a cdcmtk_status.
int decodeRLE(cdcmtk_file &file, uint32_t frame, void *samples);

/// Decodes JPEG and JPEG-LS through DCMTK; a cdcmtk_status.
int decodeWithDCMTK(cdcmtk_file &file, uint32_t frame, void *samples);

/// Decodes JPEG 2000 and HTJ2K through OpenJPEG; a cdcmtk_status.
int decodeJPEG2000(cdcmtk_file &file, uint32_t frame, void *samples);

/// The element that holds the pixels, and whether it is of floats; null if there is none.
DcmElement *pixelElement(cdcmtk_file &file, bool &isFloat);

/// The bytes of one frame, all of its fragments joined; empty if the fragments cannot be shared out or read.
std::vector<uint8_t> joinedFragments(cdcmtk_file &file, uint32_t frame);

/// The fragments of encapsulated pixel data; null if the pixels are uncompressed.
DcmPixelSequence *pixelSequence(cdcmtk_file &file);
