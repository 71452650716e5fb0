"""Draws a reading order without any of the program's code, as the documentation's page ReadingOrder says:
python3 reading_order.py STUDY.json [READER], for all readers in their order when none is named.

STUDY.json holds seed, kind, washoutDays, casesPerSession, arms, readers and cases (pairs of case and participant); where
the study has them square, nest, armBlocks, serialLagDays and repeats (percent, lagDays, hidden); and drawn, the rows that
exist (reader, position, session, participant, case, arm, day, occasion). Prints position, session, participant, case, arm,
day of opening, occasion and step of each row that is added.
"""

import json
import sys

WORD = (1 << 64) - 1


class SplitMix64:
    def __init__(self, seed, label):
        fold = 0xCBF29CE484222325
        for byte in label.encode():
            fold = (fold ^ byte) * 0x100000001B3 & WORD
        self.state = seed ^ fold
        self.state = self.next()

    def next(self):
        self.state = self.state + 0x9E3779B97F4A7C15 & WORD
        mixed = self.state
        mixed = (mixed ^ mixed >> 30) * 0xBF58476D1CE4E5B9 & WORD
        mixed = (mixed ^ mixed >> 27) * 0x94D049BB133111EB & WORD
        return mixed ^ mixed >> 31

    def below(self, bound):
        fair = (1 << 64) // bound * bound
        while True:
            drawn = self.next()
            if drawn < fair:
                return drawn % bound

    def shuffled(self, elements):
        elements = list(elements)
        for place in range(len(elements) - 1, 0, -1):
            other = self.below(place + 1)
            elements[place], elements[other] = elements[other], elements[place]
        return elements


def distinct(values):
    return list(dict.fromkeys(values))


def has_rounds(study):
    return study["kind"] in ("crossed", "crossover") or study.get("nest") == "blocks"


