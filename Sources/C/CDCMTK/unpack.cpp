// Raw samples to stored values: mask, sign, luminance.

#include <cstring>

#include "pixels.hpp"

namespace {

template <typename Raw>
Raw sampleAt(const RawFrame &raw, size_t index) {
    Raw value;
    std::memcpy(&value, raw.bytes + index * sizeof(Raw), sizeof(Raw));
    return value;
}

/// Keeps the stored bits and extends the sign: what lies above them is not pixel data (PS3.5 8.1.1).
template <typename Raw, typename Sample>
void copyGrey(const cdcmtk_pixels &p, const RawFrame &raw, Sample *samples) {
    const size_t count = size_t(p.rows) * p.columns;
    const uint32_t mask = raw.bitsStored >= 32 ? ~0u : (1u << raw.bitsStored) - 1;
    const uint32_t sign = p.is_signed ? 1u << (raw.bitsStored - 1) : 0;
    for (size_t i = 0; i < count; ++i) {
        const uint32_t value = (static_cast<uint32_t>(sampleAt<Raw>(raw, i)) >> raw.shift) & mask;
        samples[i] = static_cast<Sample>((value ^ sign) - sign);
    }
}

template <typename Raw>
void copyFloats(const cdcmtk_pixels &p, const RawFrame &raw, float *samples) {
    const size_t count = size_t(p.rows) * p.columns;
    for (size_t i = 0; i < count; ++i) samples[i] = static_cast<float>(sampleAt<Raw>(raw, i));
}

void copyBits(const cdcmtk_pixels &p, const RawFrame &raw, uint16_t *samples) {
    const size_t count = size_t(p.rows) * p.columns;
    for (size_t i = 0; i < count; ++i) {
        const size_t bit = i + raw.firstBit;
        samples[i] = (raw.bytes[bit / 8] >> (bit % 8)) & 1;
    }
}

/// Luma weights of ITU-R BT.601, which DICOM's YBR_FULL uses (PS3.3 C.7.6.3.1.2).
template <typename Raw>
void copyLuminance(const cdcmtk_pixels &p, const RawFrame &raw, uint16_t *samples) {
    const size_t count = size_t(p.rows) * p.columns;
    const size_t step = raw.isPlanar ? 1 : 3;
    const size_t plane = raw.isPlanar ? count : 1;
    for (size_t i = 0; i < count; ++i) {
        const uint32_t first = sampleAt<Raw>(raw, i * step);
        if (raw.isLuminanceFirst) {
            samples[i] = static_cast<uint16_t>(first);
            continue;
        }
        const uint32_t green = sampleAt<Raw>(raw, i * step + plane);
        const uint32_t blue = sampleAt<Raw>(raw, i * step + 2 * plane);
        samples[i] = static_cast<uint16_t>((299 * first + 587 * green + 114 * blue + 500) / 1000);
    }
}

/// Uncompressed YBR_FULL_422: Y Y Cb Cr for two pixels (PS3.3 C.7.6.3.1.2).
void copySubsampled(const cdcmtk_pixels &p, const RawFrame &raw, uint16_t *samples) {
    const size_t count = size_t(p.rows) * p.columns;
    const bool isWord = raw.bitsAllocated == 16;
    for (size_t i = 0; i < count; ++i) {
        const size_t index = i / 2 * 4 + i % 2;
        samples[i] = isWord ? sampleAt<uint16_t>(raw, index) : raw.bytes[index];
    }
}

}  // namespace

void unpack(const cdcmtk_file &file, const RawFrame &raw, void *samples) {
    const cdcmtk_pixels &p = file.pixels;
    auto *words = static_cast<uint16_t *>(samples);
    if (raw.isFloat) {
        auto *floats = static_cast<float *>(samples);
        return raw.bitsAllocated == 64 ? copyFloats<double>(p, raw, floats) : copyFloats<float>(p, raw, floats);
    }
    if (raw.bitsAllocated == 1) return copyBits(p, raw, words);
    if (raw.isSubsampled) return copySubsampled(p, raw, words);
    if (raw.samplesPerPixel == 3) {
        return raw.bitsAllocated == 8 ? copyLuminance<uint8_t>(p, raw, words)
                                      : copyLuminance<uint16_t>(p, raw, words);
    }
    if (raw.bitsAllocated == 8 && p.bits_allocated <= 16) return copyGrey<uint8_t>(p, raw, words);
    if (raw.bitsAllocated == 16 && p.bits_allocated <= 16) return copyGrey<uint16_t>(p, raw, words);
    auto *longs = static_cast<uint32_t *>(samples);
    if (raw.bitsAllocated == 32 && p.bits_allocated == 32) return copyGrey<uint32_t>(p, raw, longs);
}
