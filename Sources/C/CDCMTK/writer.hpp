// A data set in the making.
#pragma once

#include <vector>

#include "CDCMTK.h"
#include "dcmtk.hpp"

struct cdcmtk_writer {
    DcmFileFormat format;
    /// Items that were begun and not ended, innermost last.
    std::vector<DcmItem *> open;
    std::vector<uint8_t> encoded;

    DcmItem *item() { return open.empty() ? format.getDataset() : open.back(); }
};

/// One JPEG 2000 lossless codestream a frame, for greys of up to 16 bits and colours of 8; empty on failure.
std::vector<uint8_t> encodeJPEG2000(const cdcmtk_image &image, uint32_t frame);
