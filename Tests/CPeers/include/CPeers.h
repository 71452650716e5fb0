/* Other programs' encoders and decoders: what benchmarks compare ours with, and what tests read our bytes back with.
 *
 * The caller owns every buffer. Nothing prints. Functions return 0 for success unless they say otherwise. */
#ifndef CPEERS_H
#define CPEERS_H
#include <stddef.h>
#include <stdint.h>

/* libsixel: indices 0...100 (per cent) of 101 greys, `width × height`, to a sixel picture without dithering.
 * `is_small` chooses its policy of size instead of that of speed. Returns the bytes written; 0 if it fails or
 * `capacity` is too small. */
size_t cpeers_sixel_encode(
    const uint8_t *indices, int width, int height, int is_small, uint8_t *output, size_t capacity);

/* libsixel: a sixel picture to red, green and blue of each pixel, row by row. `capacity` is in bytes. */
int cpeers_sixel_decode(
    const uint8_t *bytes, size_t count, uint8_t *rgb, size_t capacity, int *width, int *height);

/* zlib: greys as RGB, compressed at level 1, in base64, as kitty commands: what common clients send. Returns the bytes
 * written; 0 if it fails or `capacity` is too small. */
size_t cpeers_kitty_rgb(const uint8_t *greys, int width, int height, uint8_t *output, size_t capacity);

/* libpng: the samples of a grey picture of 8 or 16 bits, row by row; -1 for any other kind of picture. `capacity` is in
 * samples. */
int cpeers_png_decode(
    const uint8_t *bytes, size_t count, uint16_t *samples, size_t capacity, int *width, int *height, int *bits);

#endif
