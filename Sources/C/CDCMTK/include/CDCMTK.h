/* DICOM through DCMTK, JPEG 2000 through OpenJPEG.
 *
 * No exception crosses this border and nothing prints. The caller owns every buffer. Functions that can
 * fail return a cdcmtk_status. Nothing here opens a file; a caller hands over bytes or a descriptor.
 * A cdcmtk_file is used by one thread at a time. */
#ifndef CDCMTK_H
#define CDCMTK_H
#include <stddef.h>
#include <stdint.h>
#ifdef __cplusplus
extern "C" {
#endif

/* What a call came to. */
enum cdcmtk_status {
    CDCMTK_OK = 0,
    CDCMTK_EMPTY,                /* no bytes at all */
    CDCMTK_NOT_DICOM,            /* does not begin like a DICOM file */
    CDCMTK_TRUNCATED,            /* ends inside an element */
    CDCMTK_MALFORMED,            /* cannot be parsed */
    CDCMTK_TOO_DEEP,             /* sequences nested deeper than CDCMTK_MAX_DEPTH */
    CDCMTK_UNREADABLE,           /* the descriptor cannot be read */
    CDCMTK_NO_MEMORY,
    CDCMTK_NO_DICTIONARY,        /* DCMTK's data dictionary is not installed */
    CDCMTK_NOT_FOUND,            /* the element is absent or empty */
    CDCMTK_NO_PIXELS,            /* the file holds no image */
    CDCMTK_UNSUPPORTED_SYNTAX,   /* no decoder for the transfer syntax */
    CDCMTK_UNSUPPORTED_PIXELS,   /* bits, samples or photometric interpretation that we do not read */
    CDCMTK_TOO_LARGE,            /* rows, columns, frames or samples above the limits, or 0 */
    CDCMTK_PIXELS_SHORT,         /* fewer pixels than the header declares */
    CDCMTK_CORRUPT_FRAME,        /* compressed data that cannot be decoded */
    CDCMTK_BAD_CALL,             /* frame out of range or buffer too small */
    CDCMTK_NOT_ENCODABLE         /* the pixels cannot be written in that transfer syntax */
};

/* Limits, checked before anything is allocated. */
#define CDCMTK_MAX_SIDE 8192
#define CDCMTK_MAX_FRAMES 20000
#define CDCMTK_MAX_SAMPLES 3
#define CDCMTK_MAX_DEPTH 16
#define CDCMTK_MAX_TEXT 65536
#define CDCMTK_MAX_BYTES 2147483648ULL

/* DCMTK's version, such as "3.6.7"; static storage. */
const char *cdcmtk_version(void);

/* Loads the data dictionary, registers the codecs and silences DCMTK; any number of times, from any thread.
 * To be called before a sandbox closes the file system; without it dictionary and codecs are loaded when a file needs them.
 * Returns CDCMTK_OK or CDCMTK_NO_DICTIONARY. */
int cdcmtk_prepare(void);

/* An opened file: the parsed header, and the pixels still where they were. */
typedef struct cdcmtk_file cdcmtk_file;

/* Parses `count` bytes, which must stay valid and unchanged until cdcmtk_close. */
int cdcmtk_open_bytes(const void *bytes, size_t count, cdcmtk_file **file);

/* Parses a regular file through pread; the descriptor must stay open until cdcmtk_close, which leaves it open. */
int cdcmtk_open_descriptor(int descriptor, cdcmtk_file **file);

/* Frees the file. NULL is allowed. */
void cdcmtk_close(cdcmtk_file *file);

/* The transfer syntax as the file names it; empty if it has no file meta information. Valid until cdcmtk_close. */
const char *cdcmtk_transfer_syntax(const cdcmtk_file *file);

/* Where to look for an element. */
typedef struct {
    int32_t frame;     /* 0...: in the functional groups of this frame, its own, then the shared; -1: in the data set */
    uint32_t sequence; /* tag of the sequence to look into; 0: none */
    uint32_t item;     /* its item, from 0 */
    uint32_t inner;    /* tag of a sequence in that item, whose first item is meant; 0: none */
} cdcmtk_place;

/* Items of per-frame functional groups; 0 if the file is not an enhanced multi-frame object. */
size_t cdcmtk_frame_groups(const cdcmtk_file *file);

/* The value as stored, components divided by backslashes, without padding; at most `capacity` bytes of it (no
 * terminating 0), its length in `length`. Values above CDCMTK_MAX_TEXT are CDCMTK_MALFORMED. */
int cdcmtk_text(cdcmtk_file *file, cdcmtk_place place, uint32_t tag, char *text, size_t capacity, size_t *length);

/* Up to `capacity` numbers of any numeric or numeric-string value; how many there are in `count`. */
int cdcmtk_numbers(
    cdcmtk_file *file, cdcmtk_place place, uint32_t tag, double *numbers, size_t capacity, size_t *count);

/* Up to `capacity` 16-bit words (lookup tables); how many there are in `count`. */
int cdcmtk_words(
    cdcmtk_file *file, cdcmtk_place place, uint32_t tag, uint16_t *words, size_t capacity, size_t *count);

/* How decoded samples are held, native byte order. */
enum cdcmtk_sample {
    CDCMTK_INT16 = 1,
    CDCMTK_UINT16 = 2,
    CDCMTK_INT32 = 3,
    CDCMTK_UINT32 = 4,
    CDCMTK_FLOAT32 = 5
};

/* How samples become greys. */
enum cdcmtk_photometric {
    CDCMTK_MONOCHROME1 = 1,
    CDCMTK_MONOCHROME2 = 2,
    CDCMTK_PALETTE = 3, /* decoded samples are indexes into the palette */
    CDCMTK_COLOUR = 4   /* decoded samples are luminance */
};

/* The declared pixel geometry, checked against the limits. */
typedef struct {
    uint32_t rows;
    uint32_t columns;
    uint32_t frames;
    uint32_t samples_per_pixel;
    uint32_t bits_allocated;
    uint32_t bits_stored;
    uint32_t high_bit;
    uint32_t is_signed;
    uint32_t photometric; /* cdcmtk_photometric */
    uint32_t sample;      /* cdcmtk_sample */
    uint32_t is_lossy;    /* the transfer syntax loses information */
} cdcmtk_pixels;

/* Reads the pixel geometry and checks that the pixels can be decoded and, if uncompressed, are all there. */
int cdcmtk_pixels_of(cdcmtk_file *file, cdcmtk_pixels *pixels);

/* Decodes one frame (from 0) to rows × columns samples, row-major: masked to the stored bits and sign-extended, before
 * rescale; colour as luminance. `capacity` is in bytes. Frames in order are fastest. */
int cdcmtk_decode(cdcmtk_file *file, uint32_t frame, void *samples, size_t capacity);

/* A data set in the making. */
typedef struct cdcmtk_writer cdcmtk_writer;

/* An empty data set; free it with cdcmtk_writer_free. */
int cdcmtk_writer_new(cdcmtk_writer **writer);
void cdcmtk_writer_free(cdcmtk_writer *writer);

/* Puts an element into the open item: `text` (0-terminated, components divided by backslashes, numbers as decimals) by the
 * VR that the dictionary gives the tag. CDCMTK_BAD_CALL if the tag is unknown or the value does not fit its VR. */
int cdcmtk_put_text(cdcmtk_writer *writer, uint32_t tag, const char *text);

/* Puts 16-bit words (lookup table data) as OW. */
int cdcmtk_put_words(cdcmtk_writer *writer, uint32_t tag, const uint16_t *words, size_t count);

/* Puts an element or sequence without a value. */
int cdcmtk_put_empty(cdcmtk_writer *writer, uint32_t tag);

/* Opens a new last item of a sequence in the open item; close it with cdcmtk_end_item. */
int cdcmtk_begin_item(cdcmtk_writer *writer, uint32_t sequence);
int cdcmtk_end_item(cdcmtk_writer *writer);

/* The pixels to write: `count` bytes of frames one after the other, native byte order. Samples take bits_allocated bits:
 * 8 or 16 (1 or 3 interleaved samples a pixel), 32; floats of 32 bits. The elements that describe them must have been
 * put. */
typedef struct {
    const void *bytes;
    size_t count;
    uint32_t rows;
    uint32_t columns;
    uint32_t frames;
    uint32_t samples_per_pixel;
    uint32_t bits_allocated;
    uint32_t bits_stored;
    uint32_t is_signed;
    uint32_t is_float;
    uint32_t near_lossless; /* greatest difference, JPEG-LS near-lossless */
    uint32_t quality;       /* 1...100, JPEG baseline and extended */
} cdcmtk_image;

/* Writes file meta information and data set in a transfer syntax. The bytes stay valid until the writer is freed or
 * encodes again. The same input gives the same bytes: no clock, no random UID. */
int cdcmtk_encode(
    cdcmtk_writer *writer, const char *transfer_syntax, const cdcmtk_image *image, const uint8_t **bytes, size_t *count);

#ifdef __cplusplus
}
#endif
#endif
