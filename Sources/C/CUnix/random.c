#include "random.h"

#include <errno.h>
#include <sys/random.h>

int cunix_random(void *bytes, unsigned long length) {
    unsigned char *next = bytes;
    while (length > 0) {
        ssize_t got = getrandom(next, length, 0);
        if (got < 0) {
            if (errno == EINTR) continue;
            return errno;
        }
        next += got;
        length -= (unsigned long)got;
    }
    return 0;
}
