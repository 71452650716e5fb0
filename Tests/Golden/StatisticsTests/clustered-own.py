"""Numbers of ClusteredROCTests and ClusteredAccuracyRatiosTests, by other routes than the program's:
the kernel of every pair of units, and slopes by differences."""
import math

UNITS = [  # cluster, diseased, rating
    (1, 1, 5), (1, 0, 2), (1, 1, 4), (2, 0, 1), (2, 0, 3), (3, 1, 3), (3, 0, 3), (4, 1, 5),
    (4, 0, 1), (4, 0, 4), (5, 1, 2), (5, 1, 5), (6, 0, 2), (6, 0, 1), (7, 1, 4), (7, 0, 5),
]
CELLS = [(4, 1, 1, 2), (3, 0, 0, 5), (2, 2, 1, 3), (5, 1, 2, 0), (0, 1, 0, 6), (1, 0, 1, 7)]


def area():
    pos = [(c, r) for c, d, r in UNITS if d]
    neg = [(c, r) for c, d, r in UNITS if not d]
    kernel = lambda x, y: 1.0 if x > y else 0.5 if x == y else 0.0
    a = sum(kernel(x, y) for _, x in pos for _, y in neg) / len(pos) / len(neg)
    clusters = sorted({u[0] for u in UNITS})
    up, down = {}, {}
    for k in clusters:
        own = [r for c, r in pos if c == k]
        other = [r for c, r in neg if c == k]
        up[k] = sum(sum(kernel(x, y) for _, y in neg) / len(neg) for x in own) - len(own) * a
        down[k] = sum(sum(kernel(x, y) for _, x in pos) / len(pos) for y in other) - len(other) * a
    m, n = len(pos), len(neg)
    i, i10 = len(clusters), len({c for c, _ in pos})
    i01 = len({c for c, _ in neg})
    s10 = i10 / ((i10 - 1) * m) * sum(up[k] ** 2 for k in clusters)
    s01 = i01 / ((i01 - 1) * n) * sum(down[k] ** 2 for k in clusters)
    s11 = i / (i - 1) * sum(up[k] * down[k] for k in clusters)
    return a, math.sqrt(s10 / m + s01 / n + 2 * s11 / (m * n))


def ratios(prevalence):
    sums = [sum(c[j] for c in CELLS) for j in range(4)]
    se = lambda t: t[0] / (t[0] + t[1])
    sp = lambda t: t[3] / (t[2] + t[3])
    odds = lambda p: math.log(p / (1 - p))
    ppv = lambda t: se(t) * prevalence / (se(t) * prevalence + (1 - sp(t)) * (1 - prevalence))
    npv = lambda t: sp(t) * (1 - prevalence) / (sp(t) * (1 - prevalence) + (1 - se(t)) * prevalence)
    for name, f in [
        ("LR+", lambda t: math.log(se(t) / (1 - sp(t)))), ("LR-", lambda t: math.log((1 - se(t)) / sp(t))),
        ("DOR", lambda t: math.log(t[0] * t[3] / t[1] / t[2])), ("J", lambda t: se(t) + sp(t) - 1),
        ("PPV", lambda t: odds(ppv(t))), ("NPV", lambda t: odds(npv(t))),
    ]:
        slopes = []
        for j in range(4):
            high, low = list(sums), list(sums)
            high[j] += 1e-4
            low[j] -= 1e-4
            slopes.append((f(high) - f(low)) / 2e-4)
        parts = [sum(s * c for s, c in zip(slopes, cell)) for cell in CELLS]
        m, mean = len(parts), sum(parts) / len(parts)
        print(name, f(sums), math.sqrt(m / (m - 1) * sum((p - mean) ** 2 for p in parts)))


print("area and error", area())
ratios(0.1)
