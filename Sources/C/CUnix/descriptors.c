#include "descriptors.h"

#include <errno.h>
#include <fcntl.h>
#include <string.h>
#include <sys/mman.h>
#include <sys/socket.h>
#include <unistd.h>

int cunix_growing_memory(int *descriptor) {
    *descriptor = memfd_create("frames", MFD_CLOEXEC | MFD_ALLOW_SEALING);
    return *descriptor < 0 ? errno : 0;
}

int cunix_memory(unsigned long size, int *descriptor) {
    int code = cunix_growing_memory(descriptor);
    if (code != 0) return code;
    if (ftruncate(*descriptor, (off_t)size) == 0 &&
        fcntl(*descriptor, F_ADD_SEALS, F_SEAL_GROW | F_SEAL_SHRINK) == 0)
        return 0;
    code = errno;
    close(*descriptor);
    return code;
}

int cunix_socket_pair(int sockets[2]) {
    return socketpair(AF_UNIX, SOCK_SEQPACKET | SOCK_CLOEXEC, 0, sockets) == 0 ? 0 : errno;
}

/* Room for the descriptors of one message, aligned as the kernel wants it. */
union control {
    char bytes[CMSG_SPACE(sizeof(int) * CUNIX_MAX_DESCRIPTORS)];
    struct cmsghdr header;
};

int cunix_send(int socket, const void *bytes, unsigned long length, const int *descriptors, unsigned long count) {
    if (count > CUNIX_MAX_DESCRIPTORS) return EMSGSIZE;
    struct iovec part = {.iov_base = (void *)bytes, .iov_len = length};
    struct msghdr message = {.msg_iov = &part, .msg_iovlen = 1};
    union control control;
    memset(&control, 0, sizeof control);
    if (count > 0) {
        message.msg_control = control.bytes;
        message.msg_controllen = CMSG_SPACE(sizeof(int) * count);
        struct cmsghdr *header = CMSG_FIRSTHDR(&message);
        header->cmsg_level = SOL_SOCKET;
        header->cmsg_type = SCM_RIGHTS;
        header->cmsg_len = CMSG_LEN(sizeof(int) * count);
        memcpy(CMSG_DATA(header), descriptors, sizeof(int) * count);
    }
    ssize_t sent;
    do sent = sendmsg(socket, &message, MSG_NOSIGNAL);
    while (sent < 0 && errno == EINTR);
    return sent < 0 ? errno : 0;
}

static unsigned long take_descriptors(struct msghdr *message, int descriptors[CUNIX_MAX_DESCRIPTORS]) {
    unsigned long count = 0;
    for (struct cmsghdr *header = CMSG_FIRSTHDR(message); header; header = CMSG_NXTHDR(message, header)) {
        if (header->cmsg_level != SOL_SOCKET || header->cmsg_type != SCM_RIGHTS) continue;
        unsigned long size = header->cmsg_len - CMSG_LEN(0);
        for (unsigned long at = 0; at + sizeof(int) <= size && count < CUNIX_MAX_DESCRIPTORS; at += sizeof(int))
            memcpy(&descriptors[count++], CMSG_DATA(header) + at, sizeof(int));
    }
    return count;
}

int cunix_receive(
    int socket, void *bytes, unsigned long capacity, unsigned long *length,
    int descriptors[CUNIX_MAX_DESCRIPTORS], unsigned long *count) {
    struct iovec part = {.iov_base = bytes, .iov_len = capacity};
    union control control;
    struct msghdr message = {
        .msg_iov = &part, .msg_iovlen = 1, .msg_control = control.bytes, .msg_controllen = sizeof control.bytes};
    ssize_t received;
    do received = recvmsg(socket, &message, MSG_CMSG_CLOEXEC);
    while (received < 0 && errno == EINTR);
    *length = 0;
    *count = 0;
    if (received < 0) return errno;
    *count = take_descriptors(&message, descriptors);
    if (message.msg_flags & (MSG_TRUNC | MSG_CTRUNC)) {
        while (*count > 0) close(descriptors[--*count]);
        return EMSGSIZE;
    }
    *length = (unsigned long)received;
    return 0;
}