def square(study, circle):
    """The orders of a square, each as places on the circle of arms."""
    size = len(circle)
    if study.get("square") != "williams" or study["kind"] == "crossed":
        steps = [list(range(size))] * size
    else:
        zigzag = [0]
        for number in range(1, size):
            zigzag.append((number + 1) // 2 if number % 2 else -(number // 2))
        back = [place - zigzag[-1] for place in reversed(zigzag)]
        steps = [zigzag] * size + ([back] * size if size % 2 and size > 1 else [])
    return [[circle[(row + step) % size] for step in one] for row, one in enumerate(steps)]


def arm_orders(study, participants, index, label, before, drawn):
    """For each participant the arms in the order of the rounds."""
    shared = study["kind"] != "crossed"
    random = SplitMix64(study["seed"], f"arms/{before}" if shared else f"arms/{label}")
    orders = square(study, random.shuffled(study["arms"]))
    count = len(orders)
    starts = random.shuffled(
        [(place + (0 if shared else index + before)) % count for place in range(len(participants))])
    result = {}
    for participant, start in zip(participants, starts):
        order = orders[(start + (index if shared else 0)) % count]
        if not shared:
            order = order[:1] + random.shuffled(order[1:])
        known = distinct(row[5] for row in drawn if row[3] == participant and row[7] == 1)
        result[participant] = known or order
    return result


def group_of_reader(study, index):
    groups = len(study["arms"])
    random = SplitMix64(study["seed"], f"groups/{index // groups}")
    return random.shuffled(range(groups))[index % groups]


def groups_of_participants(study, drawn):
    """Split-plot of cases or blocks: the group of each participant."""
    groups = {}
    for row in drawn:
        if study["nest"] == "cases":
            groups.setdefault(row[3], study["arms"].index(row[5]))
        else:
            groups.setdefault(row[3], group_of_reader(study, study["readers"].index(row[0])))
    new = [one for one in distinct(one for _, one in study["cases"]) if one not in groups]
    random = SplitMix64(study["seed"], f"blocks/{len({row[4] for row in drawn})}")
    circle = random.shuffled(range(len(study["arms"])))
    places = random.shuffled([place % len(circle) for place in range(len(new))])
    groups.update((one, circle[place]) for one, place in zip(new, places))
    return groups


def dealt_cases(study, index, drawn):
    """Adjudicated: the new cases of a reader, two readers to each case."""
    known = {row[4] for row in drawn}
    readers = len(study["readers"])
    lap = readers // 2 if readers % 2 == 0 else readers
    random = SplitMix64(study["seed"], f"pairs/{len(known)}")
    own = []
    for number, (case, participant) in enumerate(one for one in study["cases"] if one[0] not in known):
        if number % lap == 0:
            circle = random.shuffled(range(readers))
        place = 2 * (number % lap)
        if index in (circle[place % readers], circle[(place + 1) % readers]):
            own.append((case, participant))
    return own


def sequence(cases, last, random):
    left, placed = list(cases), []
    while left:
        after = len(left) - 1
        counts = {}
        for _, participant in left:
            counts[participant] = counts.get(participant, 0) + 1
        pressing = [one for one, count in counts.items() if count > (after + 1) // 2]
        may = [place for place, (_, one) in enumerate(left)
               if one != last and counts[one] - 1 <= after // 2 and pressing in ([], [one])]
        may = may or [place for place, (_, one) in enumerate(left) if one in pressing]
        placed.append(left.pop(may[random.below(len(may))]))
        last = placed[-1][1]
    return placed


def passes(cases):
    """How many cases of the same participant stand before each."""
    result, seen = {}, {}
    for case, participant in cases:
        result[case] = seen.get(participant, 0)
        seen[participant] = result[case] + 1
    return result


def rounds(study, cases, again, count, drawn):
    """Place, whether it repeats, and day of each round, and the days from a round's opening to its last part."""
    repeats, serial = study.get("repeats"), study.get("serialLagDays")
    hidden = bool(repeats and repeats.get("hidden"))

    def span(own):
        return repeats["lagDays"] if hidden else (serial or 0) * max(passes(own).values())

    day = 0
    if repeats or serial is not None:
        people = {participant for _, participant in cases}
        last = [row[6] for row in drawn if row[3] in people]
        day = max(last) + max(study["washoutDays"], serial or 0) if last else 0
    result = []
    for number in range(count * (2 if repeats and not hidden else 1)):
        repeat = number >= count
        if repeat:
            day = max(day, result[number - count][2] + span(cases) + max(repeats["lagDays"], serial or 0))
        result.append((number % count, repeat, day))
        own = [one for one in cases if one[0] in again] if repeat else cases
        day += span(own) + (study["washoutDays"] if count > 1 else 0)
    return result


def parts(study, cases, again, repeat, day, random):
    """Cases, those of them that are read for the second time, and the day, of each part of a round."""
    repeats, serial = study.get("repeats") or {}, study.get("serialLagDays") or 0
    if repeats.get("hidden"):
        first = distinct(participant for case, participant in cases if case in again)
        people = random.shuffled(distinct(participant for _, participant in cases))
        early, count = set(), 0
        for participant in sorted(people, key=lambda one: one not in first):
            if participant in first or 2 * count < len(cases):
                early.add(participant)
                count += sum(one == participant for _, one in cases)
        return [([one for one in cases if one[1] in early], set(), day),
                ([one for one in cases if one[1] not in early or one[0] in again], again,
                 day + repeats["lagDays"])]
    own = [one for one in cases if one[0] in again] if repeat else cases
    if serial == 0:
        return [(own, again if repeat else set(), day)]
    places = passes(random.shuffled(own))
    return [([one for one in own if places[one[0]] == number], again if repeat else set(), day + number * serial)
            for number in range(max(places.values()) + 1)]


def blocks(study, cases, arms, last, random):
    """The cases that share sessions."""
    if not study.get("armBlocks"):
        return [cases]
    order = random.shuffled(study["arms"])
    result = [block for arm in order if (block := [one for one in cases if arms[one[1]] == arm])]
    for place, block in enumerate(result):
        if 2 * sum(participant == last for _, participant in block) <= len(block):
            result[0], result[place] = result[place], result[0]
            break
    return result


def order(study, reader):
    index = study["readers"].index(reader)
    every = [tuple(row) for row in study.get("drawn", [])]
    drawn = sorted((row for row in every if row[0] == reader), key=lambda row: row[1])
    known = {row[4] for row in drawn}
    cases = [tuple(one) for one in study["cases"]]
    groups = groups_of_participants(study, every) if study.get("nest") in ("cases", "blocks") else {}
    if study["kind"] == "adjudicated":
        cases = dealt_cases(study, index, every)
    if study.get("nest") == "blocks":
        cases = [one for one in cases if groups[one[1]] == group_of_reader(study, index)]
    cases = [one for one in cases if one[0] not in known]
    if not cases:
        return []
    label = f"{reader}/{len(drawn)}"
    people = distinct(participant for _, participant in cases)
    if has_rounds(study):
        arms = arm_orders(study, people, index, label, len(known), drawn)
        steps = {one: [[arm] for arm in arms[one]] for one in people}
    elif study["kind"] == "sequential":
        steps = {one: [study["arms"]] for one in people}
    elif study["kind"] == "splitPlot":
        own = {one: groups[one] if groups else group_of_reader(study, index) for one in people}
        steps = {one: [[study["arms"][own[one]]]] for one in people}
    else:
        steps = {one: [study["arms"][:1]] for one in people}

    again = set()
    if repeats := study.get("repeats"):
        count = max(1, (len(cases) * repeats["percent"] + 50) // 100)
        random = SplitMix64(study["seed"], f"repeats/{label}")
        again = set(random.shuffled([case for case, _ in cases])[:count])

    random = SplitMix64(study["seed"], f"order/{label}")
    position = max((row[1] for row in drawn), default=0)
    session = max((row[2] for row in drawn), default=0)
    last = drawn[-1][3] if drawn else None
    rows = []
    count = len(study["arms"]) if has_rounds(study) else 1
    for place, repeat, day in rounds(study, cases, again, count, drawn):
        for part, second, opens in parts(study, cases, again, repeat, day, random):
            arms = {one: steps[one][place][0] for one in people}
            for block in blocks(study, part, arms, last, random):
                placed = sequence(block, last, random)
                last = placed[-1][1]
                size = study["casesPerSession"]
                sessions = -(-len(placed) // size)
                for number in range(sessions):
                    session += 1
                    own = len(block) // sessions + (number < len(block) % sessions)
                    for case, participant in placed[:own]:
                        for step, arm in enumerate(steps[participant][place], 1):
                            position += 1
                            rows.append((position, session, participant, case, arm, opens,
                                         2 if case in second else 1, step))
                    placed = placed[own:]
    return rows


if __name__ == "__main__":
    with open(sys.argv[1]) as file:
        whole = json.load(file)
    for name in sys.argv[2:] or whole["readers"]:
        for line in order(whole, name):
            print(*line, sep=",")
