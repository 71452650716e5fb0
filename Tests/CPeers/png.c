#include <png.h>
#include <setjmp.h>
#include <string.h>

#include "CPeers.h"

struct source {
    const uint8_t *bytes;
    size_t left;
};

static void take(png_structp reader, png_bytep data, size_t count) {
    struct source *source = png_get_io_ptr(reader);
    if (count > source->left) png_error(reader, "ends early");
    memcpy(data, source->bytes, count);
    source->bytes += count;
    source->left -= count;
}

static void give_up(png_structp reader, png_const_charp message) {
    (void)message;
    longjmp(png_jmpbuf(reader), 1);
}

static void ignore(png_structp reader, png_const_charp message) {
    (void)reader;
    (void)message;
}

static void unpack(png_bytep *rows, int width, int height, int bits, uint16_t *samples) {
    for (int y = 0; y < height; ++y) {
        for (int x = 0; x < width; ++x) {
            const png_byte *at = rows[y] + x * bits / 8;
            *samples++ = bits == 16 ? (uint16_t)(at[0] << 8 | at[1]) : at[0];
        }
    }
}

int cpeers_png_decode(
    const uint8_t *bytes, size_t count, uint16_t *samples, size_t capacity, int *width, int *height, int *bits) {
    struct source source = {bytes, count};
    png_structp reader = png_create_read_struct(PNG_LIBPNG_VER_STRING, NULL, give_up, ignore);
    png_infop info = reader ? png_create_info_struct(reader) : NULL;
    int result = -1;
    if (info && setjmp(png_jmpbuf(reader)) == 0) {
        png_set_read_fn(reader, &source, take);
        png_read_png(reader, info, PNG_TRANSFORM_IDENTITY, NULL);
        *width = (int)png_get_image_width(reader, info);
        *height = (int)png_get_image_height(reader, info);
        *bits = png_get_bit_depth(reader, info);
        if (png_get_color_type(reader, info) == PNG_COLOR_TYPE_GRAY && *bits >= 8
            && (size_t)*width * (size_t)*height <= capacity && source.left == 0) {
            unpack(png_get_rows(reader, info), *width, *height, *bits, samples);
            result = 0;
        }
    }
    png_destroy_read_struct(&reader, &info, NULL);
    return result;
}
