// JPEG and JPEG-LS, through DCMTK's codecs.

#include "codecs.hpp"
#include "pixels.hpp"
#include <dcmtk/dcmdata/dccodec.h>

namespace {

/// Bits of a JPEG sample, from the frame header; 0 if there is none that DCMTK would find.
///
/// DCMTK 3.6.7 looks for it in the same steps and goes round for ever at the marker TEM (FF01), so whatever does not lead
/// straight to a frame header is not handed to it.
uint32_t jpegPrecision(const Uint8 *bytes, size_t count) {
    if (count < 4 || bytes[0] != 0xFF || bytes[1] != 0xD8) return 0;
    for (size_t i = 2; i + 4 < count && bytes[i] == 0xFF;) {
        const Uint8 marker = bytes[i + 1];
        if (marker < 0xC0 || marker == 0xFF) return 0;
        // SOF0...SOF15 without DHT, JPG and DAC.
        const bool isFrame =
            marker <= 0xCF && marker != 0xC4 && marker != 0xC8 && marker != 0xCC;
        if (isFrame) return bytes[i + 4];
        const bool isAlone = marker >= 0xD0 && marker <= 0xD9;
        i += isAlone ? 2 : 2 + (size_t(bytes[i + 2]) << 8 | bytes[i + 3]);
    }
    return 0;
}

/// DCMTK's own idea of where a frame begins.
struct Fragments : DcmCodec {
    static bool findFirst(uint32_t frame, uint32_t frames, DcmPixelSequence &sequence, Uint32 &first) {
        return determineStartFragment(frame, static_cast<Sint32>(frames), &sequence, first).good();
    }
};

bool isJPEGLS(cdcmtk_file &file) {
    const E_TransferSyntax syntax = file.dataset()->getOriginalXfer();
    return syntax == EXS_JPEGLSLossless || syntax == EXS_JPEGLSLossy;
}

/// Bits of a frame's samples as DCMTK's decoder will leave them: JPEG of 8 bits stays in bytes whatever is declared. 0 if
/// the frame cannot be decoded.
uint32_t decodedBits(cdcmtk_file &file, DcmPixelSequence &sequence, Uint32 fragment) {
    if (isJPEGLS(file)) return file.pixels.bits_allocated;
    DcmPixelItem *item = nullptr;
    Uint8 *bytes = nullptr;
    if (sequence.getItem(item, fragment).bad() || !item || item->getUint8Array(bytes).bad() || !bytes) return 0;
    const uint32_t precision = jpegPrecision(bytes, item->getLength());
    return precision == 0 ? 0 : precision <= 8 ? 8 : 16;
}

/// Leaves compressed frames that were decoded in the file again.
void release(DcmPixelSequence &sequence, Uint32 first, Uint32 end) {
    for (Uint32 i = first; i < end; ++i) {
        DcmPixelItem *item = nullptr;
        if (sequence.getItem(item, i).good() && item) item->compact();
    }
}

}  // namespace

int decodeWithDCMTK(cdcmtk_file &file, uint32_t frame, void *samples) {
    if (loadCodecs() != CDCMTK_OK) return CDCMTK_UNSUPPORTED_SYNTAX;
    const cdcmtk_pixels &p = file.pixels;
    DcmPixelSequence *sequence = pixelSequence(file);
    if (!sequence || p.bits_allocated < 8 || sequence->card() < 2) return CDCMTK_CORRUPT_FRAME;
    Uint32 fragment = frame == file.nextFrame ? file.nextFragment : 0;
    if (fragment == 0 && !Fragments::findFirst(frame, p.frames, *sequence, fragment)) return CDCMTK_CORRUPT_FRAME;
    const Uint32 first = fragment;
    const uint32_t bits = decodedBits(file, *sequence, first);
    if (bits == 0) return CDCMTK_CORRUPT_FRAME;
    DcmElement *element = nullptr;
    file.dataset()->findAndGetElement(DCM_PixelData, element);

    const size_t sampleBytes = p.bits_allocated > bits ? p.bits_allocated / 8 : bits / 8;
    const size_t size = size_t(p.rows) * p.columns * p.samples_per_pixel * sampleBytes;
    file.scratch.resize(size + 2);
    OFString photometric;
    const OFCondition decoded = static_cast<DcmPixelData *>(element)->getUncompressedFrame(
        file.dataset(), frame, fragment, file.scratch.data(), static_cast<Uint32>(size + (size & 1)),
        photometric, &file.cache);
    if (decoded.bad()) return CDCMTK_CORRUPT_FRAME;
    release(*sequence, first, fragment);
    file.nextFragment = fragment;
    file.nextFrame = frame + 1;

    Uint16 planar = 0;
    file.dataset()->findAndGetUint16(DCM_PlanarConfiguration, planar);
    RawFrame raw = {};
    raw.bytes = file.scratch.data();
    raw.bitsAllocated = bits;
    raw.samplesPerPixel = p.samples_per_pixel;
    raw.isPlanar = planar == 1;
    raw.isLuminanceFirst = isLuminanceChroma(photometric);
    raw.bitsStored = p.bits_stored < bits ? p.bits_stored : bits;
    unpack(file, raw, samples);
    return CDCMTK_OK;
}
