#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <zlib.h>

#include "CPeers.h"

enum { chunk_length = 4096 };

static const char letters[] = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";

static size_t base64(const uint8_t *bytes, size_t count, uint8_t *text) {
    uint8_t *at = text;
    for (; count >= 3; bytes += 3, count -= 3) {
        uint32_t group = (uint32_t)bytes[0] << 16 | (uint32_t)bytes[1] << 8 | bytes[2];
        *at++ = (uint8_t)letters[group >> 18];
        *at++ = (uint8_t)letters[group >> 12 & 63];
        *at++ = (uint8_t)letters[group >> 6 & 63];
        *at++ = (uint8_t)letters[group & 63];
    }
    if (count > 0) {
        uint32_t group = (uint32_t)bytes[0] << 16 | (count > 1 ? (uint32_t)bytes[1] << 8 : 0);
        *at++ = (uint8_t)letters[group >> 18];
        *at++ = (uint8_t)letters[group >> 12 & 63];
        *at++ = count > 1 ? (uint8_t)letters[group >> 6 & 63] : '=';
        *at++ = '=';
    }
    return (size_t)(at - text);
}

/* `text` in commands of at most `chunk_length` characters. */
static size_t commands(
    const uint8_t *text, size_t count, int width, int height, uint8_t *output, size_t capacity) {
    size_t written = 0;
    for (size_t start = 0; start < count; start += chunk_length) {
        size_t length = count - start < chunk_length ? count - start : chunk_length;
        if (capacity - written < length + 96) return 0;
        char *at = (char *)output + written;
        int more = start + length < count;
        int head = start == 0
            ? snprintf(at, 90, "\033_Ga=T,f=24,o=z,s=%d,v=%d,q=2,m=%d;", width, height, more)
            : snprintf(at, 90, "\033_Gm=%d;", more);
        memcpy(at + head, text + start, length);
        memcpy(at + head + length, "\033\\", 2);
        written += (size_t)head + length + 2;
    }
    return written;
}

size_t cpeers_kitty_rgb(
    const uint8_t *greys, int width, int height, uint8_t *output, size_t capacity) {
    size_t count = (size_t)width * (size_t)height;
    uLongf size = compressBound(count * 3);
    uint8_t *rgb = malloc(count * 3), *data = malloc(size), *text = malloc(size / 3 * 4 + 8);
    size_t written = 0;
    if (rgb && data && text) {
        for (size_t index = 0; index < count; ++index) {
            rgb[3 * index] = rgb[3 * index + 1] = rgb[3 * index + 2] = greys[index];
        }
        if (compress2(data, &size, rgb, count * 3, 1) == Z_OK) {
            written = commands(text, base64(data, size, text), width, height, output, capacity);
        }
    }
    free(rgb);
    free(data);
    free(text);
    return written;
}
