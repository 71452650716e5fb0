"""Draws a reading order without any of the program's code, as the documentation's page ReadingOrder says:
python3 reading_order.py STUDY.json READER.

STUDY.json holds seed, kind, washoutDays, casesPerSession, arms, readers and cases (pairs of case and participant). Prints
position, session, participant, case, arm and day of opening of each row.
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


def first_arms(study, participants, index):
    arms, seed, reader = study["arms"], study["seed"], study["readers"][index]
    shared = study["kind"] == "crossover"
    random = SplitMix64(seed, "arms/0" if shared else f"arms/{reader}/0")
    square = random.shuffled(arms)
    places = range(len(participants))
    starts = random.shuffled([(place + (0 if shared else index)) % len(arms) for place in places])
    orders = {}
    for participant, start in zip(participants, starts):
        first = (start + index) % len(arms) if shared else start
        rotated = square[first:] + square[:first]
        orders[participant] = rotated if shared else rotated[:1] + random.shuffled(rotated[1:])
    return orders


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


def order(study, reader):
    index = study["readers"].index(reader)
    cases = [tuple(one) for one in study["cases"]]
    arms = first_arms(study, list(dict.fromkeys(one for _, one in cases)), index)
    random = SplitMix64(study["seed"], f"order/{reader}/0")
    rows, session, last = [], 0, None
    for phase in range(len(study["arms"])):
        placed = sequence(cases, last, random)
        last = placed[-1][1]
        count = len(placed)
        sessions = -(-count // study["casesPerSession"])
        for number in range(sessions):
            session += 1
            size = count // sessions + (number < count % sessions)
            for case, participant in placed[:size]:
                day = phase * study["washoutDays"]
                rows.append((len(rows) + 1, session, participant, case, arms[participant][phase], day))
            placed = placed[size:]
    return rows


if __name__ == "__main__":
    with open(sys.argv[1]) as file:
        for row in order(json.load(file), sys.argv[2]):
            print(*row, sep=",")
