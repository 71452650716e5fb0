// JPEG 2000 lossless frames, through OpenJPEG.

#include <cstring>
#include <memory>

#include <openjpeg-2.5/openjpeg.h>

#include "writer.hpp"

namespace {

struct Output {
    std::vector<uint8_t> bytes;
    size_t position = 0;
};

OPJ_SIZE_T writeBytes(void *buffer, OPJ_SIZE_T count, void *user) {
    auto *output = static_cast<Output *>(user);
    if (output->bytes.size() < output->position + count) output->bytes.resize(output->position + count);
    std::memcpy(output->bytes.data() + output->position, buffer, count);
    output->position += count;
    return count;
}

OPJ_OFF_T skipBytes(OPJ_OFF_T count, void *user) {
    auto *output = static_cast<Output *>(user);
    if (count < 0) return -1;
    output->position += static_cast<size_t>(count);
    return count;
}

OPJ_BOOL seekBytes(OPJ_OFF_T position, void *user) {
    if (position < 0) return OPJ_FALSE;
    static_cast<Output *>(user)->position = static_cast<size_t>(position);
    return OPJ_TRUE;
}

int32_t sampleAt(const cdcmtk_image &image, size_t index) {
    if (image.bits_allocated == 8) {
        const uint8_t byte = static_cast<const uint8_t *>(image.bytes)[index];
        return image.is_signed ? static_cast<int8_t>(byte) : byte;
    }
    const uint16_t word = static_cast<const uint16_t *>(image.bytes)[index];
    return image.is_signed ? static_cast<int16_t>(word) : word;
}

opj_image_t *imageOf(const cdcmtk_image &image, uint32_t frame) {
    opj_image_cmptparm_t component = {};
    component.dx = component.dy = 1;
    component.w = image.columns;
    component.h = image.rows;
    component.prec = image.bits_stored;
    component.sgnd = image.is_signed;
    opj_image_cmptparm_t components[3] = {component, component, component};
    opj_image_t *result = opj_image_create(
        image.samples_per_pixel, components,
        image.samples_per_pixel == 3 ? OPJ_CLRSPC_SRGB : OPJ_CLRSPC_GRAY);
    if (!result) return nullptr;
    result->x1 = image.columns;
    result->y1 = image.rows;
    const size_t pixels = size_t(image.rows) * image.columns;
    for (size_t i = 0; i < pixels; ++i) {
        for (uint32_t s = 0; s < image.samples_per_pixel; ++s) {
            result->comps[s].data[i] =
                sampleAt(image, (frame * pixels + i) * image.samples_per_pixel + s);
        }
    }
    return result;
}

/// Resolution levels that a side allows: each halves it.
int resolutionsOf(const cdcmtk_image &image) {
    const uint32_t side = image.rows < image.columns ? image.rows : image.columns;
    int levels = 1;
    while (levels < 6 && (side >> levels) > 0) ++levels;
    return levels;
}

void ignore(const char *, void *) {}

}  // namespace

std::vector<uint8_t> encodeJPEG2000(const cdcmtk_image &image, uint32_t frame) {
    if (image.bits_allocated > 16 || image.is_float) return {};
    opj_cparameters_t parameters;
    opj_set_default_encoder_parameters(&parameters);
    parameters.irreversible = 0;
    parameters.tcp_numlayers = 1;
    parameters.tcp_rates[0] = 0;
    parameters.cp_disto_alloc = 1;
    parameters.numresolution = resolutionsOf(image);
    // The colours are kept as they are, so that the photometric interpretation stays RGB.
    parameters.tcp_mct = 0;

    Output output;
    std::unique_ptr<opj_image_t, decltype(&opj_image_destroy)> pixels(imageOf(image, frame), opj_image_destroy);
    std::unique_ptr<opj_codec_t, decltype(&opj_destroy_codec)> codec(
        opj_create_compress(OPJ_CODEC_J2K), opj_destroy_codec);
    std::unique_ptr<opj_stream_t, decltype(&opj_stream_destroy)> stream(
        opj_stream_create(1 << 20, OPJ_FALSE), opj_stream_destroy);
    if (!pixels || !codec || !stream) return {};
    opj_set_info_handler(codec.get(), ignore, nullptr);
    opj_set_warning_handler(codec.get(), ignore, nullptr);
    opj_set_error_handler(codec.get(), ignore, nullptr);
    opj_stream_set_write_function(stream.get(), writeBytes);
    opj_stream_set_skip_function(stream.get(), skipBytes);
    opj_stream_set_seek_function(stream.get(), seekBytes);
    opj_stream_set_user_data(stream.get(), &output, nullptr);
    const bool isEncoded = opj_setup_encoder(codec.get(), &parameters, pixels.get())
        && opj_start_compress(codec.get(), pixels.get(), stream.get())
        && opj_encode(codec.get(), stream.get()) && opj_end_compress(codec.get(), stream.get());
    return isEncoded ? std::move(output.bytes) : std::vector<uint8_t>();
}
