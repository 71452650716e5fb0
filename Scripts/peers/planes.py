#!/usr/bin/env python3
"""Times scipy.ndimage.map_coordinates (order 1) and numpy on the voxels and planes of `Benchmarks planes`.

Prints one line of JSON an item. Coordinates are made before time is taken, in scipy's favour.
"""

import json
import math
import time

import numpy as np
from scipy.ndimage import map_coordinates

SIZE = np.array([512, 512, 300])
SPACING = np.array([0.7, 0.7, 1.0])


def voxels():
    volume = np.empty(SIZE[::-1], np.int16)
    row, column = np.meshgrid(range(512), range(512), indexing="ij")
    for slice in range(300):
        mixed = column * 37 + row * 113 + slice * 211
        volume[slice] = (mixed + (column * row + slice * column) % 977) % 2003 - 500
    return volume


def turned(vector, axis, degrees):
    angle = math.radians(degrees)
    return (vector * math.cos(angle) + np.cross(axis, vector) * math.sin(angle)
            + axis * axis.dot(vector) * (1 - math.cos(angle)))


def plane(rows, columns):
    """Directions of an axial plane tilted around its rows, then around its columns."""
    right = np.array([1.0, 0, 0])
    down = turned(np.array([0, 1.0, 0]), right, rows)
    return turned(right, down, columns), down


def coordinates(right, down, offset=0.0):
    """Slice, row and column of each pixel of 0.7 mm, in voxels."""
    row, column = np.meshgrid(range(512), range(512), indexing="ij")
    middle = (SIZE - 1) / 2 * SPACING + np.cross(right, down) * offset
    places = (middle[:, None, None] + right[:, None, None] * ((column - 255.5) * 0.7)
              + down[:, None, None] * ((row - 255.5) * 0.7))
    return (places / SPACING[:, None, None])[::-1].copy()


def interpolated(volume, places):
    return map_coordinates(volume, places, output=np.float32, order=1, prefilter=False)


def mean(volume, places):
    """Over the pixels of the volume, which ends half a voxel beyond the outer centres."""
    last = (SIZE[::-1] - 1)[:, None, None]
    inside = ((places >= -0.5 - 1e-6) & (places <= last + 0.5 + 1e-6)).all(axis=0)
    values = interpolated(volume, np.clip(places, 0, last))[inside]
    return {"mean": float(values.mean(dtype=float)), "pixels": int(inside.sum())}


def measure(item, work, values=None, runs=11):
    times = []
    for _ in range(runs):
        start = time.perf_counter()
        work()
        times.append((time.perf_counter() - start) * 1000)
    print(json.dumps({"item": item, "ms": sorted(times)[runs // 2], **(values or {})}), flush=True)


volume = voxels()
for rows, columns in [(30, 20), (45, 0), (0, 45), (90, 0), (60, 35), (10, 10)]:
    places = coordinates(*plane(rows, columns))
    measure(f"oblique {rows} {columns}", lambda: interpolated(volume, places), mean(volume, places))
layers = [coordinates(*plane(30, 20), (layer + 0.5) * 0.7 - 7) for layer in range(20)]
for name, gather in [("mean", np.mean), ("maximum", np.max), ("minimum", np.min)]:
    measure(f"oblique {name} of 20 layers",
            lambda: gather([interpolated(volume, layer) for layer in layers], axis=0), runs=3)
    values = gather(volume[280:300], axis=0).astype(np.float32)
    measure(f"acquired {name} of 20 slices",
            lambda: gather(volume[280:300], axis=0).astype(np.float32),
            {"mean": float(values.mean(dtype=float)), "pixels": values.size})
