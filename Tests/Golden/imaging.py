#!/usr/bin/env python3
"""Makes Tests/Core/ImagingTests/ImagingGolden.swift: numbers that other programs computed.

Needs numpy, Pillow (resampling in 32-bit float) and pydicom (VOI functions).
Run it from the root of the repository: python3 Tests/Golden/imaging.py
"""

import numpy as np
from PIL import Image
from pydicom.dataset import Dataset
from pydicom.pixels import apply_voi, apply_windowing

OUTPUT = "Tests/Core/ImagingTests/ImagingGolden.swift"
random = np.random.default_rng(20260601)


def swift(name, doc, values, kind, digits=None):
    text = [str(v) if digits is None else repr(round(float(v), digits)) for v in values]
    lines, line = [], "       "
    for item in text:
        if len(line) + len(item) + 2 > 98:
            lines.append(line)
            line = "       "
        line += " " + item + ","
    lines.append(line)
    body = "\n".join(lines)
    return f"    /// {doc}\n    static let {name}: [{kind}] = [\n{body}\n    ]\n"


def windowed(values, center, width, function):
    """Output 0...255 of pydicom for signed values."""
    data = Dataset()
    data.PhotometricInterpretation = "MONOCHROME2"
    data.BitsStored = 16
    data.PixelRepresentation = 0
    data.WindowCenter, data.WindowWidth, data.VOILUTFunction = center, width, function
    return apply_windowing(np.asarray(values, dtype=float), data) * 255 / 65535


def tabled(values, first, bits, entries):
    data = Dataset()
    item = Dataset()
    item.LUTDescriptor = [len(entries), first, bits]
    item.LUTData = [int(e) for e in entries]
    data.VOILUTSequence = [item]
    return apply_voi(np.asarray(values), data)


def area(rows, count):
    """Means over `count` equal stretches of each row, from the interpolated running sum."""
    size = rows.shape[1]
    sums = np.concatenate([np.zeros((rows.shape[0], 1)), np.cumsum(rows, axis=1)], axis=1)
    edges = np.linspace(0, size, count + 1)
    at_edges = np.array([np.interp(edges, np.arange(size + 1), row) for row in sums])
    return np.diff(at_edges, axis=1) * count / size


image = random.integers(0, 256, (11, 14), dtype=np.uint8)
picture = Image.fromarray(image.astype(np.float32), mode="F")
parts = [
    swift("sourcePixels", "A picture of 14 × 11 random greys.", image.ravel(), "UInt8"),
    swift("area9x7", "`sourcePixels` as the mean over areas, 9 × 7.",
          area(area(image.astype(float), 9).T, 7).T.ravel(), "Double", 3),
    swift("bilinear37x29", "`sourcePixels` bilinear, 37 × 29.",
          np.asarray(picture.resize((37, 29), Image.Resampling.BILINEAR)).ravel(), "Double", 3),
    swift("bicubic19x17", "`sourcePixels` bicubic, 19 × 17.",
          np.clip(picture.resize((19, 17), Image.Resampling.BICUBIC), 0, 255).ravel(), "Double", 3),
    swift("bicubic9x7", "`sourcePixels` bicubic, 9 × 7.",
          np.clip(picture.resize((9, 7), Image.Resampling.BICUBIC), 0, 255).ravel(), "Double", 3),
    swift("nearest28x22", "`sourcePixels` by the nearest pixel, 28 × 22.",
          np.asarray(picture.resize((28, 22), Image.Resampling.NEAREST)).ravel().astype(int),
          "UInt8"),
]
values = np.concatenate([random.integers(-1500, 3000, 20), [-160, -159, 39, 40, 239, 240]])
parts.append(swift("voiValues", "Modality values.", values, "Double"))
for name, center, width, function in [
    ("linear400at40", 40, 400, "LINEAR"), ("linear1at40", 40, 1, "LINEAR"),
    ("linearExact1500atMinus600", -600, 1500, "LINEAR_EXACT"),
    ("sigmoid2500at480", 480, 2500, "SIGMOID"),
]:
    parts.append(swift(name, f"`voiValues` through {function} {width} at {center}, 0...255.",
                       windowed(values, center, width, function), "Double", 9))
entries = np.sort(random.integers(0, 4096, 24))
inputs = np.arange(-14, 24)
parts.append(swift("tableEntries", "A VOI table of 12 bits that begins at -10.", entries, "UInt16"))
parts.append(swift("tableInputs", "Values to look up.", inputs, "Int"))
parts.append(swift("tableOutputs", "`tableInputs` in `tableEntries`.",
                   tabled(inputs, -10, 12, entries), "UInt16"))
percents = [0, 0.2, 1, 25, 50, 75, 99, 99.8, 100]
sample = np.round(random.normal(500, 120, 137))
parts.append(swift("statisticsValues", "Values with some equal ones.", sample, "Double"))
parts.append(swift("percents", "Percentages.", percents, "Double"))
parts.append(swift("percentiles", "`percents` of `statisticsValues`.",
                   np.percentile(sample, percents), "Double", 9))
with open(OUTPUT, "w") as file:
    file.write("// Made by Tests/Golden/imaging.py; do not edit.\n\n")
    file.write("/// Numbers that other programs computed: Pillow, pydicom and NumPy.\nenum ImagingGolden {\n")
    file.write("\n".join(parts))
    file.write("}\n")
