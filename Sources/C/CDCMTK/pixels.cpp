// The declared pixel geometry and the choice of decoder.

#include "pixels.hpp"

#include "guarded.hpp"

namespace {

uint32_t number(DcmDataset &dataset, const DcmTagKey &tag, uint32_t absent) {
    Uint16 value = 0;
    return dataset.findAndGetUint16(tag, value).good() ? value : absent;
}

bool isWithinLimits(const cdcmtk_pixels &p) {
    if (p.rows == 0 || p.columns == 0 || p.rows > CDCMTK_MAX_SIDE || p.columns > CDCMTK_MAX_SIDE) return false;
    if (p.frames == 0 || p.frames > CDCMTK_MAX_FRAMES) return false;
    if (p.samples_per_pixel == 0 || p.samples_per_pixel > CDCMTK_MAX_SAMPLES) return false;
    const uint64_t bytes = p.sample == CDCMTK_INT16 || p.sample == CDCMTK_UINT16 ? 2 : 4;
    return uint64_t(p.rows) * p.columns * p.frames * bytes <= CDCMTK_MAX_BYTES;
}

uint32_t sampleOf(const cdcmtk_pixels &p, bool isFloat) {
    if (isFloat) return CDCMTK_FLOAT32;
    if (p.bits_allocated > 16) return p.is_signed ? CDCMTK_INT32 : CDCMTK_UINT32;
    return p.is_signed ? CDCMTK_INT16 : CDCMTK_UINT16;
}

/// A cdcmtk_photometric, or 0 for one that we do not read.
uint32_t photometricOf(const OFString &name, uint32_t samples) {
    if (samples == 1) {
        if (name == "MONOCHROME1") return CDCMTK_MONOCHROME1;
        // Some scanners leave it out; what then has one sample is grey.
        if (name == "MONOCHROME2" || name.empty()) return CDCMTK_MONOCHROME2;
        return name == "PALETTE COLOR" ? CDCMTK_PALETTE : 0;
    }
    return samples == 3 && (name == "RGB" || isLuminanceChroma(name)) ? CDCMTK_COLOUR : 0;
}

bool areBitsReadable(const cdcmtk_pixels &p, bool isFloat) {
    if (isFloat) return p.samples_per_pixel == 1;
    if (p.bits_allocated == 1) return p.bits_stored == 1 && p.samples_per_pixel == 1;
    if (p.bits_allocated != 8 && p.bits_allocated != 16 && p.bits_allocated != 32) return false;
    if (p.samples_per_pixel == 3 && (p.bits_allocated > 16 || p.is_signed)) return false;
    return p.bits_stored >= 1 && p.high_bit < p.bits_allocated && p.bits_stored <= p.high_bit + 1;
}

bool isLossy(const std::string &syntax) {
    for (const char *uid : {".50", ".51", ".81", ".91", ".203"}) {
        if (syntax == std::string("1.2.840.10008.1.2.4") + uid) return true;
    }
    return false;
}

/// How many bytes the uncompressed pixels take.
uint64_t nativeBytes(const cdcmtk_pixels &p, bool isSubsampled) {
    const uint64_t samples = uint64_t(p.rows) * p.columns * p.frames
        * (isSubsampled ? 2 : p.samples_per_pixel);
    return (samples * p.bits_allocated + 7) / 8;
}

enum class Decoder { native, rle, dcmtk, jpeg2000, none };

Decoder decoderOf(cdcmtk_file &file) {
    if (!pixelSequence(file)) return Decoder::native;
    switch (file.dataset()->getOriginalXfer()) {
        case EXS_JPEGProcess1:
        case EXS_JPEGProcess2_4:
        case EXS_JPEGProcess14:
        case EXS_JPEGProcess14SV1:
        case EXS_JPEGLSLossless:
        case EXS_JPEGLSLossy:
            return Decoder::dcmtk;
        case EXS_RLELossless:
            return Decoder::rle;
        case EXS_JPEG2000LosslessOnly:
        case EXS_JPEG2000:
            return Decoder::jpeg2000;
        default:
            return Decoder::none;
    }
}

void readGeometry(cdcmtk_file &file, cdcmtk_pixels &p, bool isFloat, uint32_t floatBits) {
    DcmDataset &dataset = *file.dataset();
    p.rows = number(dataset, DCM_Rows, 0);
    p.columns = number(dataset, DCM_Columns, 0);
    Sint32 frames = 1;
    if (dataset.findAndGetSint32(DCM_NumberOfFrames, frames).bad()) frames = 1;
    p.frames = frames < 0 ? 0 : static_cast<uint32_t>(frames);
    p.samples_per_pixel = number(dataset, DCM_SamplesPerPixel, 1);
    p.bits_allocated = isFloat ? floatBits : number(dataset, DCM_BitsAllocated, 0);
    p.bits_stored = isFloat ? floatBits : number(dataset, DCM_BitsStored, p.bits_allocated);
    p.high_bit = isFloat ? floatBits - 1 : number(dataset, DCM_HighBit, p.bits_stored - 1);
    p.is_signed = number(dataset, DCM_PixelRepresentation, 0) == 1;
    p.is_lossy = isLossy(file.transferSyntax);
    p.sample = sampleOf(p, isFloat);
}

int checkedPixels(cdcmtk_file &file, cdcmtk_pixels &p) {
    bool isFloat = false;
    DcmElement *element = pixelElement(file, isFloat);
    if (!element) return CDCMTK_NO_PIXELS;
    readGeometry(file, p, isFloat, element->ident() == EVR_OD ? 64 : 32);
    if (!isWithinLimits(p)) return CDCMTK_TOO_LARGE;
    OFString photometric;
    file.dataset()->findAndGetOFString(DCM_PhotometricInterpretation, photometric);
    p.photometric = photometricOf(photometric, p.samples_per_pixel);
    if (p.photometric == 0 || !areBitsReadable(p, isFloat)) return CDCMTK_UNSUPPORTED_PIXELS;
    const Decoder decoder = decoderOf(file);
    if (decoder == Decoder::none) return CDCMTK_UNSUPPORTED_SYNTAX;
    if (decoder == Decoder::native
        && element->getLengthField() < nativeBytes(p, photometric == "YBR_FULL_422")) {
        return CDCMTK_PIXELS_SHORT;
    }
    return CDCMTK_OK;
}

int decode(cdcmtk_file &file, uint32_t frame, void *samples) {
    switch (decoderOf(file)) {
        case Decoder::native: return decodeNative(file, frame, samples);
        case Decoder::rle: return decodeRLE(file, frame, samples);
        case Decoder::dcmtk: return decodeWithDCMTK(file, frame, samples);
        case Decoder::jpeg2000: return decodeJPEG2000(file, frame, samples);
        case Decoder::none: break;
    }
    return CDCMTK_UNSUPPORTED_SYNTAX;
}

}  // namespace

