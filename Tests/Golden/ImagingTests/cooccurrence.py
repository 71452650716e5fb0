#!/usr/bin/env python3
"""Writes cooccurrence.json: grey-level co-occurrence features by definition, and those of two other programs.

`vectors` are worked out here with numpy, straight from the definitions, for a 5 x 5 image and for the digital
phantom of the IBSI (74 voxels, four slices, features averaged over slices and directions). `peers` are features
of one region of a seeded image, by mahotas and by pyradiomics when they are installed (pip install mahotas
pyradiomics). Run it in this folder: python3 cooccurrence.py
"""
import json

import numpy as np

DIRECTIONS = {"0": (1, 0), "45": (1, -1), "90": (0, 1), "135": (1, 1)}


def matrix(image, step, levels, symmetric=True):
    counts = np.zeros((levels, levels))
    rows, columns = image.shape
    for y in range(rows):
        for x in range(columns):
            v, u = y + step[1], x + step[0]
            if 0 <= v < rows and 0 <= u < columns and image[y, x] > 0 and image[v, u] > 0:
                counts[image[y, x] - 1, image[v, u] - 1] += 1
                if symmetric:
                    counts[image[v, u] - 1, image[y, x] - 1] += 1
    return counts


def entropy(p, base):
    p = p[p > 0]
    return float(-(p * np.log(p)).sum() / np.log(base))


def features(counts):
    p = counts / counts.sum()
    n = len(p)
    i, j = np.mgrid[1:n + 1, 1:n + 1]
    differences = np.array([p[abs(i - j) == k].sum() for k in range(n)])
    sums = np.array([p[i + j == k].sum() for k in range(2, 2 * n + 1)])
    found = {"AngScMom": float((p ** 2).sum()), "InvDfMom": float((p / (1 + (i - j) ** 2)).sum()),
             "Contrast": float((p * (i - j) ** 2).sum())}
    for base in (2, 10):
        found[f"Entropy_{base}"] = entropy(p.ravel(), base)
        found[f"DifEntrp_{base}"] = entropy(differences, base)
        found[f"SumEntrp_{base}"] = entropy(sums, base)
    return found


def mean(all_features):
    return {k: float(np.mean([f[k] for f in all_features])) for k in all_features[0]}


IMAGE = np.array([[1, 2, 5, 2, 3], [3, 2, 1, 3, 1], [1, 3, 5, 5, 2], [1, 1, 1, 1, 2], [1, 2, 4, 3, 5]])
PHANTOM = np.array([
    [[1, 4, 4, 1, 1], [1, 4, 6, 1, 1], [4, 1, 6, 4, 1], [4, 4, 6, 4, 1]],
    [[1, 4, 4, 1, 1], [1, 1, 6, 1, 1], [0, 1, 3, 1, 1], [4, 4, 6, 1, 1]],
    [[1, 4, 4, 0, 0], [1, 1, 1, 1, 1], [1, 1, 0, 1, 1], [1, 1, 6, 1, 1]],
    [[1, 4, 4, 0, 0], [1, 1, 1, 1, 1], [1, 1, 1, 1, 1], [1, 1, 6, 1, 1]]])


def region():
    """Levels 1 to 64 of a disc of about 4,000 pixels; SplitMix64 from seed 7, smoothed by neighbours."""
    state, size = 7, 73
    mask64 = (1 << 64) - 1
    values = np.zeros((size, size))
    for y in range(size):
        for x in range(size):
            state = (state + 0x9E3779B97F4A7C15) & mask64
            z = state
            z = ((z ^ (z >> 30)) * 0xBF58476D1CE4E5B9) & mask64
            z = ((z ^ (z >> 27)) * 0x94D049BB133111EB) & mask64
            z ^= z >> 31
            values[y, x] = z >> 58
    padded = np.pad(values, 1, mode="edge")
    smooth = sum(padded[1 + dy:1 + dy + size, 1 + dx:1 + dx + size]
                 for dy in (-1, 0, 1) for dx in (-1, 0, 1)) // 9
    levels = smooth.astype(int) + 1
    y, x = np.mgrid[0:size, 0:size]
    levels[(x - 36) ** 2 + (y - 36) ** 2 > 36 * 36] = 0
    return levels


def by_mahotas(levels):
    import mahotas
    found = mahotas.features.haralick(levels.astype(np.uint8), ignore_zeros=True, distance=1)
    # Haralick's numbers: 1 second moment, 5 inverse difference moment, 8 sum entropy, 9 entropy, 11 difference entropy.
    names = {0: "AngScMom", 1: "Contrast", 4: "InvDfMom", 7: "SumEntrp_2", 8: "Entropy_2", 10: "DifEntrp_2"}
    return {name: float(found[:, k].mean()) for k, name in names.items()}


def by_pyradiomics(levels):
    import SimpleITK
    from radiomics import glcm
    image = SimpleITK.GetImageFromArray(levels[np.newaxis].astype(float))
    mask = SimpleITK.GetImageFromArray((levels[np.newaxis] > 0).astype(np.uint8))
    run = glcm.RadiomicsGLCM(image, mask, binWidth=1, force2D=True, force2Ddimension=0, symmetricalGLCM=True)
    run.enableAllFeatures()
    found = run.execute()
    names = {"JointEnergy": "AngScMom", "Contrast": "Contrast", "Idm": "InvDfMom", "SumEntropy": "SumEntrp_2",
             "JointEntropy": "Entropy_2", "DifferenceEntropy": "DifEntrp_2"}
    return {ours: float(found[theirs]) for theirs, ours in names.items()}


def main():
    steps = DIRECTIONS.values()
    levels = region()
    result = {
        "image5x5": IMAGE.tolist(), "phantom": PHANTOM.tolist(), "region": levels.tolist(),
        "vectors": {
            "5x5_0_symmetric": features(matrix(IMAGE, (1, 0), 5)),
            "5x5_0_asymmetric": features(matrix(IMAGE, (1, 0), 5, symmetric=False)),
            "5x5_mean_symmetric": mean([features(matrix(IMAGE, s, 5)) for s in steps]),
            "phantom_mean_symmetric": mean([features(matrix(p, s, 6)) for p in PHANTOM for s in steps]),
        },
        "peers": {},
    }
    for name, run in (("mahotas", by_mahotas), ("pyradiomics", by_pyradiomics)):
        try:
            result["peers"][name] = run(levels)
        except ImportError:
            print(f"{name} is not installed; its numbers are left out")
    with open("cooccurrence.json", "w") as file:
        json.dump(result, file, separators=(",", ":"))
        file.write("\n")


if __name__ == "__main__":
    main()
