/* What SQLite's C interface needs a C compiler for. */
#ifndef CUNIX_STORE_H
#define CUNIX_STORE_H

/* Makes an open SQLite connection (sqlite3 *) defensive and refuses every change of its schema and every
   attached file from now on; 0, or SQLite's result code. */
int cunix_seal_sqlite(void *connection);

#endif
