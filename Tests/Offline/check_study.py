"""Checks the exported tables of a study against its protocol, without any of the program's code:
python3 check_study.py FOLDER.

FOLDER holds protocol.json, reads.csv, exposure.csv, and reference.csv where the protocol has one. Prints every
deviation on a line and exits 0 when there is none.
"""

import csv
import datetime
import json
import os
import sys


def table(folder, name):
    with open(os.path.join(folder, name), newline="", encoding="utf-8") as file:
        return list(csv.DictReader(file))


def moment(text):
    return datetime.datetime.fromisoformat(text.replace("Z", "+00:00"))


def by(rows, *columns):
    groups = {}
    for row in rows:
        groups.setdefault(tuple(row[column] for column in columns), []).append(row)
    return groups


def crossed(protocol, reads):
    """Every reader has read every case once in every arm, and signed it."""
    names = sorted({row["case"] for row in reads})
    if len(names) != protocol["cases"]:
        yield f"{len(names)} cases, not {protocol['cases']}"
    found = by(reads, "reader", "case", "arm", "occasion")
    for reader in protocol["readers"]:
        for case in names:
            for arm in protocol["arms"]:
                rows = found.pop((reader, case, arm, "1"), [])
                if {row["revision"] for row in rows} != {"1"} or not all(row["signedAt"] for row in rows):
                    yield f"{reader} {case} {arm} is not signed once"
    for key in found:
        yield f"{key} is not in the protocol"


def positions(protocol, reads):
    """Positions count from 1 without gaps; sessions hold no more cases than the cap, and go up."""
    for (reader,), rows in by(reads, "reader").items():
        places = {int(row["position"]): row for row in rows}
        if sorted(places) != list(range(1, len(places) + 1)):
            yield f"{reader}: positions have gaps"
        ordered = [places[place] for place in sorted(places)]
        sessions = [int(row["session"]) for row in ordered]
        if sessions != sorted(sessions):
            yield f"{reader}: sessions go back"
        for (session,), own in by(ordered, "session").items():
            if len({(row["case"], row["occasion"]) for row in own}) > protocol["casesPerSession"]:
                yield f"{reader}: session {session} is too long"


def signed_in_order(protocol, reads):
    """Nobody chose a case: reads were signed in the order of their positions."""
    for (reader,), rows in by(reads, "reader").items():
        ordered = sorted({(int(row["position"]), row["signedAt"]) for row in rows})
        times = [time for _, time in ordered]
        if times != sorted(times):
            yield f"{reader}: reads were not signed in the order of their positions"


def answers(protocol, reads):
    """Every question has one of its answers, or is not assessable for a reason; nothing is missing."""
    for key, rows in by(reads, "reader", "case", "arm").items():
        found = by(rows, "site", "item")
        for item, question in protocol["questions"].items():
            for site in question["sites"]:
                own = found.get((site, item), [])
                if len(own) != 1:
                    yield f"{key} {site} {item}: {len(own)} rows"
                    continue
                yield from answer(f"{key} {site} {item}", own[0], question)
    for row in reads:
        if row["status"] == "missing" and row["item"] in protocol["questions"]:
            yield f"{row['reader']} {row['case']} {row['item']} is missing in a signed read"


def answer(name, row, question):
    if row["status"] == "notAssessable":
        if row["value"] or not row["reason"]:
            yield f"{name}: not assessable with a value or without a reason"
    elif row["status"] != "value":
        yield f"{name}: {row['status']}"
    elif "codes" in question and row["value"] not in question["codes"]:
        yield f"{name}: {row['value']} is no code"
    elif "range" in question:
        low, high = question["range"]
        if not low <= float(row["value"]) <= high:
            yield f"{name}: {row['value']} is out of range"


def exposures(protocol, reads, exposure):
    """Every signed read was looked at, every slice of it, before the signature; and nothing else was shown."""
    shown = by([row for row in exposure if row["kind"] == "read"], "reader", "case", "arm")
    signatures = {(row["reader"], row["case"], row["arm"]): row["signedAt"] for row in reads}
    for key, signed in signatures.items():
        rows = shown.pop(key, [])
        if not rows or any(moment(row["openedAt"]) > moment(signed) for row in rows):
            yield f"{key}: no exposure before the signature"
        if any(int(row["slices"]) != protocol["slices"] or float(row["seconds"]) <= 0 for row in rows):
            yield f"{key}: slices were left out"
    for key in shown:
        yield f"{key} was shown and not signed"


def washout(protocol, exposure):
    """Whoever saw a participant in one arm saw no other arm for the days of the washout, in UTC days."""
    for (reader, participant), rows in by(exposure, "reader", "participant").items():
        seen = sorted((moment(row["openedAt"]).date(), row["arm"]) for row in rows)
        for (day, arm), (later, other) in zip(seen, seen[1:]):
            if arm != other and (later - day).days < protocol["washoutDays"]:
                yield f"{reader} saw {participant} in {arm} and {other} within {(later - day).days} days"


def balance(protocol, reads):
    """In a crossover each arm comes first for as many participants as any other, give or take one."""
    for (reader,), rows in by(reads, "reader").items():
        first = {}
        for row in sorted(rows, key=lambda row: int(row["position"])):
            first.setdefault(row["participant"], row["arm"])
        counts = [list(first.values()).count(arm) for arm in protocol["arms"]]
        if max(counts) - min(counts) > 1:
            yield f"{reader}: first arms {counts} are not balanced"


def steps(protocol, reads, exposure):
    """A step is signed before the next is shown, nothing stands between them, and it is never amended."""
    opened = {}
    for row in exposure:
        key = row["reader"], row["case"], row["arm"]
        opened[key] = min(opened.get(key, row["openedAt"]), row["openedAt"])
    for (reader, case), rows in by(reads, "reader", "case").items():
        arms = by(rows, "arm")
        for arm, after in zip(protocol["arms"], protocol["arms"][1:]):
            one, two = arms[(arm,)][0], arms[(after,)][0]
            if int(two["position"]) != int(one["position"]) + 1 or one["session"] != two["session"]:
                yield f"{reader} {case}: the steps do not stand together"
            if moment(opened[reader, case, after]) < moment(one["signedAt"]):
                yield f"{reader} {case}: {after} was shown before {arm} was signed"


def reference(protocol, reads, labels):
    """Every question of the reference has one label for every case."""
    found = by(labels, "case", "site", "item")
    for case in {row["case"] for row in reads}:
        for item in protocol["referenceItems"]:
            for site in protocol["questions"][item]["sites"]:
                if len(found.get((case, site, item), [])) != 1:
                    yield f"{case} {site} {item} has no label"


def deviations(folder):
    with open(os.path.join(folder, "protocol.json")) as file:
        protocol = json.load(file)
    reads, exposure = table(folder, "reads.csv"), table(folder, "exposure.csv")
    yield from crossed(protocol, reads)
    yield from positions(protocol, reads)
    yield from signed_in_order(protocol, reads)
    yield from answers(protocol, reads)
    yield from exposures(protocol, reads, exposure)
    if protocol["design"] == "sequential":
        yield from steps(protocol, reads, exposure)
    else:
        yield from washout(protocol, exposure)
        yield from balance(protocol, reads)
    if protocol["referenceItems"]:
        yield from reference(protocol, reads, table(folder, "reference.csv"))


if __name__ == "__main__":
    found = list(deviations(sys.argv[1]))
    print("\n".join(found))
    sys.exit(1 if found else 0)
