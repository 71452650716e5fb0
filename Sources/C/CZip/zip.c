#include "CZip.h"

#include <dlfcn.h>
#include <pthread.h>
#include <stddef.h>

/* The versions whose functions below are alike; the first that is installed is taken. */
static const char *const names[] = {"libzip.so.5", "libzip.so.4", "libzip.so"};

static void *library;
static pthread_once_t once = PTHREAD_ONCE_INIT;

static void load(void) {
    for (size_t index = 0; index < sizeof names / sizeof *names && !library; ++index) {
        library = dlopen(names[index], RTLD_NOW | RTLD_LOCAL);
    }
}

static void *function(const char *name) {
    pthread_once(&once, load);
    return library ? dlsym(library, name) : NULL;
}

/* Calls libzip's function of this name, or gives `otherwise` where libzip is not installed. */
#define FORWARD(name, otherwise, ...)                      \
    __typeof__(&name) found = (__typeof__(&name))function(#name); \
    return found ? found(__VA_ARGS__) : (otherwise)

zip_t *zip_open(const char *path, int flags, int *code) {
    *code = ZIP_ER_OPNOTSUPP;
    FORWARD(zip_open, NULL, path, flags, code);
}

void zip_discard(zip_t *archive) { FORWARD(zip_discard, (void)0, archive); }

zip_int64_t zip_get_num_entries(zip_t *archive, zip_flags_t flags) {
    FORWARD(zip_get_num_entries, -1, archive, flags);
}

zip_file_t *zip_fopen_index(zip_t *archive, zip_uint64_t index, zip_flags_t flags) {
    FORWARD(zip_fopen_index, NULL, archive, index, flags);
}

int zip_fclose(zip_file_t *file) { FORWARD(zip_fclose, ZIP_ER_OPNOTSUPP, file); }

zip_int64_t zip_fread(zip_file_t *file, void *bytes, zip_uint64_t count) {
    FORWARD(zip_fread, -1, file, bytes, count);
}

void zip_stat_init(zip_stat_t *status) { FORWARD(zip_stat_init, (void)0, status); }

int zip_stat_index(zip_t *archive, zip_uint64_t index, zip_flags_t flags, zip_stat_t *status) {
    FORWARD(zip_stat_index, -1, archive, index, flags, status);
}

const char *zip_strerror(zip_t *archive) { FORWARD(zip_strerror, "libzip is not installed", archive); }

void zip_error_init_with_code(zip_error_t *error, int code) {
    FORWARD(zip_error_init_with_code, (void)0, error, code);
}

void zip_error_fini(zip_error_t *error) { FORWARD(zip_error_fini, (void)0, error); }

const char *zip_error_strerror(zip_error_t *error) {
    FORWARD(zip_error_strerror, "libzip is not installed", error);
}