bool isLuminanceChroma(const OFString &photometric) {
    return photometric == "YBR_FULL" || photometric == "YBR_FULL_422" || photometric == "YBR_RCT"
        || photometric == "YBR_ICT" || photometric == "YBR_PARTIAL_422";
}

DcmElement *pixelElement(cdcmtk_file &file, bool &isFloat) {
    DcmElement *element = nullptr;
    isFloat = false;
    if (file.dataset()->findAndGetElement(DCM_PixelData, element).good()) return element;
    isFloat = true;
    if (file.dataset()->findAndGetElement(DCM_FloatPixelData, element).good()) return element;
    if (file.dataset()->findAndGetElement(DCM_DoubleFloatPixelData, element).good()) return element;
    return nullptr;
}

DcmPixelSequence *pixelSequence(cdcmtk_file &file) {
    bool isFloat = false;
    DcmElement *element = pixelElement(file, isFloat);
    if (!element || isFloat || element->getLengthField() != DCM_UndefinedLength) return nullptr;
    DcmPixelSequence *sequence = nullptr;
    static_cast<DcmPixelData *>(element)->getEncapsulatedRepresentation(
        file.dataset()->getOriginalXfer(), nullptr, sequence);
    return sequence;
}

extern "C" int cdcmtk_pixels_of(cdcmtk_file *file, cdcmtk_pixels *pixels) {
    return guarded([&]() -> int {
        *pixels = {};
        const int status = checkedPixels(*file, *pixels);
        file->pixels = *pixels;
        file->hasPixels = status == CDCMTK_OK;
        return status;
    });
}

extern "C" int cdcmtk_decode(cdcmtk_file *file, uint32_t frame, void *samples, size_t capacity) {
    const int status = guarded([&]() -> int {
        if (!file->hasPixels) {
            cdcmtk_pixels pixels;
            const int checked = cdcmtk_pixels_of(file, &pixels);
            if (checked != CDCMTK_OK) return checked;
        }
        const cdcmtk_pixels &p = file->pixels;
        const size_t sampleBytes = p.sample == CDCMTK_INT16 || p.sample == CDCMTK_UINT16 ? 2 : 4;
        if (frame >= p.frames || capacity < size_t(p.rows) * p.columns * sampleBytes) return CDCMTK_BAD_CALL;
        return decode(*file, frame, samples);
    });
    return status == CDCMTK_MALFORMED ? CDCMTK_CORRUPT_FRAME : status;
}
