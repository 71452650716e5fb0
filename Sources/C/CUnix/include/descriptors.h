/* Memory that is passed as a descriptor, and passing descriptors over a socket. */
#ifndef CUNIX_DESCRIPTORS_H
#define CUNIX_DESCRIPTORS_H

/* The most descriptors in one message. */
#define CUNIX_MAX_DESCRIPTORS 4

/* Makes anonymous memory of `size` bytes, all 0, behind `*descriptor`, close-on-exec; its size is sealed. */
int cunix_memory(unsigned long size, int *descriptor);

/* Makes anonymous memory without a size, behind `*descriptor`, close-on-exec. */
int cunix_growing_memory(int *descriptor);

/* Makes a pair of connected sockets that keep message borders, both close-on-exec. */
int cunix_socket_pair(int sockets[2]);

/* Sends one message of `length` bytes with `count` descriptors (at most CUNIX_MAX_DESCRIPTORS). EPIPE when the other end
 * is gone; no signal. */
int cunix_send(int socket, const void *bytes, unsigned long length, const int *descriptors, unsigned long count);

/* Receives one message of at most `capacity` bytes into `bytes`, its length in `*length` (0: the other end is gone),
 * and up to CUNIX_MAX_DESCRIPTORS descriptors, close-on-exec, their number in `*count`. EMSGSIZE when the message
 * or its descriptors did not fit; the descriptors are closed then. */
int cunix_receive(
    int socket, void *bytes, unsigned long capacity, unsigned long *length,
    int descriptors[CUNIX_MAX_DESCRIPTORS], unsigned long *count);

#endif
