// An opened DICOM file.
#pragma once

#include <memory>
#include <string>
#include <vector>

#include "CDCMTK.h"
#include "fragments.hpp"
#include "frames.hpp"
#include "source.hpp"

struct cdcmtk_file {
    explicit cdcmtk_file(Source &&bytes) : source(std::move(bytes)) {}

    Source source;
    FrameNotes frames;
    DcmFileFormat format{new ImageDataset(frames), OFFalse};
    /// As the file names it.
    std::string transferSyntax;
    /// Items of Per-frame Functional Groups Sequence, in frame order.
    std::vector<DcmItem *> perFrame;
    /// The item of Shared Functional Groups Sequence, or null.
    DcmItem *shared = nullptr;

    /// The pixel geometry, once it is known to be sound.
    cdcmtk_pixels pixels = {};
    bool hasPixels = false;
    /// Where the reader of uncompressed frames stands.
    DcmFileCache cache;
    /// The fragment that DCMTK's decoders go on with, and for which frame.
    Uint32 nextFragment = 0;
    uint32_t nextFrame = 0;
    /// Which fragments belong to which frame (JPEG 2000 and RLE), once known.
    std::vector<FragmentRange> frameFragments;
    std::vector<uint8_t> scratch;

    DcmDataset *dataset() { return format.getDataset(); }
    /// The functional groups of a frame, valid until those of another are asked for; null if it has none.
    DcmItem *frameItem(size_t frame);

private:
    FrameItem *unfolded = nullptr;
};

/// Parses what `file` holds; a cdcmtk_status.
int parseFile(cdcmtk_file &file, const void *stackBase);
