#!/usr/bin/env python3
"""Times mahotas and pyradiomics on the region of cooccurrence.py, one line of JSON a program that is installed."""
import json
import logging
import sys
import time
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[2] / "Tests/Golden/ImagingTests"))
import cooccurrence  # noqa: E402
import numpy as np  # noqa: E402

FEATURES = ["JointEnergy", "Idm", "JointEntropy", "DifferenceEntropy", "SumEntropy"]


def median(run, times):
    taken = []
    for _ in range(times):
        start = time.perf_counter()
        run()
        taken.append(time.perf_counter() - start)
    return sorted(taken)[len(taken) // 2] * 1e6


def mahotas(levels):
    import mahotas as program
    picture = levels.astype(np.uint8)
    return median(lambda: program.features.haralick(picture, ignore_zeros=True, distance=1), 50)


def pyradiomics(levels):
    import SimpleITK
    from radiomics import glcm
    logging.getLogger("radiomics").setLevel(logging.ERROR)
    image = SimpleITK.GetImageFromArray(levels[np.newaxis].astype(float))
    mask = SimpleITK.GetImageFromArray((levels[np.newaxis] > 0).astype(np.uint8))

    def run():
        program = glcm.RadiomicsGLCM(
            image, mask, binWidth=1, force2D=True, force2Ddimension=0, symmetricalGLCM=True)
        program.disableAllFeatures()
        for feature in FEATURES:
            program.enableFeatureByName(feature)
        program.execute()

    return median(run, 20)


def main():
    levels = cooccurrence.region()
    for name, run in (("mahotas", mahotas), ("pyradiomics", pyradiomics)):
        try:
            print(json.dumps({"program": name, "us": run(levels)}))
        except ImportError:
            print(f"{name} is not installed, so it is not compared", file=sys.stderr)
    peers = json.loads((Path(cooccurrence.__file__).parent / "cooccurrence.json").read_text())["peers"]
    print(json.dumps({"peers": peers}))


main()
