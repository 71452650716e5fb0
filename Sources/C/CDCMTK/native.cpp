// Uncompressed frames.

#include <utility>

#include "pixels.hpp"

namespace {

/// DCMTK swaps words of 16 bits in big endian OW; samples of 32 bits still have their halves exchanged.
void exchangeHalves(uint8_t *bytes, size_t count) {
    auto *words = reinterpret_cast<uint16_t *>(bytes);
    for (size_t i = 0; i + 1 < count / 2; i += 2) std::swap(words[i], words[i + 1]);
}

/// Masks and sign-extends samples of 16 bits where they are.
void keepStoredBits(const cdcmtk_pixels &p, const RawFrame &raw, uint16_t *samples) {
    if (p.bits_stored == 16) return;
    const size_t count = size_t(p.rows) * p.columns;
    const uint16_t mask = static_cast<uint16_t>((1u << raw.bitsStored) - 1);
    const uint16_t sign = p.is_signed ? static_cast<uint16_t>(1u << (raw.bitsStored - 1)) : 0;
    const uint32_t shift = raw.shift;
    for (size_t i = 0; i < count; ++i) {
        const uint32_t value = (samples[i] >> shift) & mask;
        samples[i] = static_cast<uint16_t>((value ^ sign) - sign);
    }
}

bool isBigEndian(cdcmtk_file &file) {
    return file.dataset()->getOriginalXfer() == EXS_BigEndianExplicit;
}

}  // namespace

int decodeNative(cdcmtk_file &file, uint32_t frame, void *samples) {
    bool isFloat = false;
    DcmElement *element = pixelElement(file, isFloat);
    if (!element) return CDCMTK_NO_PIXELS;
    const cdcmtk_pixels &p = file.pixels;
    OFString photometric;
    file.dataset()->findAndGetOFString(DCM_PhotometricInterpretation, photometric);
    Uint16 planar = 0;
    file.dataset()->findAndGetUint16(DCM_PlanarConfiguration, planar);

    RawFrame raw = {};
    raw.bitsAllocated = p.bits_allocated;
    raw.samplesPerPixel = p.samples_per_pixel;
    raw.isSubsampled = p.samples_per_pixel == 3 && photometric == "YBR_FULL_422";
    raw.isLuminanceFirst = isLuminanceChroma(photometric);
    raw.isPlanar = planar == 1 && !raw.isSubsampled;
    raw.isFloat = isFloat;
    raw.bitsStored = p.bits_stored;
    raw.shift = p.high_bit + 1 - p.bits_stored;

    const uint64_t frameBits = uint64_t(p.rows) * p.columns * p.bits_allocated
        * (raw.isSubsampled ? 2 : p.samples_per_pixel);
    const uint64_t firstBit = frameBits * frame;
    const uint64_t firstByte = firstBit / 8;
    const uint64_t bytes = (firstBit + frameBits + 7) / 8 - firstByte;
    raw.firstBit = static_cast<uint32_t>(firstBit % 8);
    const bool isInPlace = p.bits_allocated == 16 && p.samples_per_pixel == 1;
    if (!isInPlace) file.scratch.resize(bytes + 8);
    uint8_t *target = isInPlace ? static_cast<uint8_t *>(samples) : file.scratch.data();
    const OFCondition read = element->getPartialValue(
        target, static_cast<Uint32>(firstByte), static_cast<Uint32>(bytes), &file.cache);
    if (read.bad()) return CDCMTK_TRUNCATED;
    if (isInPlace) {
        keepStoredBits(p, raw, static_cast<uint16_t *>(samples));
        return CDCMTK_OK;
    }
    if (isBigEndian(file) && p.bits_allocated == 32 && !isFloat) exchangeHalves(target, bytes);
    raw.bytes = target;
    unpack(file, raw, samples);
    return CDCMTK_OK;
}
