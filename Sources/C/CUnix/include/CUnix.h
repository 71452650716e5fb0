/* Small C functions over Linux system calls that Swift cannot call itself (variadic, macros, BPF).
 * Unless said otherwise they return 0 or an errno. Nothing prints. */
#ifndef CUNIX_H
#define CUNIX_H

#include "descriptors.h"
#include "files.h"
#include "process.h"
#include "random.h"
#include "sandbox.h"
#include "store.h"
#include "terminal.h"

#endif
