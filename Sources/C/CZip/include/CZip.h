/* libzip, loaded when the first archive is met: it brings libcrypto along, and both would take 2 ms of every command's
 * start. The functions are those of zip.h, under their own names. */
#ifndef CZIP_H
#define CZIP_H
#include <zip.h>
#endif
