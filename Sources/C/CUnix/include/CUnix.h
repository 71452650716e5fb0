/* Small C functions over Linux system calls that Swift cannot call itself (variadic, macros, BPF). */
#ifndef CUNIX_H
#define CUNIX_H

/* Opens a pseudo-random source of `length` bytes (getrandom); 0, or errno. */
int cunix_random(void *bytes, unsigned long length);

/* Makes an open SQLite connection (sqlite3 *) defensive and refuses every change of its schema and every
   attached file from now on; 0, or SQLite's result code. */
int cunix_seal_sqlite(void *connection);

#endif
