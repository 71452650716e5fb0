#!/usr/bin/env python3
"""Makes Tests/Core/ImagingTests/PlanesGolden.swift: planes and regions that SimpleITK computed.

Needs SimpleITK and numpy. Run it from the root of the repository: python3 Tests/Golden/imaging-planes.py
"""

import math

import numpy as np
import SimpleITK as sitk

OUTPUT = "Tests/Core/ImagingTests/PlanesGolden.swift"


def sample(column, row, slice):
    """The stored value of a voxel; Tests/Core/ImagingTests/PlanesTests.swift has the same formula."""
    return (column * 37 + row * 113 + slice * 211 + column * row * slice * 5) % 1201 - 300


def rotation(x, y, z):
    """Around the patient's axes, in degrees."""
    x, y, z = map(math.radians, (x, y, z))
    about_x = np.array([[1, 0, 0], [0, math.cos(x), -math.sin(x)], [0, math.sin(x), math.cos(x)]])
    about_y = np.array([[math.cos(y), 0, math.sin(y)], [0, 1, 0], [-math.sin(y), 0, math.cos(y)]])
    about_z = np.array([[math.cos(z), -math.sin(z), 0], [math.sin(z), math.cos(z), 0], [0, 0, 1]])
    return about_z @ about_y @ about_x


def volume(kind):
    columns, rows, slices = 24, 20, 15
    s, r, c = np.meshgrid(range(slices), range(rows), range(columns), indexing="ij")
    image = sitk.GetImageFromArray(sample(c, r, s).astype(kind))
    image.SetSpacing((0.8, 1.1, 2.5))
    image.SetOrigin((-7.5, 12.25, -30.0))
    image.SetDirection(rotation(12, -23, 31).ravel())
    return image


def middle(image):
    """A little off the middle, where no place lies halfway between two voxels."""
    return np.array(image.TransformContinuousIndexToPhysicalPoint(
        [(n - 1) / 2 for n in image.GetSize()])) + [0.11, -0.07, 0.05]


def resampled(image, turn, kind):
    """A plane of 21 x 17 pixels of 1.3 mm near the middle of the image."""
    directions = rotation(*turn)
    corner = middle(image) - directions[:, 0] * 10 * 1.3 - directions[:, 1] * 8 * 1.3
    filter = sitk.ResampleImageFilter()
    filter.SetSize((21, 17, 1))
    filter.SetOutputSpacing((1.3, 1.3, 1.0))
    filter.SetOutputOrigin(corner)
    filter.SetOutputDirection(directions.ravel())
    filter.SetInterpolator(kind)
    filter.SetDefaultPixelValue(-9999)
    filter.SetOutputPixelType(sitk.sitkFloat64)
    return sitk.GetArrayFromImage(filter.Execute(image)).ravel()


def statistics(image, inside, slice):
    """Count, mean, SD, minimum and maximum of a slice where `inside` is true, as ITK counts them."""
    label = np.zeros(sitk.GetArrayViewFromImage(image).shape, np.uint8)
    label[slice] = inside
    mask = sitk.GetImageFromArray(label)
    mask.CopyInformation(image)
    filter = sitk.LabelStatisticsImageFilter()
    filter.Execute(image, mask)
    return [filter.GetCount(1), filter.GetMean(1), filter.GetSigma(1), filter.GetMinimum(1),
            filter.GetMaximum(1)]


def polygon(corners, c, r):
    """Even-odd rule, edges to the right of the pixel's centre."""
    inside = np.zeros(c.shape, bool)
    for (x1, y1), (x2, y2) in zip(corners, corners[1:] + corners[:1]):
        crossing = (y1 > r) != (y2 > r)
        if y1 != y2:
            inside ^= crossing & (c < x1 + (r - y1) / (y2 - y1) * (x2 - x1))
    return inside


def swift(name, doc, values):
    lines, line = [], "       "
    for item in (repr(round(float(v), 9)) for v in values):
        if len(line) + len(item) + 2 > 98:
            lines.append(line)
            line = "       "
        line += " " + item + ","
    lines.append(line)
    body = "\n".join(lines)
    return f"    /// {doc}\n    static let {name}: [Double] = [\n{body}\n    ]\n"


plain = volume(np.int16)
parts = [
    swift("direction", "Directions of rows, columns and slices, one after the other.",
          np.array(plain.GetDirection()).reshape(3, 3).T.ravel()),
    swift("oblique", "Trilinear, turned by 40, -15 and 70 degrees; -9999 outside.",
          resampled(plain, (40, -15, 70), sitk.sitkLinear)),
    swift("obliqueDirection", "Directions of that plane.", rotation(40, -15, 70).T.ravel()),
    swift("axial", "Trilinear, along the patient's axes; -9999 outside.",
          resampled(plain, (0, 0, 0), sitk.sitkLinear)),
    swift("nearest", "The nearest voxel, turned by 40, -15 and 70 degrees; -9999 outside.",
          resampled(plain, (40, -15, 70), sitk.sitkNearestNeighbor)),
]
r, c = np.meshgrid(range(20), range(24), indexing="ij")
corners = [(2.3, 1.2), (20.6, 3.9), (14.1, 9.5), (21.7, 17.3), (5.5, 18.1), (9.2, 8.8)]
regions = {
    "ellipse": ((c - 11.3) / 6.4) ** 2 + ((r - 8.6) / 4.7) ** 2 <= 1,
    "rectangle": (c >= 3) & (c <= 15.5) & (r >= 4.2) & (r <= 11),
    "polygon": polygon(corners, c, r),
    "voxel": (c == 5) & (r == 6),
}
for name, inside in regions.items():
    parts.append(swift(name, f"Count, mean, SD, minimum and maximum of the {name} in slice 7.",
                       statistics(plain, inside, 7)))
with open(OUTPUT, "w") as file:
    file.write("// Made by Tests/Golden/imaging-planes.py; do not edit.\n\n")
    file.write("/// Planes and regions of a skewed volume that SimpleITK computed.\nenum PlanesGolden {\n")
    file.write("\n".join(parts))
    file.write("}\n")
