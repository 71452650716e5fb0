"""Checks the chain of a store without any of the program's code: python3 verify.py FOLDER.

Prints the number of events and the head, or the first wrong event, and exits 0 or 1.
"""

import hashlib
import json
import sqlite3
import sys


def sha256(data):
    return hashlib.sha256(data).digest()


def netstrings(fields):
    parts = []
    for field in fields:
        data = str(field).encode()
        parts.append(b"%d:%s," % (len(data), data))
    return b"".join(parts)


def check(folder):
    store = sqlite3.connect(f"file:{folder}/store.sqlite?mode=rw", uri=True)
    rows = store.execute(
        """SELECT seq, actor, actorSeq, utc, boottimeMS, kind, canonical, bodyDigest, previous,
               hash, salt, body
           FROM event LEFT JOIN eventBody USING (seq) ORDER BY seq"""
    )
    head, count, missing, redacted = bytes(32), 0, [], set()
    for row in rows:
        seq, *columns, canonical, digest, previous, stored, salt, body = row
        wanted = netstrings(["readingroom.event.1", seq, *columns])
        if seq != count + 1 or canonical != wanted or previous != head:
            return count + 1
        if sha256(previous + canonical + digest) != stored:
            return seq
        if body is None:
            missing.append(seq)
        elif sha256(salt + body) != digest:
            return seq
        elif columns[-1] == "body.redacted":
            redacted.add(json.loads(body)["event"])
        head, count = stored, seq
    lost = [seq for seq in missing if seq not in redacted]
    return lost[0] if lost else (count, head.hex())


if __name__ == "__main__":
    found = check(sys.argv[1])
    if isinstance(found, int):
        print("event", found)
        sys.exit(1)
    print(*found)
