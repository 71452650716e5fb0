// RLE frames. Ours, because DCMTK 3.6.7 reads past a segment's end in damaged files.
//
// Source: DICOM PS3.5 annex G.

#include <cstring>

#include "pixels.hpp"

namespace {

constexpr size_t headerSize = 64;

size_t longAt(const uint8_t *bytes) {
    return size_t(bytes[0]) | size_t(bytes[1]) << 8 | size_t(bytes[2]) << 16 | size_t(bytes[3]) << 24;
}

/// Unpacks a segment to `count` bytes that lie `step` apart; false if it ends too early.
bool unpackSegment(const uint8_t *from, const uint8_t *end, uint8_t *to, size_t count, size_t step) {
    size_t done = 0;
    while (done < count) {
        if (from == end) return false;
        const uint8_t control = *from++;
        if (control == 128) continue;
        const bool isRun = control > 128;
        const size_t length = isRun ? 257 - control : control + 1;
        if (static_cast<size_t>(end - from) < (isRun ? 1 : length)) return false;
        // A last run may reach into the padding behind the pixels.
        const size_t kept = length < count - done ? length : count - done;
        for (size_t i = 0; i < kept; ++i) to[(done + i) * step] = isRun ? *from : from[i];
        from += isRun ? 1 : length;
        done += kept;
    }
    return true;
}

}  // namespace

int decodeRLE(cdcmtk_file &file, uint32_t frame, void *samples) {
    const cdcmtk_pixels &p = file.pixels;
    const std::vector<uint8_t> bytes = joinedFragments(file, frame);
    if (bytes.size() < headerSize || p.bits_allocated < 8) return CDCMTK_CORRUPT_FRAME;
    const size_t width = p.bits_allocated / 8;
    const size_t pixels = size_t(p.rows) * p.columns;
    const size_t segments = width * p.samples_per_pixel;
    if (longAt(bytes.data()) != segments || segments > 15) return CDCMTK_CORRUPT_FRAME;
    file.scratch.resize(pixels * segments);
    for (size_t i = 0; i < segments; ++i) {
        const size_t start = longAt(bytes.data() + 4 * (i + 1));
        const size_t end = i + 1 < segments ? longAt(bytes.data() + 4 * (i + 2)) : bytes.size();
        if (start < headerSize || start > end || end > bytes.size()) return CDCMTK_CORRUPT_FRAME;
        // A sample's bytes come most significant first; memory takes the least significant first.
        uint8_t *target = file.scratch.data() + i / width * pixels * width + (width - 1 - i % width);
        if (!unpackSegment(bytes.data() + start, bytes.data() + end, target, pixels, width)) {
            return CDCMTK_CORRUPT_FRAME;
        }
    }
    OFString photometric;
    file.dataset()->findAndGetOFString(DCM_PhotometricInterpretation, photometric);
    RawFrame raw = {};
    raw.bytes = file.scratch.data();
    raw.bitsAllocated = p.bits_allocated;
    raw.samplesPerPixel = p.samples_per_pixel;
    raw.isPlanar = true;
    raw.isLuminanceFirst = isLuminanceChroma(photometric);
    raw.bitsStored = p.bits_stored;
    raw.shift = p.high_bit + 1 - p.bits_stored;
    unpack(file, raw, samples);
    return CDCMTK_OK;
}
