/* Small C functions over Linux system calls that Swift cannot call itself (variadic, macros, BPF). */
#ifndef CUNIX_H
#define CUNIX_H

/* Opens a pseudo-random source of `length` bytes (getrandom); 0, or errno. */
int cunix_random(void *bytes, unsigned long length);

#endif
