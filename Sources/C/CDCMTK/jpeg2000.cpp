// JPEG 2000 and HTJ2K frames, through OpenJPEG.

#include <algorithm>
#include <cstring>
#include <memory>

#include <openjpeg-2.5/openjpeg.h>

#include "pixels.hpp"

namespace {

struct Codestream {
    const uint8_t *bytes;
    size_t size;
    size_t position;
};

OPJ_SIZE_T readBytes(void *buffer, OPJ_SIZE_T count, void *user) {
    auto *stream = static_cast<Codestream *>(user);
    const size_t n = std::min<size_t>(count, stream->size - stream->position);
    if (n == 0) return static_cast<OPJ_SIZE_T>(-1);
    std::memcpy(buffer, stream->bytes + stream->position, n);
    stream->position += n;
    return n;
}

OPJ_OFF_T skipBytes(OPJ_OFF_T count, void *user) {
    auto *stream = static_cast<Codestream *>(user);
    if (count < 0) return -1;
    stream->position += std::min<size_t>(static_cast<size_t>(count), stream->size - stream->position);
    return count;
}

OPJ_BOOL seekBytes(OPJ_OFF_T position, void *user) {
    auto *stream = static_cast<Codestream *>(user);
    if (position < 0 || static_cast<size_t>(position) > stream->size) return OPJ_FALSE;
    stream->position = static_cast<size_t>(position);
    return OPJ_TRUE;
}

void ignore(const char *, void *) {}

struct Deleter {
    void operator()(opj_codec_t *codec) const { opj_destroy_codec(codec); }
    void operator()(opj_image_t *image) const { opj_image_destroy(image); }
};

struct StreamDeleter {
    void operator()(opj_stream_t *stream) const { opj_stream_destroy(stream); }
};

using Codec = std::unique_ptr<opj_codec_t, Deleter>;
using Image = std::unique_ptr<opj_image_t, Deleter>;
using Stream = std::unique_ptr<opj_stream_t, StreamDeleter>;

/// Some writers wrap the codestream in a JP2 file, which DICOM does not allow but which can be read.
OPJ_CODEC_FORMAT formatOf(const std::vector<uint8_t> &bytes) {
    const bool isFile = bytes.size() > 12 && std::memcmp(bytes.data() + 4, "jP  ", 4) == 0;
    return isFile ? OPJ_CODEC_JP2 : OPJ_CODEC_J2K;
}

bool hasDeclaredSize(const opj_image_t &image, const cdcmtk_pixels &p) {
    if (image.numcomps < p.samples_per_pixel) return false;
    for (uint32_t i = 0; i < p.samples_per_pixel; ++i) {
        const opj_image_comp_t &component = image.comps[i];
        if (component.w != p.columns || component.h != p.rows) return false;
        if (component.dx != 1 || component.dy != 1 || component.prec > 32) return false;
    }
    return true;
}

/// Decodes the codestream after its header was found to declare the size that the data set declares.
Image decoded(const std::vector<uint8_t> &bytes, const cdcmtk_pixels &p) {
    Codestream source = {bytes.data(), bytes.size(), 0};
    Stream stream(opj_stream_create(1 << 20, OPJ_TRUE));
    Codec codec(opj_create_decompress(formatOf(bytes)));
    if (!stream || !codec) return nullptr;
    opj_stream_set_read_function(stream.get(), readBytes);
    opj_stream_set_skip_function(stream.get(), skipBytes);
    opj_stream_set_seek_function(stream.get(), seekBytes);
    opj_stream_set_user_data(stream.get(), &source, nullptr);
    opj_stream_set_user_data_length(stream.get(), bytes.size());
    opj_set_info_handler(codec.get(), ignore, nullptr);
    opj_set_warning_handler(codec.get(), ignore, nullptr);
    opj_set_error_handler(codec.get(), ignore, nullptr);
    opj_dparameters_t parameters;
    opj_set_default_decoder_parameters(&parameters);
    opj_image_t *header = nullptr;
    if (!opj_setup_decoder(codec.get(), &parameters)) return nullptr;
    const bool hasHeader = opj_read_header(stream.get(), codec.get(), &header);
    Image image(header);
    if (!hasHeader || !image || !hasDeclaredSize(*image, p)) return nullptr;
    if (!opj_decode(codec.get(), stream.get(), image.get())) return nullptr;
    opj_end_decompress(codec.get(), stream.get());
    for (uint32_t i = 0; i < p.samples_per_pixel; ++i) {
        if (!image->comps[i].data) return nullptr;
    }
    return image;
}

/// The data set's sign wins over the codestream's: the same bits are read as it says.
void copyGrey(const opj_image_comp_t &component, const cdcmtk_pixels &p, void *samples) {
    const uint32_t stored = p.is_signed != component.sgnd ? std::min(p.bits_stored, component.prec) : p.bits_stored;
    const uint32_t mask = stored >= 32 ? ~0u : (1u << stored) - 1;
    const uint32_t sign = p.is_signed ? 1u << (stored - 1) : 0;
    const size_t count = size_t(p.rows) * p.columns;
    const bool isLong = p.bits_allocated > 16;
    for (size_t i = 0; i < count; ++i) {
        const uint32_t value = ((static_cast<uint32_t>(component.data[i]) & mask) ^ sign) - sign;
        if (isLong) {
            static_cast<uint32_t *>(samples)[i] = value;
        } else {
            static_cast<uint16_t *>(samples)[i] = static_cast<uint16_t>(value);
        }
    }
}

uint16_t clamped(int32_t value) { return static_cast<uint16_t>(std::clamp(value, 0, 65535)); }

/// OpenJPEG undoes the codestream's own colour transform; YBR_FULL is what the writer put in.
void copyLuminance(const opj_image_t &image, const cdcmtk_pixels &p, bool isLuminanceFirst, uint16_t *samples) {
    const size_t count = size_t(p.rows) * p.columns;
    for (size_t i = 0; i < count; ++i) {
        const uint32_t first = clamped(image.comps[0].data[i]);
        const uint32_t green = clamped(image.comps[1].data[i]);
        const uint32_t blue = clamped(image.comps[2].data[i]);
        const uint32_t mixed = (299 * first + 587 * green + 114 * blue + 500) / 1000;
        samples[i] = static_cast<uint16_t>(isLuminanceFirst ? first : mixed);
    }
}

}  // namespace

int decodeJPEG2000(cdcmtk_file &file, uint32_t frame, void *samples) {
    const cdcmtk_pixels &p = file.pixels;
    const std::vector<uint8_t> bytes = joinedFragments(file, frame);
    if (bytes.empty()) return CDCMTK_CORRUPT_FRAME;
    const Image image = decoded(bytes, p);
    if (!image) return CDCMTK_CORRUPT_FRAME;
    if (p.samples_per_pixel == 1) {
        copyGrey(image->comps[0], p, samples);
        return CDCMTK_OK;
    }
    OFString photometric;
    file.dataset()->findAndGetOFString(DCM_PhotometricInterpretation, photometric);
    const bool isLuminanceFirst = photometric == "YBR_FULL" || photometric == "YBR_FULL_422";
    copyLuminance(*image, p, isLuminanceFirst, static_cast<uint16_t *>(samples));
    return CDCMTK_OK;
}
