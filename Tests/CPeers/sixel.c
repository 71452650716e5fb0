#include <sixel/sixel.h>
#include <stdlib.h>
#include <string.h>

#include "CPeers.h"

struct buffer {
    uint8_t *bytes;
    size_t capacity;
    size_t count;
    int is_full;
};

static int append(char *data, int size, void *context) {
    struct buffer *buffer = context;
    if (buffer->capacity - buffer->count < (size_t)size) {
        buffer->is_full = 1;
        return size;
    }
    memcpy(buffer->bytes + buffer->count, data, (size_t)size);
    buffer->count += (size_t)size;
    return size;
}

/* A palette of 0...100 % without dithering. */
static sixel_dither_t *new_greys(void) {
    sixel_dither_t *dither = NULL;
    if (SIXEL_FAILED(sixel_dither_new(&dither, 101, NULL))) return NULL;
    unsigned char palette[303];
    for (int percent = 0; percent <= 100; ++percent) {
        memset(palette + 3 * percent, (percent * 255 + 50) / 100, 3);
    }
    sixel_dither_set_palette(dither, palette);
    sixel_dither_set_pixelformat(dither, SIXEL_PIXELFORMAT_PAL8);
    sixel_dither_set_diffusion_type(dither, SIXEL_DIFFUSE_NONE);
    return dither;
}

size_t cpeers_sixel_encode(
    const uint8_t *indices, int width, int height, int is_small, uint8_t *output, size_t capacity) {
    struct buffer buffer = {output, capacity, 0, 0};
    sixel_output_t *writer = NULL;
    if (SIXEL_FAILED(sixel_output_new(&writer, append, &buffer, NULL))) return 0;
    sixel_dither_t *dither = new_greys();
    size_t count = 0;
    if (dither) {
        sixel_output_set_encode_policy(
            writer, is_small ? SIXEL_ENCODEPOLICY_SIZE : SIXEL_ENCODEPOLICY_FAST);
        /* libsixel reads the indices, though it does not say so. */
        SIXELSTATUS status =
            sixel_encode((unsigned char *)indices, width, height, 1, dither, writer);
        if (SIXEL_SUCCEEDED(status) && !buffer.is_full) count = buffer.count;
        sixel_dither_unref(dither);
    }
    sixel_output_unref(writer);
    return count;
}

int cpeers_sixel_decode(
    const uint8_t *bytes, size_t count, uint8_t *rgb, size_t capacity, int *width, int *height) {
    unsigned char *copy = malloc(count + 1);
    if (!copy) return -1;
    memcpy(copy, bytes, count);
    unsigned char *pixels = NULL, *palette = NULL;
    int colours = 0, result = -1;
    SIXELSTATUS status =
        sixel_decode_raw(copy, (int)count, &pixels, width, height, &palette, &colours, NULL);
    size_t total = SIXEL_SUCCEEDED(status) ? (size_t)*width * (size_t)*height : 0;
    if (total > 0 && total * 3 <= capacity) {
        result = 0;
        for (size_t index = 0; index < total && result == 0; ++index) {
            if (pixels[index] < colours) memcpy(rgb + 3 * index, palette + 3 * pixels[index], 3);
            else result = -1;
        }
    }
    free(copy);
    free(pixels);
    free(palette);
    return result;
}
