/* What SQLite's C interface needs a C compiler for. */
#ifndef CUNIX_STORE_H
#define CUNIX_STORE_H

#include <stddef.h>
#include <stdint.h>

/* Bytes of a column; the pointer is NULL for none, and holds until the next row. */
struct cunix_bytes {
    const void *bytes;
    size_t length;
};

/* One row of the log with its body; salt and body are only there where has_body is not 0. */
struct cunix_log_row {
    int64_t seq, actor_seq, boottime_ms;
    struct cunix_bytes actor, utc, kind, canonical, body_digest, previous, hash, salt, body;
    int has_body;
};

/* Begins to read the log of an open SQLite connection (sqlite3 *) by number; 0, or SQLite's result code. */
int cunix_log_open(void *connection, void **log);
/* Reads the next row: 1, 0 at the end, or SQLite's result code less than 0. */
int cunix_log_next(void *log, struct cunix_log_row *row);
/* Ends reading; nothing of a row may be used after it. */
void cunix_log_close(void *log);
/* What SQLite says of its last failure; holds until the next call. */
const char *cunix_sqlite_problem(void *connection);

/* Makes an open SQLite connection (sqlite3 *) defensive and refuses every change of its schema and every
   attached file from now on; 0, or SQLite's result code. */
int cunix_seal_sqlite(void *connection);

#endif
