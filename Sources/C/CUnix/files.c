#include "files.h"

#include <errno.h>
#include <fcntl.h>
#include <stdio.h>
#include <unistd.h>

static int rename_in(int folder, const char *from, const char *to) {
    if (renameat2(folder, from, folder, to, RENAME_NOREPLACE) == 0) return 0;
    if (errno != EINVAL && errno != ENOSYS) return errno;
    /* A file system without that call, such as NFS. */
    if (linkat(folder, from, folder, to, 0) != 0) return errno;
    return unlinkat(folder, from, 0) == 0 ? 0 : errno;
}

int cunix_rename_new(const char *path, const char *from, const char *to) {
    int folder = open(path, O_RDONLY | O_DIRECTORY | O_CLOEXEC);
    if (folder < 0) return errno;
    int code = rename_in(folder, from, to);
    /* EINVAL: the file system has nothing to wait for. */
    if (code == 0 && fsync(folder) != 0 && errno != EINVAL) code = errno;
    close(folder);
    return code;
}
