#include "CUnix.h"

#include <sqlite3.h>

static struct cunix_bytes bytes(sqlite3_stmt *statement, int column) {
    const void *found = sqlite3_column_blob(statement, column);
    struct cunix_bytes bytes = {found, (size_t)sqlite3_column_bytes(statement, column)};
    return bytes;
}

int cunix_log_open(void *connection, void **log) {
    static const char sql[] =
        "SELECT seq, actor, actorSeq, utc, boottimeMS, kind, canonical, bodyDigest, previous, hash, salt, body "
        "FROM event LEFT JOIN eventBody USING (seq) ORDER BY seq";
    return sqlite3_prepare_v2(connection, sql, sizeof sql, (sqlite3_stmt **)log, 0);
}

int cunix_log_next(void *log, struct cunix_log_row *row) {
    int code = sqlite3_step(log);
    if (code == SQLITE_DONE) return 0;
    if (code != SQLITE_ROW) return -code;
    row->seq = sqlite3_column_int64(log, 0);
    row->actor = bytes(log, 1);
    row->actor_seq = sqlite3_column_int64(log, 2);
    row->utc = bytes(log, 3);
    row->boottime_ms = sqlite3_column_int64(log, 4);
    row->kind = bytes(log, 5);
    row->canonical = bytes(log, 6);
    row->body_digest = bytes(log, 7);
    row->previous = bytes(log, 8);
    row->hash = bytes(log, 9);
    row->has_body = sqlite3_column_type(log, 10) != SQLITE_NULL && sqlite3_column_type(log, 11) != SQLITE_NULL;
    row->salt = bytes(log, 10);
    row->body = bytes(log, 11);
    return 1;
}

void cunix_log_close(void *log) { sqlite3_finalize(log); }

const char *cunix_sqlite_problem(void *connection) { return sqlite3_errmsg(connection); }
