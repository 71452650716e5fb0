#ifndef CUNIX_RANDOM_H
#define CUNIX_RANDOM_H

/* Fills `length` bytes from the kernel's random source (getrandom). */
int cunix_random(void *bytes, unsigned long length);

#endif
